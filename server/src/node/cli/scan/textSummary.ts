import { burstSentence } from "../../../scan/reports/burstSentence.ts";
import type { ScanTotals } from "../../../scan/reports/markdownSummary.ts";
import { timeRange } from "../../../scan/reports/moments.ts";
import { counted, megabytes } from "../../../scan/reports/sizes.ts";
import type { ProblemGroup } from "../../../scan/summary.ts";
import type { Terminal } from "../host.ts";
import { paintFor, printable } from "../paint.ts";
import { wrap } from "../wrap.ts";

/** The problems of a scan, the most frequent first, for a terminal. */
export function textSummary({ summary, files, bytes, partial }: ScanTotals, terminal: Terminal): string {
  const paint = paintFor(terminal);
  const { groups, records, ungrouped, bursts } = summary;
  const scanned = `${counted(files, "file")}, ${megabytes(bytes)}`;
  const stopped = partial ? paint.yellow(" Stopped before the end: this is only a part.") : "";
  if (records === 0) return `No DreamFactory errors in ${scanned}.${stopped}\n`;
  const width = String(groups[0]?.count ?? 0).length;
  const parts = groups.map((group) => groupLines(group, width));
  if (ungrouped > 0) parts.push(`${counted(ungrouped, "error")} of further problems`);
  parts.push(...bursts.map((burst) => paint.yellow(burstSentence(burst))));
  const total = `${counted(records, "error")} of ${counted(groups.length, "problem")} in ${scanned}.`;
  return `${parts.join("\n\n")}\n\n${paint.bold(total)}${stopped}\n`;

  function groupLines({ problem, count, first, last, ...group }: ProblemGroup, digits: number): string {
    const indent = " ".repeat(digits + 3);
    const title = [paint.bold(problem.title), problem.className].filter((part) => part !== "").join(" · ");
    const times = timeRange(group);
    const places = [first, ...(count > 1 ? [last] : [])].map(
      ({ file, record }) => `${printable(file)}:${record.line}:${record.column}`,
    );
    const rows = [
      ["", first.record.message === "" ? "" : printable(first.record.message)],
      ["Cause  ", first.record.cause],
      ["Fix    ", first.record.fix],
    ] as const;
    return [
      `${paint.red(String(count).padStart(digits))} × ${title}${times === "" ? "" : paint.dim(`  ${times}`)}`,
      ...rows.flatMap(([label, text]) =>
        text === "" ? [] : wrap(text, terminal.columns, indent, paint.dim(label), label.length),
      ),
      `${indent}${paint.cyan(places.join(paint.dim(" … ")))}`,
    ].join("\n");
  }
}
