import { decodeFrom, unitAt, withLayer } from "../../text/escapes.ts";
import { codeOf, type Layer, type LayeredText, lengthOf } from "../../text/layers/layer.ts";
import { isPlainWord } from "../refusals.ts";
import type { TextStyle } from "../values/readBareText.ts";
import { isQuote } from "../values/readString.ts";
import { hiddenLayers, literalLayer, quoteBefore } from "./keyLayers.ts";
import { openerBefore } from "./opener.ts";
import { seamsAround } from "./seams.ts";

/** An `error` key that was found in a text, and how the text around it is written. */
export interface ErrorKey {
  readonly source: LayeredText;
  /** The key with its quotes. */
  readonly span: { readonly start: number; readonly end: number };
  /** Where the bracket (with its prefix) stands that opens directly before the key; `undefined` when none does. */
  readonly opener: number | undefined;
  readonly valueStart: number;
  readonly style: TextStyle;
  /** The quote of a source-code literal that starts right before the opener. */
  readonly literalQuote: number | undefined;
  /** False for JSON, true for what another language prints. */
  readonly printed: boolean;
}

/** The letters of the key. */
export const KEY = "error";
/** Longer records are cut off. */
export const MAX_RECORD = 262_144;

/**
 * Tells how the key whose letters start at `at` is written, in a text wrapped in `outer` layers already known;
 * `undefined` when it is no key before a value. Looks only at what {@link seamsAround} looks at, and less before it.
 */
export function readErrorKey(
  text: string,
  at: number,
  limit: number,
  outer: readonly Layer[] = [],
): ErrorKey | undefined {
  const behind = at + KEY.length;
  if (isPlainWord(text, behind)) return undefined;
  const before = text.slice(Math.max(0, at - LOOK_BEHIND), at);
  const end = Math.min(limit, at + MAX_RECORD);
  const quoted = quoteBefore(before);
  const shown = quoted?.layers ?? [];
  const around = outer.length > 0 ? hiddenLayers(outer, shown) : seamsAround(text, at, behind, limit);
  const colors = outer.length === 0 && hasColors(text, at) ? COLORS : [];
  const layers = [...around, ...shown, ...colors];
  if (quoted === undefined) {
    return bareKey({ text, end, layers: outer.length > 0 ? outer : layers }, at, behind, before);
  }
  const source = { text, end, layers };
  const closing = unitAt(source, behind);
  if (!isQuote(codeOf(closing))) return undefined;
  return quotedKey(source, at - quoted.length, behind + lengthOf(closing), before.slice(0, -quoted.length));
}

const COLORS: readonly Layer[] = ["colors"];
/** How near to the key a sequence of colors stands, where there are any. */
const COLOR_REACH = 160;

function hasColors(text: string, at: number): boolean {
  const around = text.slice(Math.max(0, at - COLOR_REACH), at + COLOR_REACH);
  return around.includes("\x1b[") || around.includes("\\u001b[") || around.includes("\\x1b[");
}

const LOOK_BEHIND = 96;
const LOOK_AHEAD = 48;

/** The operator behind a key and the first characters of a value that can hold an error. */
const OPERATOR = /^(\s*)(\]\s*=>|=>|[:=])(\s*)/;

function quotedKey(source: LayeredText, start: number, behind: number, before: string): ErrorKey | undefined {
  const ahead = decodeFrom(source, behind, LOOK_AHEAD * (1 + source.layers.length));
  const operator = OPERATOR.exec(ahead);
  if (operator === null) return undefined;
  const dumped = operator[2]?.startsWith("]") === true;
  if (dumped && !before.endsWith("[")) return undefined;
  const keyStart = dumped ? start - 1 : start;
  const { opener, literalQuote } = openerBefore(source.text, keyStart, source.layers);
  const literal =
    literalQuote === undefined || source.layers.length > 0
      ? undefined
      : literalLayer(source.text, behind, literalQuote);
  return {
    source: literal === undefined ? source : withLayer(source, literal),
    span: { start: keyStart, end: behind },
    opener,
    literalQuote: literal === undefined ? literalQuote : undefined,
    valueStart: skip(source, behind, operator[0].length),
    style: "words",
    printed: operator[2] !== ":" || source.text[start] === "'",
  };
}

/** Keys without quotes, by what stands around them. */
const BARE: readonly {
  readonly ahead: RegExp;
  readonly before: RegExp;
  readonly style: TextStyle;
}[] = [
  { ahead: /^\]\s*=>\s*(?=Array|stdClass|\w+ Object)/, before: /\[$/, style: "print-r" },
  { ahead: /^:(?=\[?map\[)/, before: /[[ ]$/, style: "go" },
  { ahead: /^=(?=[A-Z]\w{1,40}\(\w{1,20}=)/, before: /[{ ,(]$/, style: "java" },
  { ahead: /^=(?=[{[])/, before: /[{ ,]$/, style: "java" },
  { ahead: /^\s*[:=]\s*(?=@\{)/, before: /(?:^|[\s{;])$/, style: "powershell" },
  { ahead: /^\s*(?:=>|[:=])\s*(?=[{[]|\(\s*\{|Object \{)/, before: /(?:^|[\s{,(:;])$/, style: "words" },
];

function bareKey(source: LayeredText, at: number, behind: number, before: string): ErrorKey | undefined {
  const ahead = decodeFrom(source, behind, LOOK_AHEAD);
  for (const row of BARE) {
    const operator = row.ahead.exec(ahead);
    if (operator === null || !row.before.test(before)) continue;
    const start = row.style === "print-r" || before.endsWith(":") ? at - 1 : at;
    return {
      source,
      span: { start, end: row.style === "print-r" ? behind + 1 : behind },
      ...openerBefore(source.text, start, source.layers),
      valueStart: skip(source, behind, operator[0].length),
      style: row.style,
      printed: true,
    };
  }
  return undefined;
}

function skip(source: LayeredText, at: number, units: number): number {
  let next = at;
  for (let i = 0; i < units; i++) next += lengthOf(unitAt(source, next));
  return next;
}
