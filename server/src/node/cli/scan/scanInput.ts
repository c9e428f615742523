import { readSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import type { Claim } from "../../../records/model.ts";
import { createDescriber, type DescribedRecord } from "../../../scan/describe.ts";
import { readByteOrderMark } from "../../../scan/encoding.ts";
import { scanChunks, scanPages } from "../../../scan/scanChunks.ts";
import type { FoundRecord } from "../../../scan/scanner.ts";
import { isGzip, unpacked } from "../../../scan/unpacked.ts";
import { fillPhrase } from "../../../text/phrase.ts";
import { decodeUtf8, fileChunks, gunzip } from "../../fileChunks.ts";
import { filePages } from "../../pages/filePages.ts";
import { reasonOf } from "../../reasonOf.ts";
import type { Host } from "../host.ts";
import type { Input } from "../inputs.ts";

/** What is asked of every file. */
export interface ScanQuery {
  readonly claim: Claim;
  /** Milliseconds since 1970; records before it are left out. */
  readonly since: number | undefined;
}

export interface ScannedInput {
  readonly bytes: number;
  /** Why it could not be read to its end. */
  readonly failure: string | undefined;
  /** True when it was looked at and is no text; false for one that could not be read. */
  readonly refused: boolean;
}

/** Records of one file with their explanations, as far as `query` wants them. */
export function recordFilter(
  { since }: ScanQuery,
  onRecord: (record: DescribedRecord) => void,
): (record: DescribedRecord) => void {
  let latest: number | undefined;
  return (record) => {
    latest = record.timestamp ?? latest;
    if (since !== undefined && latest !== undefined && latest < since) return;
    onRecord(record);
  };
}

/** Reads one file or standard input to its end. Never throws. */
export async function scanInput(
  { path }: Input,
  query: ScanQuery,
  host: Host,
  onRecord: (record: DescribedRecord) => void,
  onProgress: (bytes: number) => Promise<void> | undefined,
): Promise<ScannedInput> {
  const describe = createDescriber();
  const keep = recordFilter(query, onRecord);
  let bytes = 0;
  try {
    const file = path === undefined ? undefined : await open(path);
    try {
      const options = {
        claim: query.claim,
        decode: decodeUtf8,
        cancelled: host.interrupted,
        onRecord: (found: FoundRecord) => keep(describe(found)),
      };
      const { refusal } =
        file !== undefined && (await hasPages(file))
          ? await scanPages(
              counted(
                filePages({ fd: file.fd, claim: query.claim }, host.pageThread),
                ({ offset, until }) => offset + until,
              ),
              options,
            )
          : await scanChunks(
              unpacked(
                counted(file ? fileChunks(file) : host.stdin, ({ length }) => bytes + length),
                gunzip,
              ),
              options,
            );
      return { bytes, failure: refusal && fillPhrase(refusal), refused: refusal !== undefined };
    } finally {
      await file?.close();
    }
  } catch (error) {
    return { bytes, failure: reasonOf(error), refused: false };
  }

  async function* counted<T>(pieces: AsyncIterable<T>, taken: (piece: T) => number): AsyncGenerator<T> {
    for await (const piece of pieces) {
      bytes = taken(piece);
      await onProgress(bytes);
      yield piece;
    }
  }
}

/** Smaller files are read before a thread has started. */
const LEAST_FOR_PAGES = 1 << 25;

/** True for a large plain file of UTF-8, of which any part can be read at any time. */
async function hasPages(file: FileHandle): Promise<boolean> {
  const stats = await file.stat();
  if (!stats.isFile() || stats.size < LEAST_FOR_PAGES) return false;
  const head = new Uint8Array(4);
  readSync(file.fd, head, 0, head.length, 0);
  return !isGzip(head) && readByteOrderMark(head).encoding === "utf-8";
}
