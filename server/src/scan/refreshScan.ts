import { type Files, type FoundFile, type FoundFiles, findFiles } from "./files.ts";
import { hasGrown, isUnchanged, type ReadFile, scanFile } from "./scanFile.ts";
import { type FileScan, progressOf, type ScanFilesOptions, scanFiles } from "./scanFiles.ts";

/**
 * The scan as it would be now. Where files have only grown, nothing else of them is read, and their records join the
 * collection of the scan, whose answers lack the ends of the files meanwhile. Else everything is scanned anew.
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
  const progress = progressOf(collection, total, options);
  const read: ReadFile[] = [];
  for (const { before, now, more } of steps) {
    const goesOn = more > 0 && !options.cancelled();
    const file = { ...now, name: before.file.name };
    read.push(goesOn ? await scanFile(files, file, collection, options, progress, before) : before);
  }
  return { ...scan, read, partial: options.cancelled() };
}

/** What to do about a file of the scan. */
interface Step {
  readonly before: ReadFile;
  readonly now: FoundFile;
  /** How many bytes have to be read. */
  readonly more: number;
}

/** A step for each file; `undefined` when one was rewritten, rotated or removed, or is new. */
async function stepsOf(
  files: Files,
  { read, missing, omittedFiles, partial }: FileScan,
  found: FoundFiles,
): Promise<readonly Step[] | undefined> {
  const isSame =
    !partial &&
    found.omitted === omittedFiles &&
    sameAddresses(found.missing, missing) &&
    sameAddresses(
      found.files,
      read.map(({ file }) => file),
    );
  if (!isSame) return undefined;
  const steps: Step[] = [];
  for (const [index, before] of read.entries()) {
    const now = found.files[index];
    if (now === undefined) return undefined;
    if (isUnchanged(before, now)) steps.push({ before, now, more: 0 });
    else if (await hasGrown(files, before, now)) {
      steps.push({ before, now, more: now.size - (before.resume?.mark?.offset ?? 0) });
    } else return undefined;
  }
  return steps;
}

interface Addressed {
  readonly uri: string;
}

function sameAddresses(some: readonly Addressed[], others: readonly Addressed[]): boolean {
  return some.length === others.length && some.every(({ uri }, index) => uri === others[index]?.uri);
}
