import type {
  ErrorPlace,
  ErrorSummary,
  ScanFilter,
  ScannedErrors,
  ScanResult,
} from "../../../server/src/protocol.ts";

/** What the panel tells its page. */
export type ToPage = ShowScan | ShowErrors;

export interface ShowScan {
  readonly type: "scan";
  readonly result: ScanResult;
  readonly outdated: boolean;
  /** All classes of the scan, whatever the filter is. */
  readonly classes: readonly string[];
  /** By the filter that the page asked with last. */
  readonly summary: ErrorSummary;
}

export interface ShowErrors {
  readonly type: "errors";
  readonly list: ScannedErrors;
  /** Zero replaces the list, else it goes on. */
  readonly start: number;
}

/** What the page asks of its panel. */
export type ToPanel =
  | { readonly type: "ready"; readonly filter: ScanFilter }
  | { readonly type: "filter"; readonly filter: ScanFilter }
  | { readonly type: "more"; readonly start: number }
  | { readonly type: "open"; readonly place: ErrorPlace }
  | { readonly type: "scanAgain" }
  | { readonly type: "export"; readonly filter: ScanFilter; readonly format: ReportFormat }
  | { readonly type: "picture"; readonly format: "svg" | "png"; readonly content: string };

export type ReportFormat = "markdown" | "csv" | "json";

/** The page's words in the reader's language; `{0}` is filled by the page. */
export type Words = Readonly<Record<Word, string>>;

export type Word =
  | "title"
  | "filters"
  | "text"
  | "textHint"
  | "from"
  | "to"
  | "clear"
  | "classes"
  | "timeline"
  | "timelineHint"
  | "timelineTable"
  | "time"
  | "undated"
  | "bursts"
  | "burst"
  | "problems"
  | "endpoints"
  | "tables"
  | "errors"
  | "files"
  | "count"
  | "error"
  | "message"
  | "endpoint"
  | "table"
  | "firstSeen"
  | "lastSeen"
  | "place"
  | "request"
  | "omitted"
  | "more"
  | "none"
  | "found"
  | "shown"
  | "partial"
  | "outdated"
  | "kept"
  | "omittedFiles"
  | "scanAgain"
  | "export"
  | "other"
  | "notRead"
  | "file"
  | "size"
  | "total";
