import { Disposable, RelativePattern, Uri, workspace } from "vscode";
import type { Scans } from "./scans.ts";

/** So much is read again unasked whenever a log grows. */
const CHEAP_BYTES = 20_000_000;
/** A log that grows all the time is not read all the time. */
const REST_MS = 3_000;
/** Each file takes a watcher. */
const MOST_WATCHED = 50;

/** Scans again when a file has changed and the scan is cheap; else says that the scan is out of date. */
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
        const { result, outdated } = scans.current;
        if (result.bytes <= CHEAP_BYTES && !result.partial) {
          await scans.refresh();
          await new Promise<void>((rested) => setTimeout(rested, REST_MS));
        } else if (!outdated) {
          scans.setOutdated();
        }
      }
    } finally {
      busy = false;
    }
  }

  function watch(): void {
    const { current } = scans;
    if (current === undefined) return;
    const files = current.result.files.slice(0, MOST_WATCHED).map(({ uri }) => uri);
    // New watchers would miss what happens until they are set up.
    if (files.join("\n") === watched) return;
    watched = files.join("\n");
    watchers?.dispose();
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
    );
  }

  return Disposable.from(scans.onDidChange(watch), { dispose: () => watchers?.dispose() });
}
