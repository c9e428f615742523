import type { LintedFile } from "./lintFile.ts";

/** What every format renders. */
export interface LintReport {
  readonly files: readonly LintedFile[];
  /** How many problems `--fix` would take away; counted for the terminal only. */
  readonly fixable: number;
}
