import type { Host } from "../host.ts";
import { githubReport } from "./github.ts";
import { jsonReport } from "./json.ts";
import { junitReport } from "./junit.ts";
import type { LintReport } from "./lintReport.ts";
import { markdownReport } from "./markdown.ts";
import { sarifReport } from "./sarif.ts";
import { stylishReport } from "./stylish.ts";

export const LINT_FORMATS = ["stylish", "json", "sarif", "github", "junit", "markdown"] as const;
export type LintFormat = (typeof LINT_FORMATS)[number];

/** The whole report with its last line break; `""` when the format says nothing about nothing. */
export function renderLint(format: LintFormat, report: LintReport, host: Host): string {
  switch (format) {
    case "stylish":
      return stylishReport(report, host.outTerminal);
    case "json":
      return jsonReport(report);
    case "sarif":
      return sarifReport(report);
    case "github":
      return githubReport(report);
    case "junit":
      return junitReport(report);
    case "markdown":
      return markdownReport(report);
  }
}
