import { say } from "../features/words.ts";
import type { Claim } from "../records/model.ts";
import type { Collection } from "./collection.ts";
import { createDescriber, type DescribedRecord } from "./describe.ts";
import { SAMPLE } from "./encoding.ts";
import { type FileKind, type Files, type FoundFile, sentenceOf } from "./files.ts";
import { type Imprint, imprinter, stillBeginsWith } from "./imprint.ts";
import { type ScanOutcome, scanChunks } from "./scanChunks.ts";
import type { FoundRecord, ScanMark } from "./scanner.ts";
import { type Gunzip, isGzip, unpacked } from "./unpacked.ts";

export interface ScanFileOptions {
  readonly decode: (bytes: Uint8Array) => string;
  readonly gunzip: Gunzip;
  readonly claimOf: (uri: string) => Claim;
  readonly cancelled: () => boolean;
}

export interface FileOutcome {
  readonly uri: string;
  /** Short and unique; records are placed by it. */
  readonly name: string;
  readonly bytes: number;
  readonly records: number;
  readonly refusal: string | undefined;
}

export interface FileToScan extends FoundFile {
  readonly name: string;
}

/** A file that was read, and what is needed to go on when it has grown. */
export interface ReadFile {
  readonly file: FileOutcome;
  /** As it was when its last byte had been read; `undefined` where nobody knows. */
  readonly stat: FileKind | undefined;
  readonly imprint: Imprint;
  /** Where to go on; `undefined` when a change of the file means to read all of it again. */
  readonly resume: Resume | undefined;
}

interface Resume {
  /** `undefined`: at the start, with everything that was found so far held as unsettled. */
  readonly mark: ScanMark | undefined;
  /** How many records of the file are settled. */
  readonly settled: number;
}

/** Small enough for a pause between two pages that nobody at the keyboard notices. */
const PAGE = 1 << 17;

/**
 * Adds the records of a file to a collection; with `before`, goes on where the file ended then. Throws nothing that files
 * throw. `onBytes` is awaited after every chunk.
 */
export async function scanFile(
  files: Files,
  { uri, name, size, version }: FileToScan,
  collection: Collection,
  options: ScanFileOptions,
  onBytes: (file: string, count: number) => Promise<void>,
  before?: ReadFile,
): Promise<ReadFile> {
  const mark = before?.resume?.mark;
  const print = imprinter(mark?.offset ?? 0, before?.imprint);
  const canGrow = version !== undefined;
  // More bytes may yet show that it is no text.
  const isSmall = size < SAMPLE;
  const describe = createDescriber();
  const open: DescribedRecord[] = [];
  let settled = before?.resume?.settled ?? 0;
  const take = (found: FoundRecord): void => {
    const record = describe(found);
    if (canGrow && (isSmall || !found.settled)) {
      open.push(record);
    } else {
      settled += 1;
      collection.add(name, record);
    }
  };

  let outcome: ScanOutcome | undefined;
  let refusal: string | undefined;
  collection.hold(name, []);
  try {
    outcome = await scanChunks(mark === undefined ? unpacked(read(), options.gunzip) : read(mark.offset), {
      claim: options.claimOf(uri),
      decode: options.decode,
      page: PAGE,
      mark,
      cancelled: options.cancelled,
      onRecord: take,
    });
    refusal = outcome.refusal && say(outcome.refusal);
  } catch (error) {
    refusal = sentenceOf(error);
  }
  const isHeld = collection.hold(name, open);
  const imprint = print.imprint();
  const file = { uri, name, bytes: imprint.bytes, records: settled + open.length, refusal };
  if (!canGrow || outcome === undefined || outcome.cancelled) {
    return { file, imprint, stat: undefined, resume: undefined };
  }
  const next = isSmall || isGzip(imprint.head) ? undefined : outcome.mark;
  const canResume = isHeld && (isSmall || next !== undefined);
  return {
    file,
    imprint,
    // One that was removed meanwhile was read all the same.
    stat: await files.stat(uri).catch(() => undefined),
    resume: canResume ? { mark: next, settled } : undefined,
  };

  async function* read(start?: number): AsyncGenerator<Uint8Array> {
    for await (const chunk of files.read(uri, start)) {
      print.add(chunk);
      await onBytes(name, chunk.length);
      yield chunk;
    }
  }
}

/** Whether nothing has happened to a file since it was read. */
export function isUnchanged({ stat, imprint, file }: ReadFile, now: FileKind): boolean {
  if (stat?.version === undefined || now.version === undefined) return false;
  const isRead = file.refusal !== undefined || stat.size === imprint.bytes;
  const { id, modified } = stat.version;
  return isRead && stat.size === now.size && id === now.version.id && modified === now.version.modified;
}

/** Whether a file begins with what was read of it, and has more now. */
export async function hasGrown(
  files: Files,
  { stat, imprint, resume, file: { uri } }: ReadFile,
  now: FileKind,
): Promise<boolean> {
  const isSameFile = stat?.version !== undefined && stat.version.id === now.version?.id;
  if (!isSameFile || resume === undefined || now.size <= imprint.bytes) return false;
  // Whoever scans it anew hears why it cannot be read.
  return stillBeginsWith(imprint, (start, end) => files.read(uri, start, end)).catch(() => false);
}
