import { faultKind } from "../../../features/topics.ts";
import { VERSION } from "../../../version.ts";
import type { Level, Problem } from "./lintFile.ts";
import type { LintReport } from "./lintReport.ts";

const LEVELS: Readonly<Record<Level, string>> = {
  error: "error",
  warning: "warning",
  information: "note",
  hint: "note",
};

/** SARIF 2.1.0, which code scanning services read. */
export function sarifReport({ files }: LintReport): string {
  const codes = [...new Set(files.flatMap(({ problems }) => problems.map(({ code }) => code)))].sort();
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "dreamfactory-errors",
            semanticVersion: VERSION,
            rules: codes.map(rule),
          },
        },
        columnKind: "utf16CodeUnits",
        artifacts: files.map(({ name }) => ({ location: { uri: uriOf(name) } })),
        results: files.flatMap(({ name, problems }, artifact) =>
          problems.map((problem) => result(problem, name, artifact, codes.indexOf(problem.code))),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function rule(code: string): object {
  const kind = faultKind(code);
  return {
    id: code,
    shortDescription: { text: kind?.title ?? code },
    ...(kind === undefined
      ? {}
      : { fullDescription: { text: kind.why }, defaultConfiguration: { level: LEVELS[kind.severity] } }),
  };
}

function result(problem: Problem, name: string, artifact: number, ruleIndex: number): object {
  const { code, level, message, line, column, endLine, endColumn } = problem;
  return {
    ruleId: code,
    ruleIndex,
    level: LEVELS[level],
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(name), index: artifact },
          region: { startLine: line, startColumn: column, endLine, endColumn },
        },
      },
    ],
  };
}

/** A relative path as a relative URI, whose first part must not look like a scheme. */
function uriOf(name: string): string {
  const path = name.split("/").map(encodeURIComponent).join("/");
  return name.startsWith("/") ? `file://${path}` : path;
}
