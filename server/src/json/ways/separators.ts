import { sliceSpan } from "../../text/span.ts";
import { stringConcatenation } from "../faults/quotes.ts";
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
import { findStringFlaws } from "../stringFlaws.ts";
import { canBeKey, isCloser, startsValue } from "../token.ts";
import type { FindWays, Surprise, Way } from "./way.ts";

/** A comma too many, or at the end. */
export const findCommaWays: FindWays = ({ source, spot, token, following }) => {
  const { last, frame, state } = spot;
  const atEnd = isCloser(token.kind) || (token.kind === "end" && frame === undefined);
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
  if (token.kind === "operator") {
    const sign = sliceSpan(text, token);
    if (sign === ";") {
      const separates = frame !== undefined && startsElement(frame, following);
      const next = separates
        ? { ...afterComma(spot), at: token.end, last: token }
        : { ...spot, at: token.end };
      return [{ cost: 1, next, faults: () => [wrongSeparator(token, separates)] }];
    }
    if (
      (sign === "+" || sign === ".") &&
      last?.kind === "string" &&
      following.kind === "string" &&
      !following.open
    ) {
      const next = { ...afterValue(spot, following), valueStart: spot.valueStart };
      const faults = () => [
        stringConcatenation(text, last, token, following),
        ...findStringFlaws(source, following),
      ];
      return [{ cost: 0.5, next, faults }];
    }
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

/** `"price": 1,5` */
function findDecimalComma({ source, spot, token }: Surprise): readonly Way[] {
  const { text } = source;
  const comma = spot.last;
  if (spot.state !== "key" || comma?.kind !== "," || !/^\d+$/.test(sliceSpan(text, token))) return [];
  if (comma.end !== token.start || !/^-?\d+$/.test(text.slice(spot.valueStart, comma.start))) return [];
  const number = { start: spot.valueStart, end: token.end };
  const next = { ...afterValue(spot, token), valueStart: spot.valueStart };
  return [{ cost: 0.5, next, faults: () => [decimalComma(text, number, comma)] }];
}

/** A colon left out, doubled, or written with another sign; a key or a value left out. */
export const findColonWays: FindWays = ({ source, spot, token, following }) => {
  const { text } = source;
  const { state, last } = spot;
  const isSign = token.kind === "operator" && sliceSpan(text, token).startsWith("=");
  if (state === "colon" && last) {
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
    const next: Spot = { ...spot, state: "after", valueStart: last.start, at: token.start };
    return [{ cost: 2.5, next, faults: () => [missingValue(text, last, last.end, false)] }];
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

/** The key that ends before the colon, as far as one line shows it. */
function keyBefore(text: string, colon: number): { start: number; end: number } {
  const before = text.slice(Math.max(0, colon - 80), colon).trimEnd();
  const key = /(?:"(?:[^"\\\n]|\\.)*"|[^\s{,"]+)$/.exec(before)?.[0] ?? "";
  const end = colon - (text.slice(Math.max(0, colon - 80), colon).length - before.length);
  return { start: end - key.length, end };
}
