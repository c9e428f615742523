import { sliceSpan } from "../../text/span.ts";
import { joinedVariable, stringConcatenation } from "../faults/quotes.ts";
import {
  missingColon,
  missingComma,
  missingKey,
  missingValue,
  surplusColon,
  surplusComma,
  trailingComma,
  wrongColon,
  wrongSeparator,
} from "../faults/separators.ts";
import { decimalComma } from "../faults/values.ts";
import { afterComma, afterValue, moved, type Spot, startsElement } from "../grammar.ts";
import { isLiteral } from "../literal.ts";
import { scanSignificant } from "../scanner.ts";
import { findStringFlaws } from "../stringFlaws.ts";
import { canBeKey, isCloser, startsValue, type Token } from "../token.ts";
import type { FindWays, Surprise, Way } from "./way.ts";

/** A comma too many, or at the end. */
export const findCommaWays: FindWays = ({ source, spot, token, following }) => {
  const { last, frame, state } = spot;
  const atEnd =
    isCloser(token.kind) || (token.kind === "end" && (frame === undefined || frame.closer === "end"));
  if (atEnd && last?.kind === ",") {
    const closer = token.kind === "end" ? "" : sliceSpan(source.text, token);
    return [{ cost: 1, next: { ...spot, state: "after" }, faults: () => [trailingComma(last, closer)] }];
  }
  if (token.kind !== "," || state === "after" || state === "colon") return [];
  const next: Spot = { ...spot, at: token.end };
  const leading = last?.kind !== ",";
  const inArray = frame?.kind === "array" && !(isCloser(following.kind) && leading);
  const cost = state === "value" ? 3 : 1;
  return [{ cost, next, faults: () => [surplusComma(token, inArray, leading)] }];
};

/** A comma left out, a semicolon for it, or a sign that joins two strings. */
export const findSeparatorWays: FindWays = (surprise) => {
  const { source, spot, token, following } = surprise;
  const { text } = source;
  if (spot.state !== "after") return findDecimalComma(surprise);
  const { frame, last } = spot;
  if (standsForComma(surprise)) {
    const next = { ...afterComma(spot), at: token.end, last: token };
    return [{ cost: 1, next, faults: () => [wrongSeparator(text, token, true)] }];
  }
  if (token.kind === "operator") {
    const sign = sliceSpan(text, token);
    if (";，；".includes(sign)) {
      const separates = frame !== undefined && startsElement(frame, following);
      const next = separates
        ? { ...afterComma(spot), at: token.end, last: token }
        : { ...spot, at: token.end };
      return [{ cost: 1, next, faults: () => [wrongSeparator(text, token, separates)] }];
    }
    if ((sign === "+" || sign === ".") && last?.kind === "string") return joined(surprise, last);
    return [];
  }
  if (frame === undefined || last === undefined || !startsElement(frame, token)) return [];
  const value = { start: spot.valueStart, end: last.end };
  const shown = value.end - value.start > 40 ? last : value;
  return [
    {
      cost: 1,
      next: { ...afterComma(spot), last: token, at: token.start },
      faults: () => [missingComma(text, shown)],
    },
  ];
};

/** `"first": 1: "second": 2` and `"first": "Ada". "second": 2`: behind the sign is a key, so the sign was a comma. */
function standsForComma({ source, spot, token, following }: Surprise): boolean {
  if (spot.frame?.kind !== "object" || !canBeKey(following)) return false;
  const isSign = token.kind === ":" || "+.".includes(sliceSpan(source.text, token));
  return isSign && scanSignificant(source, following.end).kind === ":";
}

/** All the strings that signs put together are one mistake. */
function joined({ source, spot, token, following }: Surprise, first: Token): Way[] {
  const { text } = source;
  const strings = [first];
  for (
    let sign = token, next = following;
    sign.kind === "operator" && "+.".includes(text.charAt(sign.start));
  ) {
    if (next.kind !== "string" || next.open) break;
    strings.push(next);
    sign = scanSignificant(source, next.end);
    next = scanSignificant(source, sign.end);
  }
  const last = strings.at(-1) ?? first;
  const next = { ...afterValue(spot, last), valueStart: spot.valueStart };
  if (strings.length > 1) {
    const flaws = () => strings.slice(1).flatMap((string) => findStringFlaws(source, string));
    return [{ cost: 0.5, next, faults: () => [stringConcatenation(text, token, strings), ...flaws()] }];
  }
  if (following.kind !== "word" || isLiteral(sliceSpan(text, following))) return [];
  const after = { ...afterValue(spot, following), valueStart: spot.valueStart };
  const faults = () => [joinedVariable(text, first, token, following, source.knowsPlaceholders)];
  return [{ cost: 1, next: after, faults }];
}

