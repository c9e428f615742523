import { type Files, type FoundFiles, findFiles, shortNames } from "./files.ts";
import { type FileToScan, hasGrown, isUnchanged, type ReadFile, scanFile } from "./scanFile.ts";
import { type FileScan, progressOf, type ScanFilesOptions, scanFiles } from "./scanFiles.ts";

/**
 * The scan as it would be now. Where files have only grown, nothing else of them is read, and their records join the
 * collection of the scan, as those of new files do; its answers lack the ends of the files meanwhile. Else everything is
 * scanned anew.
 * `undefined` when more than `atMost` bytes would have to be read.
 */
export async function refreshScan(
  files: Files,
  scan: FileScan,
  atMost: number,
  options: ScanFilesOptions,
): Promise<FileScan | undefined> {
  const found = await findFiles(files, scan.uris, options.cancelled);
  const steps = await stepsOf(files, scan, found);
  if (steps === undefined) {
    const size = found.files.reduce((sum, each) => sum + each.size, 0);
    return size > atMost ? undefined : scanFiles(files, scan.uris, options);
  }
  const total = steps.reduce((sum, { more }) => sum + more, 0);
  if (total > atMost) return undefined;
  const { collection } = scan;
  collection.arrange(steps.map(({ file }) => file.name));
  const progress = progressOf(collection, total, options);
  const read: ReadFile[] = [];
  for (const { before, file, more } of steps) {
    if (before !== undefined && (more === 0 || options.cancelled())) read.push(before);
    else if (!options.cancelled())
      read.push(await scanFile(files, file, collection, options, progress, before));
  }
  return { ...scan, read, partial: options.cancelled() };
}

/** What to do about a file of the scan. */
interface Step {
  /** `undefined`: it is new. */
  readonly before: ReadFile | undefined;
  readonly file: FileToScan;
  /** How many bytes have to be read. */
  readonly more: number;
}

/** A step for each file; `undefined` when one was rewritten, rotated or removed, or is called otherwise beside new ones. */
async function stepsOf(
  files: Files,
  { read, missing, omittedFiles, partial }: FileScan,
  found: FoundFiles,
): Promise<readonly Step[] | undefined> {
  const known = new Map(read.map((each) => [each.file.uri, each]));
  const names = shortNames([...found.files, ...found.missing].map(({ uri }) => uri));
  const isThere = new Set(found.files.map(({ uri }) => uri));
  const isSame =
    !partial &&
    found.omitted === omittedFiles &&
    found.missing.length === missing.length &&
    read.every(({ file: { uri, name } }) => isThere.has(uri) && names.get(uri) === name) &&
    missing.every(({ uri, name }) => !isThere.has(uri) && names.get(uri) === name);
  if (!isSame) return undefined;
  const steps: Step[] = [];
  for (const now of found.files) {
    const before = known.get(now.uri);
    const file = { ...now, name: names.get(now.uri) ?? now.uri };
    if (before === undefined) steps.push({ before, file, more: now.size });
    else if (isUnchanged(before, now)) steps.push({ before, file, more: 0 });
    else if (await hasGrown(files, before, now)) {
      steps.push({ before, file, more: now.size - (before.resume?.mark?.offset ?? 0) });
    } else return undefined;
  }
  return steps;
}
