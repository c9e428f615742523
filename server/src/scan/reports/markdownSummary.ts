import { codeSpan, escapeMarkdown, shorten } from "../../features/markdown.ts";
import { bulletList, joinParts, table } from "../../features/pages/page.ts";
import { say, sayNumber } from "../../features/words.ts";
import type { Phrase } from "../../text/phrase.ts";
import type { Summary } from "../summary.ts";
import type { PlacedRecord, TallyRow } from "../tally.ts";
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
  const stopped = partial ? say("The scan was stopped before its end: this is only a part.") : undefined;
  const title = `# ${say("DreamFactory errors")}`;
  if (records === 0) {
    return joinParts(title, say({ text: "None in {scanned}.", args: { scanned } }), stopped);
  }
  return joinParts(
    title,
    say({
      text: "{errors} of {problems} in {scanned}.",
      args: { errors: counted(records, "error"), problems: counted(groups.length, "problem"), scanned },
    }),
    stopped,
    table(
      [say("Count"), say("Error"), say("Message"), say("When")],
      groups.map(({ problem, count, first, ...group }) => [
        String(count),
        [escapeMarkdown(problem.title), problem.className && codeSpan(problem.className)]
          .filter((part) => part !== "")
          .join(" · "),
        escapeMarkdown(shorten(first.record.message, 120)),
        timeRange(group),
      ]),
    ),
    ungrouped > 0
      ? say({
          text: "{errors} of further problems are not listed.",
          args: { errors: counted(ungrouped, "error") },
        })
      : undefined,
    bursts.length === 0 ? undefined : `## ${say("Bursts")}`,
    bulletList(bursts.map((burst) => escapeMarkdown(burstSentence(burst)))),
    namedRows({ text: "Endpoints" }, { text: "Endpoint" }, endpoints),
    namedRows({ text: "Tables" }, { text: "Table" }, tables),
    ...groups.map(({ problem, count, first }) => {
      const { message, cause, fix } = first.record;
      return joinParts(
        `## ${escapeMarkdown(problem.title)}: ${counted(count, "time")}`,
        escapeMarkdown(shorten(message, LONGEST_MESSAGE)),
        bulletList([
          ...(cause === "" ? [] : [`**${say("Likely cause")}** – ${escapeMarkdown(cause)}`]),
          ...(fix === "" ? [] : [`**${say("Fix")}** – ${escapeMarkdown(fix)}`]),
          say({ text: "First at {place}", args: { place: placeOf(first) } }),
        ]),
      ).trimEnd();
    }),
  );
}

function placeOf({ file, record: { line, column } }: PlacedRecord): string {
  return codeSpan(`${file}:${line}:${column}`);
}

const MOST_ROWS = 20;

function namedRows(heading: Phrase, column: Phrase, rows: readonly TallyRow[]): string | undefined {
  if (rows.length === 0) return undefined;
  const shown = rows
    .slice(0, MOST_ROWS)
    .map((row) => [String(row.count), codeSpan(row.name), timeRange(row)]);
  const more = rows.length - shown.length;
  return [
    `## ${say(heading)}`,
    table([say("Count"), say(column), say("When")], shown),
    ...(more > 0 ? [say({ text: "{count} more rows not shown.", args: { count: sayNumber(more) } })] : []),
  ].join("\n\n");
}
