import type { Terminal } from "../host.ts";
import { paintFor, printable } from "../paint.ts";
import type { Level } from "./lintFile.ts";
import type { LintReport } from "./lintReport.ts";

/** For people: one block per file, one line per problem, a count at the end. */
export function stylishReport({ files, fixable }: LintReport, terminal: Terminal): string {
  const paint = paintFor(terminal);
  const level = (of: Level): string =>
    of === "error" ? paint.red(of) : of === "warning" ? paint.yellow(of) : paint.dim(of);
  const blocks = files
    .filter(({ problems }) => problems.length > 0)
    .map(({ name, problems }) => {
      const places = problems.map(({ line, column }) => `${line}:${column}`);
      const placeWidth = Math.max(...places.map((place) => place.length));
      const levelWidth = Math.max(...problems.map((problem) => problem.level.length));
      const lines = problems.map((problem, index) => {
        const place = paint.dim((places[index] ?? "").padStart(placeWidth));
        const gap = " ".repeat(levelWidth - problem.level.length);
        return `  ${place}  ${level(problem.level)}${gap}  ${printable(problem.message)}  ${paint.dim(problem.code)}`;
      });
      return [paint.bold(printable(name)), ...lines].join("\n");
    });
  const problems = files.flatMap((file) => file.problems);
  const fixed = files.reduce((sum, file) => sum + file.fixed, 0);
  const count = (of: Level): number => problems.filter((problem) => problem.level === of).length;
  const parts = [
    problems.length === 0
      ? paint.green(`No problems in ${counted(files.length, "file")}.`)
      : paint.bold(
          `${counted(problems.length, "problem")} (${counted(count("error"), "error")}, ${counted(count("warning"), "warning")}).`,
        ),
    ...(fixed > 0 ? [`${fixed} fixed.`] : []),
    ...(fixable > 0 ? [`--fix mends ${fixable} of them.`] : []),
  ];
  return `${[...blocks, parts.join(" ")].join("\n\n")}\n`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