/** `"price": 1,5` */
function findDecimalComma({ source, spot, token }: Surprise): readonly Way[] {
  const { text } = source;
  const comma = spot.last;
  if (spot.state !== "key" || comma?.kind !== "," || !/^\d+$/.test(sliceSpan(text, token))) return [];
  if (comma.end !== token.start || !/^-?\d+$/.test(text.slice(spot.valueStart, comma.start))) return [];
  const thousands = /^-?\d{1,3}(?:,\d{3}){2,}(?!\d)/.exec(text.slice(spot.valueStart, spot.valueStart + 40));
  const number = {
    start: spot.valueStart,
    end: thousands ? spot.valueStart + thousands[0].length : token.end,
  };
  const last: Token = { kind: "number", start: token.start, end: number.end };
  const next = { ...afterValue(spot, last), valueStart: spot.valueStart };
  return [{ cost: 0.5, next, faults: () => [decimalComma(text, number, comma)] }];
}

/** A colon left out, doubled, or written with another sign; a key or a value left out. */
export const findColonWays: FindWays = (surprise) => {
  const { source, spot, token, following } = surprise;
  const { text } = source;
  const { state, last } = spot;
  const isSign = token.kind === "operator" && "=：".includes(text.charAt(token.start));
  if (state === "colon" && last) {
    const replaces = (token.kind === "," || token.kind === "operator") && startsValue(following);
    if (replaces && !isSign) {
      const next: Spot = { ...moved(spot, token), state: "value" };
      return [
        { cost: 1.6, next, faults: () => [wrongColon(text, token)] },
        ...(token.kind === "," ? [withoutValue(surprise, last)] : []),
      ];
    }
    if (isSign)
      return [
        {
          cost: 0.5,
          next: { ...moved(spot, token), state: "value" },
          faults: () => [wrongColon(text, token)],
        },
      ];
    if (startsValue(token)) {
      return [
        {
          cost: 1,
          next: { ...spot, state: "value", at: token.start },
          faults: () => [missingColon(text, last)],
        },
      ];
    }
    return token.kind === "end" ? [] : [withoutValue(surprise, last)];
  }
  if (state === "value" && last?.kind === ":") {
    if (token.kind === ":" || isSign) {
      return [{ cost: 1.5, next: { ...spot, at: token.end }, faults: () => [surplusColon(token)] }];
    }
    if (token.kind === "," || isCloser(token.kind)) {
      const key = keyBefore(text, last.start);
      const next: Spot = { ...spot, state: "after", valueStart: last.end, at: token.start };
      return [{ cost: 1, next, faults: () => [missingValue(text, key, last.end, true)] }];
    }
    if (canBeKey(token) && following.kind === ":") {
      const next: Spot = { ...afterComma(spot), at: token.start };
      return [
        { cost: 4, next, faults: () => [missingValue(text, keyBefore(text, last.start), last.end, true)] },
      ];
    }
  }
  if ((state === "key" || state === "keyOrEnd") && token.kind === ":" && startsValue(following)) {
    return [{ cost: 2, next: { ...moved(spot, token), state: "value" }, faults: () => [missingKey(token)] }];
  }
  return [];
};

function withoutValue({ source, spot, token }: Surprise, key: Token): Way {
  const next: Spot = { ...spot, state: "after", valueStart: key.start, at: token.start };
  return { cost: 2.5, next, faults: () => [missingValue(source.text, key, key.end, false)] };
}

/** The key that ends before the colon, as far as one line shows it. */
function keyBefore(text: string, colon: number): { start: number; end: number } {
  const before = text.slice(Math.max(0, colon - 80), colon).trimEnd();
  const key = /(?:"(?:[^"\\\n]|\\.)*"|[^\s{,"]+)$/.exec(before)?.[0] ?? "";
  const end = colon - (text.slice(Math.max(0, colon - 80), colon).length - before.length);
  return { start: end - key.length, end };
}
