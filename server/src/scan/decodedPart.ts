import { type AnchoredReader, anchoredReader } from "../records/anchoredReader.ts";
import type { Claim } from "../records/model.ts";
import { utf8Map } from "./utf8.ts";

export interface DecodeOptions {
  readonly claim?: Claim;
  /** Turns UTF-8 into text as `TextDecoder` does with `ignoreBOM`: bytes that are none become U+FFFD. */
  readonly decode: (bytes: Uint8Array) => string;
}

/** A part of some bytes as text, to read records in. */
export interface DecodedPart {
  readonly text: string;
  /** Where it stands in the bytes. */
  readonly from: number;
  readonly to: number;
  /** Offsets in the text against places in the bytes. */
  readonly toByte: (unit: number) => number;
  readonly toUnit: (byte: number) => number;
  readonly reader: AnchoredReader;
}

export function decodedPart(
  bytes: Uint8Array,
  from: number,
  to: number,
  { decode, claim = "auto" }: DecodeOptions,
): DecodedPart {
  const text = decode(bytes.subarray(from, to));
  const map = utf8Map(bytes, from, to, text);
  return {
    text,
    from,
    to,
    toByte: (unit) => from + map.toByte(unit),
    toUnit: (byte) => map.toUnit(byte - from),
    reader: anchoredReader(text, { claim }),
  };
}
