import { MAX_RECORD } from "../keys/errorKey.ts";
import { mapRecord } from "../mapRecord.ts";
import type { ErrorRecord } from "../model.ts";
import type { Scan } from "../scan.ts";
import { readEnvelope } from "./envelope.ts";

/** How base64 begins of `{"error":`, also printed over lines with an indent of two or four. */
export const BASE64_STARTS: readonly string[] = ["eyJlcnJvciI6", "ewogICJlcnJvciI6", "ewogICAgImVycm9yIj"];

/** An envelope in base64, as HAR files keep bodies; spans cover the raw characters that stand for what was read. */
export function readBase64Envelope(scan: Scan, at: number): ErrorRecord | undefined {
  const { text } = scan;
  // A run that starts earlier was something else.
  if (at > 0 && digitOf(text.charCodeAt(at - 1)) >= 0) return undefined;
  const end = base64End(text, at, Math.min(scan.span.end, at + MAX_RECORD));
  scan.noteReach(end);
  const decoded = decodeBase64(text, at, end);
  const inside: Scan = {
    ...scan,
    text: decoded.text,
    span: { start: 0, end: decoded.text.length },
    // Signs stand around the base64, not in it, and its whole length is noted already.
    signNear: () => scan.signNear(at),
    noteReach: () => {},
  };
  const record = readEnvelope(inside, decoded.text.indexOf("error"));
  if (record === undefined) return undefined;
  const raw = (offset: number, round: (n: number) => number) =>
    Math.min(end, at + round(((decoded.offsets[offset] ?? decoded.bytes) * 4) / 3));
  const mapped = mapRecord(record, (span) => ({
    start: raw(span.start, Math.floor),
    end: raw(span.end, Math.ceil),
  }));
  const isAll = decoded.text.slice(record.span.end).trim() === "";
  const span = { start: at, end: isAll ? paddingEnd(text, end) : mapped.span.end };
  return { ...mapped, span, form: "escaped-envelope" };
}

function base64End(text: string, start: number, limit: number): number {
  let at = start;
  while (at < limit && digitOf(text.charCodeAt(at)) >= 0) at += 1;
  return at;
}

function paddingEnd(text: string, end: number): number {
  return end + (/^=*/.exec(text.slice(end, end + 2))?.[0].length ?? 0);
}

interface Decoded {
  readonly text: string;
  /** For each character, the byte where it starts. */
  readonly offsets: readonly number[];
  readonly bytes: number;
}

/** Undoes base64 and then UTF-8; what is not UTF-8 becomes U+FFFD. */
function decodeBase64(text: string, start: number, end: number): Decoded {
  let decoded = "";
  const offsets: number[] = [];
  let bits = 0;
  let held = 0;
  let byte = 0;
  let pending = 0;
  let point = 0;
  for (let at = start; at < end; at++) {
    held = ((held << 6) | digitOf(text.charCodeAt(at))) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    const value = (held >> bits) & 0xff;
    if (value < 0x80 || value >= 0xc0) {
      pending = value < 0x80 ? 0 : value >= 0xf0 ? 3 : value >= 0xe0 ? 2 : 1;
      point = pending === 0 ? value : value & (0x3f >> pending);
      if (pending > 0) offsets.push(byte);
    } else {
      pending -= 1;
      point = (point << 6) | (value & 0x3f);
    }
    if (pending === 0) {
      const character = point > 0x10ffff ? "\ufffd" : String.fromCodePoint(point);
      if (value < 0x80) offsets.push(byte);
      else if (character.length > 1) offsets.push(byte);
      decoded += character;
    }
    byte += 1;
  }
  return { text: decoded, offsets, bytes: byte };
}

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const DIGIT_OF: readonly number[] = Array.from({ length: 128 }, (_, code) =>
  DIGITS.indexOf(String.fromCharCode(code)),
);

function digitOf(code: number): number {
  return DIGIT_OF[code] ?? -1;
}
