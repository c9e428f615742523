import { say } from "../features/words.ts";
import { type Collection, createCollection } from "./collection.ts";
import { createDescriber } from "./describe.ts";
import { type Files, findFiles, sentenceOf, shortNames } from "./files.ts";
import { scanChunks } from "./scanChunks.ts";
import { type Gunzip, unpacked } from "./unpacked.ts";

export interface ScanFilesOptions {
  readonly decode: (bytes: Uint8Array) => string;
  readonly gunzip: Gunzip;
  readonly claimOf: (uri: string) => "auto" | "always" | "never";
  /** Lets others have their turn; awaited after every chunk. */
  readonly pause: () => Promise<void>;
  readonly cancelled: () => boolean;
  readonly onProgress: (progress: ScanProgress) => void;
}

/** How far a scan is; bytes as they are stored. */
export interface ScanProgress {
  readonly file: string;
  readonly bytes: number;
  readonly total: number;
  readonly records: number;
}

/** The records of some files. */
export interface FileScan {
  readonly collection: Collection;
  readonly files: readonly FileOutcome[];
  readonly bytes: number;
  readonly partial: boolean;
  readonly omittedFiles: number;
}

export interface FileOutcome {
  readonly uri: string;
  /** Short and unique; records are placed by it. */
  readonly name: string;
  readonly bytes: number;
  readonly records: number;
  readonly refusal: string | undefined;
}

/** Small enough for a pause between two pages that nobody at the keyboard notices. */
const PAGE = 1 << 17;

/** Scans files and the logs in folders, one after the other; memory stays flat. Throws nothing that files throw. */
export async function scanFiles(
  files: Files,
  uris: readonly string[],
  options: ScanFilesOptions,
): Promise<FileScan> {
  const found = await findFiles(files, uris, options.cancelled);
  const asked = [...found.files.map(({ uri }) => uri), ...found.missing.map(({ uri }) => uri)];
  const names = shortNames(asked);
  const nameOf = (uri: string): string => names.get(uri) ?? uri;
  const total = found.files.reduce((sum, { size }) => sum + size, 0);
  const collection = createCollection();
  const outcomes: FileOutcome[] = found.missing.map(({ uri, reason }) => ({
    uri,
    name: nameOf(uri),
    bytes: 0,
    records: 0,
    refusal: reason,
  }));
  let before = 0;
  for (const { uri } of found.files) {
    if (options.cancelled()) break;
    const outcome = await scanFile(uri);
    outcomes.push(outcome);
    before += outcome.bytes;
  }
  return {
    collection,
    files: outcomes,
    bytes: before,
    partial: options.cancelled(),
    omittedFiles: found.omitted,
  };

  async function scanFile(uri: string): Promise<FileOutcome> {
    const name = nameOf(uri);
    const describe = createDescriber();
    const earlier = collection.count();
    let bytes = 0;
    let refusal: string | undefined;
    try {
      const outcome = await scanChunks(unpacked(counted(files.read(uri)), options.gunzip), {
        claim: options.claimOf(uri),
        decode: options.decode,
        page: PAGE,
        cancelled: options.cancelled,
        onRecord: (record) => collection.add(name, describe(record)),
      });
      refusal = outcome.refusal && say(outcome.refusal);
    } catch (error) {
      refusal = sentenceOf(error);
    }
    return { uri, name, bytes, records: collection.count() - earlier, refusal };

    async function* counted(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
      for await (const chunk of chunks) {
        bytes += chunk.length;
        options.onProgress({ file: name, bytes: before + bytes, total, records: collection.count() });
        await options.pause();
        yield chunk;
      }
    }
  }
}
