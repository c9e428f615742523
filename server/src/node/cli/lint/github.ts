import type { Level } from "./lintFile.ts";
import type { LintReport } from "./lintReport.ts";

const COMMANDS: Readonly<Record<Level, string>> = {
  error: "error",
  warning: "warning",
  information: "notice",
  hint: "notice",
};

/** Workflow commands, which GitHub Actions shows beside the lines of a pull request. */
export function githubReport({ files }: LintReport): string {
  return files
    .flatMap(({ name, problems }) =>
      problems.map(({ level, message, code, line, column, endLine, endColumn }) => {
        const properties = { file: name, line, endLine, col: column, endColumn, title: code };
        const written = Object.entries(properties).map(([key, value]) => `${key}=${property(String(value))}`);
        return `::${COMMANDS[level]} ${written.join(",")}::${data(message)}\n`;
      }),
    )
    .join("");
}

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
