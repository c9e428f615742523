import { say } from "../features/words.ts";
import { readByteOrderMark, utf16Converter } from "./encoding.ts";
import type { Files } from "./files.ts";
import { joinedBytes } from "./joinedBytes.ts";
import { megabytes } from "./reports/sizes.ts";
import { type Gunzip, unpacked } from "./unpacked.ts";

/** VS Code keeps larger documents from extensions. */
const LARGEST = 50_000_000;

export interface UnpackOptions {
  readonly gunzip: Gunzip;
  readonly decode: (bytes: Uint8Array) => string;
}

/** What a packed file holds, as a scan reads it. Throws a sentence when that is nothing, or too much for a document. */
export async function unpackedText(
  files: Files,
  uri: string,
  { gunzip, decode }: UnpackOptions,
  largest = LARGEST,
): Promise<string> {
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const part of unpacked(files.read(uri), gunzip)) {
      length += part.length;
      if (length > largest) break;
      parts.push(part.slice());
    }
  } catch (error) {
    // Of one that was cut, the scan has found what stands before.
    if (length === 0) throw error;
  }
  if (length > largest) {
    const args = { largest: megabytes(largest) };
    throw new Error(
      say({ text: "it holds more than {largest}; unpack it, and scan what comes of it", args }),
    );
  }
  return textOf(joinedBytes(...parts), decode);
}

function textOf(bytes: Uint8Array, decode: UnpackOptions["decode"]): string {
  const mark = readByteOrderMark(bytes);
  const rest = bytes.subarray(mark.length);
  return decode(mark.encoding === "utf-8" ? rest : utf16Converter(mark.encoding)(rest, true));
}
