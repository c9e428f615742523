import { existsSync, readFileSync } from "node:fs";
import { watch } from "node:fs/promises";
import path from "node:path";

/** What the extension tells of itself once it runs, or why it does not; JSON in the file that `ALIVE_FILE` names. */
export type Alive =
  | {
      readonly version: string;
      /** Error records found in the sample log. */
      readonly records: number;
    }
  | { readonly error: string };

/** Waits until the window has written the file; `undefined` when it does not in time. */
export async function waitForAlive(file: string, milliseconds: number): Promise<Alive | undefined> {
  const signal = AbortSignal.timeout(milliseconds);
  try {
    const changes = watch(path.dirname(file), { signal });
    do {
      if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8"));
    } while (!(await changes.next()).done);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
  return undefined;
}
