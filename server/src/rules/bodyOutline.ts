import { placeholderAt } from "../text/placeholder.ts";
import type { Span } from "../text/span.ts";

/** The upper levels of a JSON body; deeper values are `unknown`, as is what a placeholder stands for. */
export interface OutlineValue {
  readonly kind: "object" | "array" | "string" | "number" | "boolean" | "null" | "unknown";
  readonly span: Span;
  /** Members of an object in text order. */
  readonly members: readonly OutlineMember[];
  /** Elements of an array. */
  readonly items: readonly OutlineValue[];
  /** True when placeholders may add members or elements. */
  readonly open: boolean;
}

export interface OutlineMember {
  /** The key without its quotes. */
  readonly key: string;
  /** The key with its quotes. */
  readonly keySpan: Span;
  readonly value: OutlineValue;
}

/** Body, its records, and their members. */
const LEVELS = 3;

/**
 * Reads the outline of a JSON text that PHP accepts (with placeholders taken for values that fit); `masks` are stretches
 * that the client removes. Never throws: of a text that PHP refuses it reads what it can.
 */
export function readOutline(text: string, span: Span, masks: readonly Span[] = []): OutlineValue | undefined {
  const reader: Reader = { text, end: span.end, masks, nextMask: 0, at: span.start };
  skipBlank(reader);
  return reader.at < reader.end ? readValue(reader, LEVELS) : undefined;
}

/** The member of an object with this key; of several, PHP takes the last. */
export function findMember(value: OutlineValue | undefined, key: string): OutlineMember | undefined {
  return value?.members.findLast((member) => member.key === key);
}

interface Reader {
  readonly text: string;
  readonly end: number;
  readonly masks: readonly Span[];
  nextMask: number;
  at: number;
}

function readValue(reader: Reader, levels: number): OutlineValue {
  const start = reader.at;
  const char = reader.text.charAt(start);
  const isPlaceholder = placeholderAt(reader.text, start, reader.end) !== undefined;
  if (levels > 0 && char === "{" && !isPlaceholder) return readObject(reader, levels - 1);
  if (levels > 0 && char === "[") return readArray(reader, levels - 1);
  const kind = kindOf(char);
  skipValue(reader);
  const span = { start, end: Math.max(reader.at, start + 1) };
  reader.at = span.end;
  const glued = kind !== "string" && reader.text.slice(start, span.end).includes("{{");
  return { kind: glued ? "unknown" : kind, span, members: [], items: [], open: glued || kind === "unknown" };
}

function readObject(reader: Reader, levels: number): OutlineValue {
  const start = reader.at++;
  const members: OutlineMember[] = [];
  let open = false;
  for (skipCommas(reader); !atEnd(reader, "}"); skipCommas(reader)) {
    const key = readValue(reader, 0);
    skipBlank(reader);
    if (reader.text.charAt(reader.at) !== ":") {
      open = true;
      continue;
    }
    reader.at++;
    skipBlank(reader);
    const value = readValue(reader, levels);
    const name = key.kind === "string" ? keyText(reader.text, key.span) : undefined;
    if (name === undefined) open = true;
    else members.push({ key: name, keySpan: key.span, value });
  }
  return { kind: "object", span: closed(reader, start), members, items: [], open };
}

function readArray(reader: Reader, levels: number): OutlineValue {
  const start = reader.at++;
  const items: OutlineValue[] = [];
  for (skipCommas(reader); !atEnd(reader, "]"); skipCommas(reader)) items.push(readValue(reader, levels));
  const open = items.some((item) => item.kind === "unknown" && reader.text.startsWith("{{", item.span.start));
  return { kind: "array", span: closed(reader, start), members: [], items, open };
}

/** A key that is known: one with a placeholder inside may be any. */
function keyText(text: string, { start, end }: Span): string | undefined {
  const raw = text.slice(start, end);
  if (raw.includes("{{")) return undefined;
  if (!raw.includes("\\")) return raw.slice(1, -1);
  try {
    return String(JSON.parse(raw));
  } catch {
    return undefined;
  }
}

function kindOf(char: string): OutlineValue["kind"] {
  if (char === '"') return "string";
  if (char === "t" || char === "f") return "boolean";
  if (char === "n") return "null";
  return char === "-" || (char >= "0" && char <= "9") ? "number" : "unknown";
}

/** Goes over one value with everything glued to it, whatever its depth. */
function skipValue(reader: Reader): void {
  let depth = 0;
  for (; reader.at < reader.end; ) {
    const char = reader.text.charAt(reader.at);
    const placeholder = placeholderAt(reader.text, reader.at, reader.end);
    if (placeholder !== undefined) {
      reader.at = placeholder.end;
    } else if (char === '"') {
      skipString(reader);
      if (depth === 0) return;
    } else if (char === "{" || char === "[") {
      depth++;
      reader.at++;
    } else if (depth === 0 && (isBlank(char) || ",:]}".includes(char))) {
      return;
    } else if (char === "}" || char === "]") {
      depth--;
      reader.at++;
      if (depth === 0) return;
    } else {
      reader.at++;
    }
  }
}

function skipString(reader: Reader): void {
  for (reader.at++; reader.at < reader.end; ) {
    const char = reader.text.charAt(reader.at);
    const placeholder = placeholderAt(reader.text, reader.at, reader.end);
    if (placeholder !== undefined) reader.at = placeholder.end;
    else if (char === "\\") reader.at += 2;
    else if (reader.text.charAt(reader.at++) === '"') return;
  }
}

function skipCommas(reader: Reader): void {
  skipBlank(reader);
  while (reader.text.charAt(reader.at) === "," && reader.at < reader.end) {
    reader.at++;
    skipBlank(reader);
  }
}

function skipBlank(reader: Reader): void {
  while (reader.at < reader.end) {
    const mask = reader.masks[reader.nextMask];
    if (mask !== undefined && mask.start <= reader.at) {
      reader.at = Math.max(reader.at, mask.end);
      reader.nextMask++;
    } else if (isBlank(reader.text.charAt(reader.at))) reader.at++;
    else return;
  }
}

function atEnd(reader: Reader, close: string): boolean {
  return reader.at >= reader.end || reader.text.charAt(reader.at) === close;
}

function closed(reader: Reader, start: number): Span {
  reader.at = Math.min(reader.at + 1, reader.end);
  return { start, end: reader.at };
}

function isBlank(char: string): boolean {
  return char === " " || char === "\n" || char === "\r" || char === "\t";
}
