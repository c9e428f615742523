import { type Collection, createCollection } from "./collection.ts";
import { type Files, findFiles, shortNames } from "./files.ts";
import { type FileOutcome, type ReadFile, type ScanFileOptions, scanFile } from "./scanFile.ts";

export interface ScanFilesOptions extends ScanFileOptions {
  /** Lets others have their turn; awaited after every chunk. */
  readonly pause: () => Promise<void>;
  readonly onProgress: (progress: ScanProgress) => void;
}

/** How far a scan is; bytes as they are stored. */
export interface ScanProgress {
  readonly file: string;
  readonly bytes: number;
  /** How many are to be read. */
  readonly total: number;
  readonly records: number;
}

/** The records of some files. */
export interface FileScan {
  /** What was asked for. */
  readonly uris: readonly string[];
  readonly collection: Collection;
  readonly missing: readonly FileOutcome[];
  readonly read: readonly ReadFile[];
  readonly partial: boolean;
  readonly omittedFiles: number;
}

/** Scans files and the logs in folders, one after the other; memory stays flat. Throws nothing that files throw. */
export async function scanFiles(
  files: Files,
  uris: readonly string[],
  options: ScanFilesOptions,
): Promise<FileScan> {
  const found = await findFiles(files, uris, options.cancelled);
  const names = shortNames([...found.files, ...found.missing].map(({ uri }) => uri));
  const nameOf = (uri: string): string => names.get(uri) ?? uri;
  const total = found.files.reduce((sum, { size }) => sum + size, 0);
  const collection = createCollection();
  const progress = progressOf(collection, total, options);
  const read: ReadFile[] = [];
  for (const file of found.files) {
    if (options.cancelled()) break;
    read.push(await scanFile(files, { ...file, name: nameOf(file.uri) }, collection, options, progress));
  }
  return {
    uris,
    collection,
    missing: found.missing.map(({ uri, reason }) => ({
      uri,
      name: nameOf(uri),
      bytes: 0,
      records: 0,
      refusal: reason,
    })),
    read,
    partial: options.cancelled(),
    omittedFiles: found.omitted,
  };
}

/** Reports, along files that are read one after the other, what was read of how much. */
export function progressOf(
  collection: Collection,
  total: number,
  { onProgress, pause }: ScanFilesOptions,
): (file: string, count: number) => Promise<void> {
  let bytes = 0;
  return (file, count) => {
    bytes += count;
    onProgress({ file, bytes, total, records: collection.count() });
    return pause();
  };
}
