import { codeSpan, escapeMarkdown } from "../../../features/markdown.ts";
import { joinParts, table } from "../../../features/pages/page.ts";
import type { LintReport } from "./lintReport.ts";

/** For job summaries and pull requests: one table. */
export function markdownReport({ files }: LintReport): string {
  const rows = files.flatMap(({ name, problems }) =>
    problems.map(({ line, column, level, message, code }) => [
      codeSpan(`${name}:${line}:${column}`),
      level,
      escapeMarkdown(message),
      codeSpan(code),
    ]),
  );
  if (rows.length === 0) return joinParts("# Requests", "No problems.");
  return joinParts("# Requests", table(["Place", "Severity", "Problem", "Code"], rows));
}
