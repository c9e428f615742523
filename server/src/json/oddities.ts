import type { Fault } from "../text/fault.ts";
import type { Span } from "../text/span.ts";
import { bigInteger, duplicateKey } from "./faults/oddities.ts";

/** Hints are a courtesy: they must not make a body of many megabytes slow to judge. */
const LONGEST = 2_000_000;

/** What is worth a hint in a text that PHP accepts, in text order; none in a text of more than two million characters. */
export function findOddities(text: string, span: Span): Fault[] {
  if (span.end - span.start > LONGEST) return [];
  const faults: Fault[] = [];
  const outer: (ObjectKeys | undefined)[] = [];
  let keys: ObjectKeys | undefined;
  let expectsKey = false;
  for (let at = span.start; at < span.end; ) {
    const char = text.charCodeAt(at);
    if (char === 0x22) {
      const end = stringEnd(text, at);
      if (expectsKey && keys) {
        const first = addKey(text, at, end, keys);
        if (first !== undefined) {
          faults.push(duplicateKey(text, { start: first, end: stringEnd(text, first) }, { start: at, end }));
        }
      }
      expectsKey = false;
      at = end;
    } else if (char === 0x7b || char === 0x5b) {
      outer.push(keys);
      keys = char === 0x7b ? { hashes: [], starts: [], byHash: undefined } : undefined;
      expectsKey = char === 0x7b;
      at += 1;
    } else if (char === 0x7d || char === 0x5d) {
      keys = outer.pop();
      at += 1;
    } else if (char === 0x2c) {
      expectsKey = keys !== undefined;
      at += 1;
    } else if (char === 0x2d || (char >= 0x30 && char <= 0x39)) {
      at = noteNumber(text, at, faults);
    } else at += 1;
  }
  return faults;
}

/** The keys of an object so far. Hashes instead of strings, because nearly no object has a key twice. */
interface ObjectKeys {
  readonly hashes: number[];
  readonly starts: number[];
  /** The last start by hash, once there are too many keys to look through. */
  byHash: Map<number, number> | undefined;
}

const MANY = 24;

/** Adds a key and answers with the start of the last one of the same name. */
function addKey(text: string, start: number, end: number, keys: ObjectKeys): number | undefined {
  const hash = hashOf(text, start, end);
  const { hashes, starts } = keys;
  if (hashes.length === MANY)
    keys.byHash ??= new Map(hashes.map((known, index) => [known, starts[index] ?? 0]));
  const earlier = keys.byHash ? keys.byHash.get(hash) : starts[hashes.lastIndexOf(hash)];
  if (keys.byHash) keys.byHash.set(hash, start);
  else {
    hashes.push(hash);
    starts.push(start);
  }
  return earlier !== undefined && nameAt(text, earlier) === nameAt(text, start) ? earlier : undefined;
}

function hashOf(text: string, start: number, end: number): number {
  let hash = end - start;
  for (let at = start + 1; at < end - 1; at += 1) {
    const char = text.charCodeAt(at);
    if (char === 0x5c) return hashOfName(nameAt(text, start));
    hash = (Math.imul(hash, 31) + char) | 0;
  }
  return hash;
}

function hashOfName(name: string): number {
  const key = `"${name}"`;
  let hash = key.length;
  for (let at = 1; at < key.length - 1; at += 1) hash = (Math.imul(hash, 31) + key.charCodeAt(at)) | 0;
  return hash;
}

function nameAt(text: string, start: number): string {
  const raw = text.slice(start, stringEnd(text, start));
  return raw.includes("\\") ? JSON.parse(raw) : raw.slice(1, -1);
}

function stringEnd(text: string, quote: number): number {
  for (let at = quote + 1; ; at += 1) {
    at = text.indexOf('"', at);
    if (at < 0) return text.length;
    let backslashes = 0;
    while (text.charCodeAt(at - 1 - backslashes) === 0x5c) backslashes += 1;
    if (backslashes % 2 === 0) return at + 1;
  }
}

/** PHP reads integers of 64 bits; beyond them it reads a float, whose value may differ. */
function noteNumber(text: string, start: number, faults: Fault[]): number {
  let at = start + 1;
  while (isNumberPart(text.charCodeAt(at))) at += 1;
  if (at - start > 18) {
    const written = text.slice(start, at);
    if (/^-?\d+$/.test(written) && losesPrecision(written)) faults.push(bigInteger(text, { start, end: at }));
  }
  return at;
}

function isNumberPart(char: number): boolean {
  return (
    (char >= 0x30 && char <= 0x39) ||
    char === 0x2e ||
    char === 0x2b ||
    char === 0x2d ||
    (char | 0x20) === 0x65
  );
}

function losesPrecision(written: string): boolean {
  const exact = BigInt(written);
  if (exact >= -(2n ** 63n) && exact < 2n ** 63n) return false;
  const float = Number(written);
  return !Number.isFinite(float) || BigInt(float) !== exact;
}
