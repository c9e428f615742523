import type { DescribedRecord } from "../describe.ts";

const COLUMNS = [
  "file",
  "line",
  "column",
  "time",
  "status",
  "code",
  "class",
  "title",
  "message",
  "request",
  "topic",
];

export const CSV_HEADER = `${COLUMNS.join(",")}\r\n`;

/** One record as a row after RFC 4180. */
export function csvRow(file: string, record: DescribedRecord): string {
  const { line, column, time, status, code, problem, message, request } = record;
  const { className, title, topic } = problem;
  return [file, line, column, time, status, code, className, title, message, request, topic]
    .map(cell)
    .join(",")
    .concat("\r\n");
}

/** Spreadsheets run cells that look like formulas: an apostrophe makes them text. */
function cell(value: string | number | undefined): string {
  if (typeof value === "number") return String(value);
  const text = (value ?? "").replace(/^(?:[=+@\t\r]|-.)/, "'$&");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
