import type { Layer, LayeredText } from "../text/escapes.ts";
import { codeOf, decodeFrom, lengthOf, unitAt } from "../text/escapes.ts";
import { isBlank } from "./cursor.ts";
import type { TextStyle } from "./readBareText.ts";
import { isQuote } from "./readString.ts";

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
 * `undefined` when it is no key before a value. Looks only at a few characters around it.
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
  if (quoted !== undefined) {
    // Backslashes show all levels at once; entities hide the string around them.
    const hidden = quoted.layers.includes("entities") ? outer : [];
    const source = { text, end, layers: [...hidden, ...quoted.layers] };
    const closing = unitAt(source, behind);
    if (!isQuote(codeOf(closing))) return undefined;
    return quotedKey(source, at - quoted.length, behind + lengthOf(closing), before.slice(0, -quoted.length));
  }
  return bareKey({ text, end, layers: outer }, at, behind, before);
}

/** Refuses the commonest of all, `"error",` and `[error] `, by a look at two or three characters. */
function isPlainWord(text: string, behind: number): boolean {
  const code = text.charCodeAt(behind);
  let next = behind;
  if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE || code === CLOSE_BRACKET || code === COLON) {
    next += 1;
    while (isBlank(text.charCodeAt(next)) && next < behind + MAX_GAP) next += 1;
    const ink = text.charCodeAt(next);
    if (code === COLON) return !VALUE_STARTS.has(ink);
    return ink !== COLON && ink !== EQUALS && ink !== CLOSE_BRACKET && ink !== DOUBLE_QUOTE;
  }
  return false;
}

const MAX_GAP = 32;
/** What may follow `error:` without quotes: a bracket, `map[`, `@{`. */
const VALUE_STARTS: ReadonlySet<number> = new Set([0x7b, 0x5b, 0x6d, 0x40]);
const LOOK_BEHIND = 96;
const LOOK_AHEAD = 48;

interface QuoteBefore {
  readonly layers: readonly Layer[];
  /** Raw characters of the quote with its escapes. */
  readonly length: number;
}

/** Reads the layers off the quote before the key: `\"`, `\\\"`, `&quot;`, `\u0022`, `""`. */
function quoteBefore(before: string): QuoteBefore | undefined {
  const last = before.at(-1);
  if (last === '"' || last === "'") {
    const slashes = slashesBefore(before, before.length - 1);
    const layer = last === '"' ? "double-quoted" : "single-quoted";
    if (slashes > 0) return { layers: repeat(layer, levelsOf(slashes)), length: slashes + 1 };
    if (last === '"' && before.at(-2) === '"') return { layers: ["csv-cell"], length: 2 };
    return { layers: [], length: 1 };
  }
  if (last !== undefined && isQuote(last.charCodeAt(0))) return { layers: [], length: 1 };
  const hex = /(\\+)u0022$/.exec(before);
  if (hex !== null) {
    const slashes = hex[1]?.length ?? 1;
    return { layers: repeat("double-quoted", Math.floor(Math.log2(slashes)) + 1), length: hex[0].length };
  }
  const entity = /(\\*)&(amp;)*(?:quot|#0?34|#0?39|apos);$/.exec(before);
  if (entity === null) return undefined;
  const depth = 1 + (entity[0].match(/amp;/g)?.length ?? 0);
  const escapes = repeat("double-quoted", levelsOf(entity[1]?.length ?? 0));
  return { layers: [...repeat("entities", depth), ...escapes], length: entity[0].length };
}

function slashesBefore(text: string, end: number): number {
  let at = end;
  while (at > 0 && text[at - 1] === "\\") at -= 1;
  return end - at;
}

/** A quote at nesting level n carries 2ⁿ - 1 backslashes. */
function levelsOf(slashes: number): number {
  return Math.min(4, Math.floor(Math.log2(slashes + 1)));
}

function repeat(layer: Layer, count: number): Layer[] {
  return new Array<Layer>(count).fill(layer);
}

/** The operator behind a key and the first characters of a value that can hold an error. */
const OPERATOR = /^(\s*)(\]\s*=>|=>|[:=])(\s*)/;

function quotedKey(source: LayeredText, start: number, behind: number, before: string): ErrorKey | undefined {
  const ahead = decodeFrom(source, behind, LOOK_AHEAD * (1 + source.layers.length));
  const operator = OPERATOR.exec(ahead);
  if (operator === null) return undefined;
  const dumped = operator[2]?.startsWith("]") === true;
  if (dumped && !before.endsWith("[")) return undefined;
  const keyStart = dumped ? start - 1 : start;
  return {
    source,
    span: { start: keyStart, end: behind },
    ...openerBefore(dumped ? before.slice(0, -1) : before, keyStart),
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
  { ahead: /^:(?=map\[)/, before: /[[ ]$/, style: "go" },
  { ahead: /^=(?=[{[])/, before: /[{ ,]$/, style: "java" },
  { ahead: /^\s*[:=]\s*(?=@\{)/, before: /(?:^|[\s{;])$/, style: "powershell" },
  { ahead: /^\s*(?:=>|[:=])\s*(?=[{[])/, before: /(?:^|[\s{,(:;])$/, style: "words" },
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
      ...openerBefore(before.slice(0, before.length - (at - start)), start),
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

/** A bracket with what languages print before it, then white space, also escaped, up to the key. */
const OPENER =
  /(?:@|\bmap|(?:\(object\)\s*)?\b(?:array|Array|Object|stdClass Object)(?:\(\d*\)|:\d+)?(?:\s|\\+n)*|object\(\w+\)#\d+ \(\d+\) )?[{[(](?:\s|\\+[nrt])*$/;

function openerBefore(before: string, end: number): Pick<ErrorKey, "opener" | "literalQuote"> {
  const found = OPENER.exec(before);
  if (found === null) return { opener: undefined, literalQuote: undefined };
  const quote = before.charCodeAt(found.index - 1);
  return {
    opener: end - before.length + found.index,
    literalQuote: quote === SINGLE_QUOTE || quote === BACKTICK ? quote : undefined,
  };
}

const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;
const COLON = 0x3a;
const EQUALS = 0x3d;
const CLOSE_BRACKET = 0x5d;
const BACKTICK = 0x60;
