import type { Fault } from "../../text/fault.ts";
import {
  areDoubled,
  doubledQuotes,
  escapedClosingQuote,
  unescapedQuote,
  unopenedString,
  unterminatedString,
} from "../faults/quotes.ts";
import { afterValue, moved, type Spot } from "../grammar.ts";
import { findClosingQuote } from "../scanner.ts";
import { lineEndOf, type Source } from "../source.ts";
import { findStringFlaws, pathBackslashes } from "../stringFlaws.ts";
import type { Token } from "../token.ts";
import type { FindWays, Way } from "./way.ts";

/** How far a misjudged string is looked into, in characters, lines and places where it may end. */
const REACH = 4_000;
const WORD_REACH = 200;
const LINES = 12;
const ENDS = 6;
/** What may be meant to close a string, whatever opened it. */
const QUOTES = "\"'`´“”„‘’»";

/** The last string seems to have ended at the wrong quote: it goes on to a later one, or ended earlier. */
export const findStringEndWays: FindWays = ({ source, spot, token }) => {
  const { last, state } = spot;
  if (last?.kind !== "string" || (state !== "after" && state !== "colon") || token.kind === "end") return [];
  const from = last.start;
  const at = { ...spot, at: from };
  const isKey = state === "colon";
  return [
    ...(token.start - last.end < 40 ? laterEnds(source, at, last, isKey) : []),
    ...earlierEnds(source, at, last, isKey, last.end - 1),
  ].map((way) => ({ ...way, rereadFrom: from }));
};

/** The string has no closing quote on its line. */
export const findOpenStringWays: FindWays = ({ source, spot, token }) => {
  if (token.kind !== "string" || token.open !== true) return [];
  const isKey = spot.state === "key" || spot.state === "keyOrEnd";
  if (!isKey && !isValueState(spot)) return [];
  return [
    ...earlierEnds(source, spot, token, isKey, token.end),
    lineEnd(source, spot, token, isKey),
    ...laterLines(source, spot, token, isKey),
  ];
};

/** A word runs into a quote that closes what never was opened: `name": 1`, `null"`, `12 Main St"`. */
export const findUnopenedWays: FindWays = ({ source, spot, token }) => {
  const isKey = spot.state === "key" || spot.state === "keyOrEnd";
  const first = spot.state === "after" ? spot.last : token;
  if (first === undefined || (first.kind !== "word" && first.kind !== "number")) return [];
  if (spot.state === "after" ? first.start !== spot.valueStart : !isKey && !isValueState(spot)) return [];
  const reread = spot.state === "after" ? { rereadFrom: first.start } : {};
  const lineEnd = Math.min(lineEndOf(source, first.start), first.end + WORD_REACH);
  const ways: Way[] = [];
  let from = first.end;
  for (let left = 3; left > 0; left -= 1) {
    const quote = findClosingQuote(source, from, '"', { limit: lineEnd });
    if (quote < 0) break;
    const string: Token = { kind: "string", start: first.start, end: quote + 1 };
    const faults = () => [unopenedString(source.text, string)];
    ways.push({ cost: 1.5 + (3 - left), next: using(spot, string, isKey), faults, ...reread });
    from = quote + 1;
  }
  return ways;
};

function isValueState({ state }: Spot): boolean {
  return state === "value" || state === "element" || state === "elementOrEnd";
}

/** The spot after the string took its place as key or value. */
function using(spot: Spot, string: Token, isKey: boolean): Spot {
  return isKey ? { ...moved(spot, string), state: "colon" } : afterValue(spot, string);
}

