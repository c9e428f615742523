import type { DescribedRecord } from "../../../scan/describe.ts";
import { CSV_HEADER, csvRow } from "../../../scan/reports/csv.ts";
import { markdownSummary, type ScanTotals } from "../../../scan/reports/markdownSummary.ts";
import { recordAsJson } from "../../../scan/reports/recordAsJson.ts";
import type { Host } from "../host.ts";
import { paintFor, printable } from "../paint.ts";
import { textSummary } from "./textSummary.ts";

/** Writes records one by one; they are held back until `flush`. */
export interface ListWriter {
  begin(): Promise<void>;
  record(file: string, record: DescribedRecord): void;
  flush(): Promise<void>;
}

export function listWriter(
  format: "text" | "json" | "markdown" | "csv",
  host: Host,
  manyFiles: boolean,
): ListWriter {
  const render = format === "json" ? recordAsJson : format === "csv" ? csvRow : textLine(host, manyFiles);
  let held = "";
  return {
    begin: () => (format === "csv" ? host.out(CSV_HEADER) : Promise.resolve()),
    record: (file, record) => {
      held += render(file, record);
    },
    flush: async () => {
      if (held === "") return;
      const text = held;
      held = "";
      await host.out(text);
    },
  };
}

/** Writes the summary at the end. */
export function summaryWriter(
  format: "text" | "json" | "markdown" | "csv",
  host: Host,
): (totals: ScanTotals) => Promise<void> {
  return (totals) =>
    host.out(format === "markdown" ? markdownSummary(totals) : textSummary(totals, host.outTerminal));
}

/** `app.log:12:5: 404 Not Found · NotFoundException: Could not find …`, which editors and terminals make a link of. */
function textLine(
  { outTerminal }: Host,
  manyFiles: boolean,
): (file: string, record: DescribedRecord) => string {
  const paint = paintFor(outTerminal);
  return (file, { line, column, problem, message, request, time }) => {
    const name = manyFiles || file !== "-" ? `${printable(file)}:` : "";
    const place = paint.cyan(`${name}${line}:${column}:`);
    const title = [paint.bold(problem.title), problem.className].filter((part) => part !== "").join(" · ");
    const details = [request, time].filter((part) => part !== undefined).map(printable);
    const behind = details.length === 0 ? "" : ` ${paint.dim(`(${details.join(", ")})`)}`;
    return `${place} ${title}${message === "" ? "" : `: ${printable(message)}`}${behind}\n`;
  };
}
