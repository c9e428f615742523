import { codeSpan, escapeMarkdown, shorten } from "../../features/markdown.ts";
import { bulletList, joinParts, table } from "../../features/pages/page.ts";
import type { Summary } from "../summary.ts";
import type { TallyRow } from "../tally.ts";
import { burstSentence } from "./burstSentence.ts";
import { timeRange } from "./moments.ts";
import { counted, megabytes } from "./sizes.ts";

const LONGEST_MESSAGE = 300;

/** What a scan found, and in how much. */
export interface ScanTotals {
  readonly summary: Summary;
  readonly files: number;
  readonly bytes: number;
  /** True when the scan was stopped before its end. */
  readonly partial: boolean;
}

/** The problems of a scan as a report to put into an issue. */
export function markdownSummary({ summary, files, bytes, partial }: ScanTotals): string {
  const { groups, records, ungrouped, bursts, endpoints, tables } = summary;
  const scanned = `${counted(files, "file")}, ${megabytes(bytes)}`;
  const stopped = partial ? "The scan was stopped before its end: this is only a part." : undefined;
  if (records === 0) return joinParts("# DreamFactory errors", `None in ${scanned}.`, stopped);
  return joinParts(
    "# DreamFactory errors",
    `${counted(records, "error")} of ${counted(groups.length, "problem")} in ${scanned}.`,
    stopped,
    table(
      ["Count", "Error", "Message", "When"],
      groups.map(({ problem, count, first, ...group }) => [
        String(count),
        [escapeMarkdown(problem.title), problem.className && codeSpan(problem.className)]
          .filter((part) => part !== "")
          .join(" · "),
        escapeMarkdown(shorten(first.record.message, 120)),
        timeRange(group),
      ]),
    ),
    ungrouped > 0 ? `${counted(ungrouped, "error")} of further problems are not listed.` : undefined,
    bursts.length === 0 ? undefined : "## Bursts",
    bulletList(bursts.map((burst) => escapeMarkdown(burstSentence(burst)))),
    namedRows("Endpoints", endpoints),
    namedRows("Tables", tables),
    ...groups.map(({ problem, count, first }) =>
      joinParts(
        `## ${escapeMarkdown(problem.title)}: ${counted(count, "time")}`,
        escapeMarkdown(shorten(first.record.message, LONGEST_MESSAGE)),
        bulletList([
          ...(problem.cause === "" ? [] : [`**Likely cause** – ${escapeMarkdown(problem.cause)}`]),
          ...(problem.fix === "" ? [] : [`**Fix** – ${escapeMarkdown(problem.fix)}`]),
          `First at ${codeSpan(`${first.file}:${first.record.line}:${first.record.column}`)}`,
        ]),
      ).trimEnd(),
    ),
  );
}

const MOST_ROWS = 20;

function namedRows(heading: string, rows: readonly TallyRow[]): string | undefined {
  if (rows.length === 0) return undefined;
  const shown = rows
    .slice(0, MOST_ROWS)
    .map((row) => [String(row.count), codeSpan(row.name), timeRange(row)]);
  const more = rows.length - shown.length;
  return [
    `## ${heading}`,
    table(["Count", heading.slice(0, -1), "When"], shown),
    ...(more > 0 ? [`${counted(more, "more row")} not shown.`] : []),
  ].join("\n\n");
}
