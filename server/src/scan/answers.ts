import type {
  ErrorPlace,
  ErrorSummary,
  ScannedError,
  ScannedErrors,
  ScanReportParams,
  ScanResult,
  SummaryRow,
  SummaryRows,
} from "../scanProtocol.ts";
import type { RecordFilter, RecordList } from "./collection.ts";
import { CSV_HEADER, csvRow } from "./reports/csv.ts";
import { markdownSummary } from "./reports/markdownSummary.ts";
import { recordAsJson } from "./reports/recordAsJson.ts";
import type { FileOutcome } from "./scanFile.ts";
import type { FileScan } from "./scanFiles.ts";
import { problemName, type Summary } from "./summary.ts";
import type { PlacedRecord, TallyRow } from "./tally.ts";
import { isGzip } from "./unpacked.ts";

/** A list shows no more; further rows are counted. */
const MOST_ROWS = 100;

/** A scan as the client hears of it. */
export function scanResult(scan: number, scanned: FileScan): ScanResult {
  const { collection, partial, omittedFiles } = scanned;
  const files = filesOf(scanned);
  return {
    scan,
    files: files.map(({ refusal, ...file }) => (refusal === undefined ? file : { ...file, refusal })),
    bytes: bytesOf(files),
    records: collection.count(),
    kept: collection.kept(),
    partial,
    omittedFiles,
  };
}

function filesOf({ missing, read }: FileScan): readonly FileOutcome[] {
  return [...missing, ...read.map(({ file }) => file)];
}

function bytesOf(files: readonly FileOutcome[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** What the client shows of the records that fit. */
export function errorSummary(scan: FileScan, filter: RecordFilter | undefined): ErrorSummary {
  const summary = scan.collection.summary(filter);
  const row = rowMaker(scan);
  return {
    records: summary.records,
    classes: summary.classes.map((each) => row(each, each.name)),
    timeline: summary.timeline,
    bursts: summary.bursts,
    problems: problemRows(summary, row),
    endpoints: rowsOf(summary.endpoints.map((each) => row(each, each.name))),
    tables: rowsOf(summary.tables.map((each) => row(each, each.name))),
  };
}

type MakeRow = (seen: Omit<TallyRow, "name">, key: string, label?: string, detail?: string) => SummaryRow;

function problemRows({ groups }: Summary, row: MakeRow): SummaryRows {
  return rowsOf(
    groups.map(({ problem, ...seen }) => {
      const { title, className } = problem;
      const label = className === "" ? title : `${title} · ${className}`;
      return row(seen, problemName(problem), label, seen.first.record.message);
    }),
  );
}

function rowsOf(rows: readonly SummaryRow[]): SummaryRows {
  return { rows: rows.slice(0, MOST_ROWS), omitted: Math.max(0, rows.length - MOST_ROWS) };
}

function rowMaker(scan: FileScan): MakeRow {
  const place = placeMaker(scan);
  return ({ count, first, last, firstSeen, lastSeen }, key, label = key, detail = "") => ({
    key,
    label,
    detail,
    count,
    ...(firstSeen === undefined ? {} : { firstSeen }),
    ...(lastSeen === undefined ? {} : { lastSeen }),
    first: place(first),
    last: place(last),
  });
}

function placeMaker(scan: FileScan): (placed: PlacedRecord) => ErrorPlace {
  const files = new Map(scan.read.map((each) => [each.file.name, each]));
  return ({ file: name, record: { line, column } }) => {
    const file = files.get(name);
    const place = { uri: file?.file.uri ?? name, name, line, column };
    return file !== undefined && isGzip(file.imprint.head) ? { ...place, packed: true } : place;
  };
}

/** A part of the list of the records that fit. */
export function errorList(scan: FileScan, { records, total }: RecordList): ScannedErrors {
  const place = placeMaker(scan);
  return { errors: records.map((placed) => listed(placed, place(placed))), total };
}

function listed({ record }: PlacedRecord, place: ErrorPlace): ScannedError {
  const { time, timestamp, problem, message, request, fix } = record;
  return {
    place,
    ...(time === undefined ? {} : { time }),
    ...(timestamp === undefined ? {} : { timestamp }),
    title: problem.title,
    className: problem.className,
    message,
    ...(request === undefined ? {} : { request }),
    fix,
  };
}

/** The records that fit as a text to save. */
export function scanReport(
  scan: FileScan,
  filter: RecordFilter | undefined,
  format: ScanReportParams["format"],
): string {
  const { collection, partial } = scan;
  if (format === "markdown") {
    const files = filesOf(scan);
    const summary = collection.summary(filter);
    return markdownSummary({ summary, files: files.length, bytes: bytesOf(files), partial });
  }
  const render = format === "csv" ? csvRow : recordAsJson;
  const { records } = collection.list(filter ?? {}, 0, collection.kept());
  return [
    format === "csv" ? CSV_HEADER : "",
    ...records.map(({ file, record }) => render(file, record)),
  ].join("");
}
