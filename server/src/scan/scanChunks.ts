import type { Phrase } from "../text/phrase.ts";
import type { Page } from "./page.ts";
import type { FoundRecord } from "./scanner.ts";
import { createScanner, type ScanMark, type Scanner, type ScannerOptions } from "./scanner.ts";

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
export function scanChunks(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  options: ScanChunksOptions,
): Promise<ScanOutcome> {
  let bytes = 0;
  return scanEach(chunks, options, (scanner, chunk) => {
    scanner.push(chunk);
    bytes += chunk.length;
    return bytes;
  });
}

/** Finds the records in a file whose pages come in their order. Throws only what the pages throw. */
export function scanPages(pages: AsyncIterable<Page>, options: ScanChunksOptions): Promise<ScanOutcome> {
  return scanEach(pages, options, (scanner, page) => {
    scanner.read(page);
    return page.offset + page.until;
  });
}

async function scanEach<T>(
  pieces: AsyncIterable<T> | Iterable<T>,
  { onRecord, cancelled = () => false, onProgress = () => {}, ...options }: ScanChunksOptions,
  /** Answers how many bytes were taken in until now. */
  take: (scanner: Scanner, piece: T) => number,
): Promise<ScanOutcome> {
  let records = 0;
  const scanner = createScanner({
    ...options,
    onRecord: (found) => {
      records += 1;
      onRecord(found);
    },
  });
  let bytes = 0;
  for await (const piece of pieces) {
    if (cancelled()) return { bytes, records, cancelled: true, refusal: undefined, mark: undefined };
    bytes = take(scanner, piece);
    onProgress(bytes);
    if (scanner.refusal() !== undefined) break;
  }
  scanner.end();
  return { bytes, records, cancelled: false, refusal: scanner.refusal(), mark: scanner.mark() };
}
