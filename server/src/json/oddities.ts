import type { Fault } from "../text/fault.ts";
import type { Span } from "../text/span.ts";
import { bigInteger, duplicateKey } from "./faults/oddities.ts";

/** What is worth a hint in a text that PHP accepts. In text order. */
export function findOddities(text: string, span: Span): Fault[] {
  const faults: Fault[] = [];
  const objects: (Map<string, Span> | undefined)[] = [];
  let keys: Map<string, Span> | undefined;
  let expectsKey = false;
  for (let at = span.start; at < span.end; ) {
    const char = text.charCodeAt(at);
    if (char === 0x22) {
      const end = stringEnd(text, at);
      if (expectsKey && keys) noteKey(text, { start: at, end }, keys, faults);
      expectsKey = false;
      at = end;
    } else if (char === 0x7b || char === 0x5b) {
      objects.push(keys);
      keys = char === 0x7b ? new Map() : undefined;
      expectsKey = char === 0x7b;
      at += 1;
    } else if (char === 0x7d || char === 0x5d) {
      keys = objects.pop();
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

function stringEnd(text: string, quote: number): number {
  for (let at = quote + 1; ; at += 1) {
    at = text.indexOf('"', at);
    if (at < 0) return text.length;
    let backslashes = 0;
    while (text.charCodeAt(at - 1 - backslashes) === 0x5c) backslashes += 1;
    if (backslashes % 2 === 0) return at + 1;
  }
}

function noteKey(text: string, key: Span, keys: Map<string, Span>, faults: Fault[]): void {
  const raw = text.slice(key.start + 1, key.end - 1);
  const name: string = raw.includes("\\") ? JSON.parse(`"${raw}"`) : raw;
  const first = keys.get(name);
  if (first) faults.push(duplicateKey(text, first, key));
  keys.set(name, key);
}

/** PHP reads integers of 64 bits; beyond them it reads a float, whose value may differ. */
function noteNumber(text: string, start: number, faults: Fault[]): number {
  let at = start + 1;
  while (/[\d.eE+-]/.test(text.charAt(at))) at += 1;
  if (at - start > 18) {
    const written = text.slice(start, at);
    if (/^-?\d+$/.test(written) && losesPrecision(written)) faults.push(bigInteger(text, { start, end: at }));
  }
  return at;
}

function losesPrecision(written: string): boolean {
  const exact = BigInt(written);
  if (exact >= -(2n ** 63n) && exact < 2n ** 63n) return false;
  const float = Number(written);
  return !Number.isFinite(float) || BigInt(float) !== exact;
}
