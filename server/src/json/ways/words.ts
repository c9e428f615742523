import type { Fault } from "../../text/fault.ts";
import { sliceSpan } from "../../text/span.ts";
import { wrongBracket } from "../faults/brackets.ts";
import { removeText, replaceText } from "../faults/make.ts";
import { unquotedKey } from "../faults/quotes.ts";
import { missingColon } from "../faults/separators.ts";
import { bareWord, elision, functionCall, numberFormat, unexpectedText } from "../faults/values.ts";
import { afterValue, moved, opened, type Spot, startsElement } from "../grammar.ts";
import { indentOf, isFirstOnLine, lineEndOf, type Source } from "../source.ts";
import { isCloser, isOpener, startsValue, type Token } from "../token.ts";
import type { FindWays, Way } from "./way.ts";

/** A text without quotes, as value or as key of several words. */
export const findBareWays: FindWays = ({ source, spot, token, following }) => {
  if (token.kind !== "word" && token.kind !== "number") return [];
  const { text } = source;
  if (PREFIX.test(sliceSpan(text, token)) && following.start === token.end && isWholeString(following)) {
    const next: Spot = { ...spot, at: token.end };
    return [{ cost: 0.8, next, faults: () => [unexpectedText(text, token)] }];
  }
  if (spot.state === "key" || spot.state === "keyOrEnd") {
    const colon = text
      .slice(token.start, Math.min(lineEndOf(source, token.start), token.start + 120))
      .search(/[:="{}[\],]/);
    const end = trimmedEnd(text, token.start, token.start + Math.max(colon, 0));
    const ways: Way[] = [];
    if (colon > 0 && /[:=]/.test(text.charAt(token.start + colon))) {
      const key: Token = { kind: "word", start: token.start, end };
      ways.push({
        cost: 1.2,
        next: { ...moved(spot, key), state: "colon" },
        faults: () => [unquotedKey(text, key)],
      });
    }
    if (startsValue(following)) {
      const next: Spot = { ...moved(spot, token), state: "value" };
      ways.push({ cost: 3, next, faults: () => [unquotedKey(text, token), missingColon(text, token)] });
    }
    return ways;
  }
  if (spot.state === "after" || spot.state === "colon" || spot.last === undefined) return [];
  if (following.kind === "(" && following.start === token.end) return [];
  return bareEnds(source, token.start, token.end).map((end, index) => {
    const words: Token = { kind: "word", start: token.start, end };
    return { cost: 1.2 + 1.2 * index, next: afterValue(spot, words), faults: () => [bareFault(text, words)] };
  });
};

/** What other languages put before a string: Python's `b"…"`, C#'s `@"…"`, `N'…'` of SQL. */
const PREFIX = /^(?:[bruf]{1,2}|@|[NEL])$/i;

function isWholeString({ kind, open }: Token): boolean {
  return kind === "string" && open !== true;
}

/** `- 5` and `1 000` are numbers to those who write them. */
function bareFault(text: string, words: Token): Fault {
  return numberFormat(text, words) ?? bareWord(text, words);
}

/** The last value was only the beginning of a text without quotes: `12:30`, `3 apples`. */
export const findLongerWordWays: FindWays = ({ source, spot, token }) => {
  const { text } = source;
  const { last, valueStart } = spot;
  if (spot.state !== "after" || (last?.kind !== "word" && last?.kind !== "number")) return [];
  if (last.start !== valueStart || token.start >= lineEndOf(source, valueStart)) return [];
  if (token.kind !== "word" && token.kind !== "number" && token.kind !== ":" && token.kind !== "operator")
    return [];
  return bareEnds(source, valueStart, token.end).map((end, index) => {
    const words: Token = { kind: "word", start: valueStart, end };
    const next = afterValue(spot, words);
    return { cost: 1.8 + 1.2 * index, next, faults: () => [bareFault(text, words)], rereadFrom: valueStart };
  });
};

/** Where a text without quotes may end: before one of the next separators of its line. */
function bareEnds(source: Source, start: number, from: number): number[] {
  const { text } = source;
  const lineEnd = Math.min(lineEndOf(source, start), start + 400);
  const ends: number[] = [];
  for (let at = from; at <= lineEnd && ends.length < 3; at += 1) {
    if (at === lineEnd || ',}]"'.includes(text.charAt(at))) ends.push(trimmedEnd(text, start, at));
    if (text.charAt(at) === '"') break;
  }
  return [...new Set(ends)];
}

/** `name(…)` as a value, and a tuple in parentheses. */
export const findCallWays: FindWays = ({ source, spot, token, following }) => {
  const { text } = source;
  if (spot.state === "after" || spot.state === "colon" || spot.state === "key" || spot.state === "keyOrEnd")
    return [];
  const isList = LISTS.test(sliceSpan(text, token));
  if (spot.last === undefined && !isList && (token.kind === "word" || isOpener(following.kind))) return [];
  const isNew = token.kind === "word" && sliceSpan(text, token) === "new" && following.kind === "word";
  const open = token.kind === "(" ? token : isNew ? parenAfter(source, following.end) : following;
  if (open?.kind !== "(" || (token.kind !== "word" && token.kind !== "(")) return [];
  const head = { start: token.start, end: open.end };
  const outer = isList ? spot.frame?.absorber : undefined;
  const edits = outer ?? [];
  const onClose = (closer: Token, elements: "one" | "many") => {
    const staysList = isList || (token.kind === "(" && elements === "many");
    edits.push(replaceText(head, staysList ? "[" : ""), replaceText(closer, staysList ? "]" : ""));
  };
  const frame = { kind: "array", closer: ")", onClose } as const;
  const next = { ...opened(spot, { ...open, start: token.start }, frame) };
  const fault = () =>
    token.kind === "(" ? wrongBracket(token, "(", "[", edits) : functionCall(text, head, edits);
  const faults = () => (outer ? [] : [fault()]);
  return [{ cost: 1, next, faults, changesBalance: true }];
};

/** Calls that make a list of their arguments. */
const LISTS = /^(?:array|list|set|tuple)$/;

function parenAfter({ text }: Source, at: number): Token | undefined {
  return text.charAt(at) === "(" ? { kind: "(", start: at, end: at + 1 } : undefined;
}

/** Dots that stand for more of the same. */
export const findElisionWays: FindWays = ({ source, spot, token, following }) => {
  if (token.kind !== "elision" || spot.state === "colon" || (spot.state === "value" && spot.frame)) return [];
  const last = spot.last;
  if (following.kind === "," && spot.state !== "after") {
    const next = { ...spot, at: following.end };
    return [{ cost: 0.5, next, faults: () => [elision(token, [removeText(token.start, following.end)])] }];
  }
  if (last?.kind === "," && spot.frame && startsElement(spot.frame, following)) {
    const column = indentOf(source, token.start);
    const from = isFirstOnLine(source, token.start)
      ? lineEndOf(source, token.start - column - 1)
      : token.start;
    const edits = [removeText(from, token.end)];
    return [{ cost: 0.5, next: { ...spot, at: token.end }, faults: () => [elision(token, edits)] }];
  }
  const from = last?.kind === "," ? last.start : token.start;
  const isEmpty = spot.state === "keyOrEnd" || spot.state === "elementOrEnd";
  const next: Spot = { ...spot, at: token.end, state: isEmpty ? spot.state : "after" };
  return [{ cost: 0.5, next, faults: () => [elision(token, [removeText(from, token.end)])] }];
};

/** The last resort, so that reading always gets on: the token, or the rest of its line, is passed over. */
export const findSkipWays: FindWays = ({ source, spot, token }) => {
  if (token.kind === "end") return [];
  const cost = isCloser(token.kind) ? 5 : 4;
  const faults = () => [unexpectedText(source.text, token)];
  return [{ cost, next: { ...spot, at: token.end }, faults, changesBalance: true }];
};

function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && text.charAt(at - 1).trim() === "") at -= 1;
  return at;
}
