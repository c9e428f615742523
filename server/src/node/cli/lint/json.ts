import type { LintReport } from "./lintReport.ts";

/** For programs: every file with its problems, those without any too. */
export function jsonReport({ files }: LintReport): string {
  const shown = files.map(({ name, problems, fixed }) => ({ file: name, problems, fixed }));
  return `${JSON.stringify(shown, null, 2)}\n`;
}
