import { Disposable, RelativePattern, Uri, workspace } from "vscode";
import { LOG } from "./scanCommands.ts";
import type { Scans } from "./scans.ts";

/** So much is read unasked whenever logs change: what they have grown by, else all of them. */
const CHEAP_BYTES = 20_000_000;
/** A log that grows all the time is not read all the time. */
const REST_MS = 3_000;
/** Each file takes a watcher. */
const MOST_WATCHED = 50;

/** Brings the scan up to date when a file has changed and that is cheap; else says that the scan is out of date. */
export function watchScannedFiles(scans: Scans): Disposable {
  let watchers: Disposable | undefined;
  let watched = "";
  let busy = false;
  let again = false;

  async function changed(): Promise<void> {
    again = true;
    if (busy) return;
    busy = true;
    try {
      while (again && scans.current !== undefined) {
        again = false;
        // Who stopped a scan does not want the rest of it.
        await scans.refresh(scans.current.result.partial ? 0 : CHEAP_BYTES);
        await new Promise<void>((rested) => setTimeout(rested, REST_MS));
      }
    } finally {
      busy = false;
    }
  }

  function watch(): void {
    const { current } = scans;
    if (current === undefined) return;
    const files = current.result.files.slice(0, MOST_WATCHED).map(({ uri }) => uri);
    const asked = new Set(current.uris.map(String));
    // New watchers would miss what happens until they are set up.
    const toWatch = [...files, ...asked].join("\n");
    if (toWatch === watched) return;
    watched = toWatch;
    watchers?.dispose();
    // The logs of a day are often a new file, beside those of the days before.
    const folders = new Set(files.filter((uri) => !asked.has(uri)).map((uri) => folderOf(Uri.parse(uri))));
    watchers = Disposable.from(
      ...files.flatMap((uri) => {
        const file = Uri.parse(uri);
        const name = file.path.slice(file.path.lastIndexOf("/") + 1);
        // Such a name would be read as a pattern.
        if (/[*?{}[\]]/.test(name)) return [];
        const watcher = workspace.createFileSystemWatcher(
          new RelativePattern(Uri.joinPath(file, ".."), name),
        );
        watcher.onDidChange(changed);
        watcher.onDidCreate(changed);
        return [watcher];
      }),
      ...[...folders].map((folder) => {
        const watcher = workspace.createFileSystemWatcher(
          new RelativePattern(Uri.parse(folder), "*"),
          false,
          true,
          true,
        );
        watcher.onDidCreate(({ path }) => (LOG.test(path) ? changed() : undefined));
        return watcher;
      }),
    );
  }

  return Disposable.from(scans.onDidChange(watch), { dispose: () => watchers?.dispose() });
}

function folderOf(file: Uri): string {
  return Uri.joinPath(file, "..").toString();
}
