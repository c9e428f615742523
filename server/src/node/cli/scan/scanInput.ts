import { open } from "node:fs/promises";
import type { Claim } from "../../../records/model.ts";
import { createDescriber, type DescribedRecord } from "../../../scan/describe.ts";
import { scanChunks } from "../../../scan/scanChunks.ts";
import { unpacked } from "../../../scan/unpacked.ts";
import { fillPhrase } from "../../../text/phrase.ts";
import { decodeUtf8, fileChunks, gunzip } from "../../fileChunks.ts";
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
      const source = file === undefined ? host.stdin : fileChunks(file);
      const { refusal } = await scanChunks(watched(unpacked(counted(source), gunzip)), {
        claim: query.claim,
        decode: decodeUtf8,
        cancelled: host.interrupted,
        onRecord: (found) => keep(describe(found)),
      });
      return { bytes, failure: refusal && fillPhrase(refusal), refused: refusal !== undefined };
    } finally {
      await file?.close();
    }
  } catch (error) {
    return { bytes, failure: reasonOf(error), refused: false };
  }

  async function* counted(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      yield chunk;
    }
  }

  /** What is packed can become a thousand times as long. */
  async function* watched(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      await onProgress(bytes);
      yield chunk;
    }
  }
}
