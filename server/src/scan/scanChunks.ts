import type { Phrase } from "../text/phrase.ts";
import type { FoundRecord } from "./scanner.ts";
import { createScanner, type ScanMark, type ScannerOptions } from "./scanner.ts";

export interface ScanChunksOptions extends Omit<ScannerOptions, "onRecord"> {
  readonly onRecord: (found: FoundRecord) => void;
  /** Asked between chunks; what was found until then stays found. */
  readonly cancelled?: () => boolean;
  /** Told after each chunk how many bytes were taken in. */
  readonly onProgress?: (bytes: number) => void;
}

export interface ScanOutcome {
  readonly bytes: number;
  readonly records: number;
  readonly cancelled: boolean;
  /** Why the bytes were not read. */
  readonly refusal: Phrase | undefined;
  /** Where to go on when the stream has grown; `undefined` where that cannot be. */
  readonly mark: ScanMark | undefined;
}

/** Finds the records in a stream of bytes; see {@link createScanner}. Throws only what the stream throws. */
export async function scanChunks(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  { onRecord, cancelled = () => false, onProgress = () => {}, ...options }: ScanChunksOptions,
): Promise<ScanOutcome> {
  let records = 0;
  let bytes = 0;
  const scanner = createScanner({
    ...options,
    onRecord: (found) => {
      records += 1;
      onRecord(found);
    },
  });
  for await (const chunk of chunks) {
    if (cancelled()) return { bytes, records, cancelled: true, refusal: undefined, mark: undefined };
    scanner.push(chunk);
    bytes += chunk.length;
    onProgress(bytes);
    if (scanner.refusal() !== undefined) break;
  }
  scanner.end();
  return { bytes, records, cancelled: false, refusal: scanner.refusal(), mark: scanner.mark() };
}
