/**
 * What client and server say to each other about scans of files that need not be open. The client asks for a scan and
 * then about it, by its number; the server asks the client for files that it cannot read itself.
 */

/** The requests and notifications about scans, by method name. */
export const ScanMethod = {
  /** {@link ScanParams} to {@link ScanResult}. Reports work-done progress; when cancelled, answers what it has. */
  scan: "dreamfactoryErrors/scan",
  /**
   * {@link RefreshScanParams} to {@link ScanResult}: what the scan of this number would find now. Of files that have only
   * grown, no more is read than that. Reports progress and can be cancelled, as a scan. `null` when more would have to
   * be read than is asked for, and when there is no such scan.
   */
  refresh: "dreamfactoryErrors/refreshScan",
  /** {@link ScanSummaryParams} to {@link ErrorSummary}; `null` when there is no such scan. */
  summary: "dreamfactoryErrors/scanSummary",
  /** {@link ScanErrorsParams} to {@link ScannedErrors}; `null` when there is no such scan. */
  errors: "dreamfactoryErrors/scanErrors",
  /** {@link ScanReportParams} to {@link ScanReport}; `null` when there is no such scan. */
  report: "dreamfactoryErrors/scanReport",
  /** {@link FileParams} of a packed file to {@link UnpackedFile}: the text that the places of its records are in. */
  unpack: "dreamfactoryErrors/unpackFile",
  /** {@link ReleaseScanParams}, a notification: nobody asks about the scan any more. */
  release: "dreamfactoryErrors/releaseScan",
} as const;

/**
 * What the server asks the client that sent `readsFiles: true` in its `initializationOptions`. A refusal is an error
 * whose message is a sentence for the user.
 */
export const FileMethod = {
  /** {@link FileParams} to {@link FileStat}. */
  stat: "dreamfactoryErrors/statFile",
  /** {@link FileParams} to the {@link FolderEntry}s of a folder. */
  list: "dreamfactoryErrors/readFolder",
  /** {@link ReadFileParams} to base64; fewer bytes than asked for mean that the file ends there. */
  read: "dreamfactoryErrors/readFile",
} as const;

export interface ScanParams extends ReadingParams {
  /** Files and folders. Of folders, the logs in them are read. */
  readonly uris: readonly string[];
}

export interface ReadingParams {
  /**
   * The open documents to read as they are in the editor, as they differ from their files or are in an encoding that only
   * the editor knows. Absent: all open ones.
   */
  readonly fromEditor?: readonly string[];
  readonly workDoneToken?: number | string;
}

export interface RefreshScanParams extends ReadingParams {
  readonly scan: number;
  /** So many bytes may be read. */
  readonly atMost: number;
}

export interface ScanResult {
  /** The number to ask by. The server keeps the last few scans. */
  readonly scan: number;
  readonly files: readonly ScannedFile[];
  readonly bytes: number;
  readonly records: number;
  /** How many of the records filters and lists see: the first ones. */
  readonly kept: number;
  /** True when it was cancelled before its end. */
  readonly partial: boolean;
  /** How many files more the folders hold than are read. */
  readonly omittedFiles: number;
}

export interface ScannedFile {
  readonly uri: string;
  /** Short and unique within the scan. */
  readonly name: string;
  readonly bytes: number;
  readonly records: number;
  /** Why it was not read, or not to its end: a sentence. */
  readonly refusal?: string;
}

/** Which records to look at; what is left out does not matter. */
export interface ScanFilter {
  /** Names of {@link ErrorSummary.classes}. */
  readonly classes?: readonly string[];
  /** Moments in milliseconds since 1970: from the first on, before the second. Leaves out records without a time. */
  readonly from?: number;
  readonly to?: number;
  /** Words that must all stand in what a record says or in the name of its file. */
  readonly text?: string;
  /** A {@link SummaryRow.key} of a problem. */
  readonly problem?: string;
}

export interface ScanSummaryParams {
  readonly scan: number;
  readonly filter?: ScanFilter;
}

/** What went wrong: how often, since when, where. Lists begin with the most frequent. */
export interface ErrorSummary {
  /** How many records fit the filter. */
  readonly records: number;
  readonly classes: readonly SummaryRow[];
  readonly timeline: {
    /** Milliseconds that each bar covers. */
    readonly width: number;
    /** In order; stretches without records have none. `counts` is by class. */
    readonly bars: readonly {
      readonly start: number;
      readonly counts: Readonly<Record<string, number>>;
    }[];
    /** Records that do not tell their time. */
    readonly undated: number;
  };
  readonly bursts: readonly SummaryBurst[];
  readonly problems: SummaryRows;
  readonly endpoints: SummaryRows;
  readonly tables: SummaryRows;
}

/** A stretch of time, `end` excluded, with `factor` times as many records as usual. */
export interface SummaryBurst {
  readonly start: number;
  readonly end: number;
  readonly count: number;
  readonly factor: number;
  readonly className: string;
}

export interface SummaryRows {
  readonly rows: readonly SummaryRow[];
  /** How many further rows there are. */
  readonly omitted: number;
}

export interface SummaryRow {
  /** Unique within its list. */
  readonly key: string;
  /** A class, an endpoint, a table; of a problem, its title. */
  readonly label: string;
  /** Of a problem, an example of its messages; else `""`. */
  readonly detail: string;
  readonly count: number;
  /** In milliseconds since 1970, where a record tells it. */
  readonly firstSeen?: number;
  readonly lastSeen?: number;
  readonly first: ErrorPlace;
  readonly last: ErrorPlace;
}

/** Where a record starts. */
export interface ErrorPlace {
  readonly uri: string;
  readonly name: string;
  /** Both from 1; the column in UTF-16 units. */
  readonly line: number;
  readonly column: number;
  /** True where line and column are in what a packed file holds. */
  readonly packed?: boolean;
}

export interface ScanErrorsParams {
  readonly scan: number;
  readonly filter?: ScanFilter;
  readonly start: number;
  readonly count: number;
}

/** Records in the order of the files. */
export interface ScannedErrors {
  readonly errors: readonly ScannedError[];
  /** How many fit the filter. */
  readonly total: number;
}

export interface ScannedError {
  readonly place: ErrorPlace;
  /** As written. */
  readonly time?: string;
  readonly timestamp?: number;
  readonly title: string;
  readonly className: string;
  readonly message: string;
  readonly request?: string;
  /** What to do, in one plain sentence; may be `""`. */
  readonly fix: string;
}

/** Markdown sums up; CSV and JSON list the records, JSON one object a line. */
export interface ScanReportParams {
  readonly scan: number;
  readonly filter?: ScanFilter;
  readonly format: "markdown" | "csv" | "json";
}

export interface ScanReport {
  readonly text: string;
}

export interface UnpackedFile {
  /** Of a file that is damaged or was cut, as far as it could be read. */
  readonly text: string;
  /** Why there is no text: a sentence. */
  readonly refusal?: string;
}

export interface ReleaseScanParams {
  readonly scan: number;
}

export interface FileParams {
  readonly uri: string;
}

export interface FileStat {
  readonly kind: "file" | "folder";
  /** Bytes; 0 for folders. */
  readonly size: number;
}

export interface FolderEntry {
  readonly name: string;
  readonly kind: "file" | "folder";
}

export interface ReadFileParams {
  readonly uri: string;
  /** The first byte. */
  readonly start: number;
  readonly count: number;
}