function laterEnds(source: Source, spot: Spot, string: Token, isKey: boolean): Way[] {
  const { text } = source;
  const closing = text.charAt(string.end - 1);
  const limit = Math.min(lineEndOf(source, string.start), string.end + REACH);
  const inner = [string.end - 1];
  const ways: Way[] = [];
  for (let left = ENDS; left > 0; left -= 1) {
    const quote = findClosingQuote(source, (inner.at(-1) ?? string.end) + 1, closing, { limit });
    if (quote < 0) break;
    const longer: Token = { kind: "string", start: string.start, end: quote + 1 };
    const quotes = [...inner];
    const areAround = areDoubled(longer, quotes);
    const faults = (): Fault[] => {
      if (areAround) return [doubledQuotes(text, longer, quotes)];
      const escape = closing === '"' ? [unescapedQuote(text, longer, quotes)] : [];
      return [...escape, ...findStringFlaws(source, longer)];
    };
    const isOdd = closing === '"' && quotes.length % 2 === 1;
    const cost = areAround ? 1.2 : (isOdd ? 3.5 : 1.5) + 0.1 * quotes.length;
    ways.push({ cost, next: using(spot, longer, isKey), faults });
    inner.push(quote);
  }
  return ways;
}

/** Ends before a sign that would follow a string, and at an escaped quote before such a sign. */
function earlierEnds(source: Source, spot: Spot, string: Token, isKey: boolean, limit: number): Way[] {
  const { text } = source;
  const places: number[] = [];
  const escaped: number[] = [];
  const from = Math.max(string.start + 1, limit - REACH);
  for (let at = from; at < limit; at += 1) {
    const char = text.charAt(at);
    const skipped = char === "{" ? source.placeholders.get(at) : undefined;
    if (skipped !== undefined) at = skipped - 1;
    else if (isKey ? char === ":" || char === "=" : ",}]".includes(char)) places.push(at);
    else if (char === '"' && text.charAt(at - 1) === "\\") escaped.push(at + 1);
  }
  const near = places.length > 2 * ENDS ? [...places.slice(0, ENDS), ...places.slice(-ENDS)] : places;
  const ends = near
    .map((place) => trimmedEnd(text, string.start + 1, place))
    .filter((end) => !escaped.includes(end));
  const cut = ends.map((end) =>
    endingAt(source, spot, { kind: "string", start: string.start, end }, isKey, 2),
  );
  const kept = escaped.slice(-ENDS).map((end): Way => {
    const shorter: Token = { kind: "string", start: string.start, end };
    return {
      cost: 2.2,
      next: using(spot, shorter, isKey),
      faults: () => [escapedClosingQuote(text, shorter, pathBackslashes(source, shorter))],
    };
  });
  return [...cut, ...kept];
}

/** Ends there without a closing quote, or with one of another kind. */
function endingAt(source: Source, spot: Spot, string: Token, isKey: boolean, cost: number): Way {
  const next = using(spot, string, isKey);
  if (string.end - 1 > string.start && QUOTES.includes(source.text.charAt(string.end - 1))) {
    return { cost: cost - 0.2, next, faults: () => findStringFlaws(source, string) };
  }
  const faults = () => [
    unterminatedString(source.text, string.start, string.end),
    ...findStringFlaws(source, string, false),
  ];
  return { cost, next, faults };
}

function lineEnd(source: Source, spot: Spot, string: Token, isKey: boolean): Way {
  const end = trimmedEnd(source.text, string.start + 1, string.end);
  return endingAt(source, spot, { kind: "string", start: string.start, end }, isKey, 2.2);
}

/** The string goes on behind a raw line break, to a quote on one of the next lines. */
function laterLines(source: Source, spot: Spot, string: Token, isKey: boolean): Way[] {
  const { text } = source;
  const closing = text.charAt(string.start);
  const limit = Math.min(source.end, string.start + REACH);
  const ways: Way[] = [];
  let from = string.end;
  for (let line = 1; line <= LINES && ways.length < 3; line += 1) {
    const lineBreak = text.indexOf("\n", from);
    if (lineBreak < 0 || lineBreak >= limit) break;
    from = lineBreak + 1;
    for (let quote = findClosingQuote(source, from, closing, { limit }); quote >= 0 && ways.length < 3; ) {
      const longer: Token = { kind: "string", start: string.start, end: quote + 1 };
      ways.push({
        cost: 2 + 0.2 * line + 1.5 * ways.length,
        next: using(spot, longer, isKey),
        faults: () => findStringFlaws(source, longer),
      });
      quote = findClosingQuote(source, quote + 1, closing, { limit });
    }
  }
  return ways;
}

function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && text.charAt(at - 1).trim() === "") at -= 1;
  return at;
}
