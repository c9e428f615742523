import type { ExceptionName } from "../catalog/model.ts";
import type { Located, Span } from "../text/span.ts";

/** How a record is written down where it was found. */
export type RecordForm =
  | "envelope"
  | "escaped-envelope"
  | "printed-envelope"
  | "xml"
  | "csv"
  | "rest-exception-line"
  | "log-line"
  | "request-response-pair"
  | "access-line"
  | "message"
  | "trace";

/** `certain`: only DreamFactory writes this. `likely`: no other known API does. `possible`: only the code is known. */
export type Confidence = "certain" | "likely" | "possible";

/** How unsure records are to be taken: `always` also errors that could be anybody's, `never` only those of nobody else. */
export type Claim = "auto" | "always" | "never";

/** Why a record is taken for DreamFactory's and for its class; the first one decided the class. */
export type Evidence =
  | "class-name"
  | "known-message"
  | "batch-code"
  | "batch-context"
  | "status-code"
  | "code"
  | "context-key"
  | "entities"
  | "sqlstate"
  | "trace"
  | "generation-1"
  | "rest-exception-line"
  | "log-channel"
  | "request-path"
  | "setting";

/** One error that a DreamFactory server reported, wherever in the text it stands. */
export interface ErrorRecord {
  /** The whole record in the raw text. */
  readonly span: Span;
  readonly form: RecordForm;
  /** `undefined` for classes outside the official eleven, such as `DfException`. */
  readonly exception: ExceptionName | undefined;
  /** The PHP class as written, where the text names one. */
  readonly className?: Located<string>;
  readonly confidence: Confidence;
  readonly evidence: readonly Evidence[];
  /** The envelope's `code`: a number, or a string such as the SQLSTATE `"42S02"`. */
  readonly code?: Located<number | string>;
  /** The HTTP status: `status_code`, else a status line or log field. */
  readonly status?: Located<number>;
  /** Escapes and entities decoded; the span is the raw text. */
  readonly message?: Located<string>;
  /** The raw text of `context`. */
  readonly context?: Span;
  /** Lines of the stack trace, decoded. */
  readonly trace: readonly Located<string>[];
  /** Failing records of a batch in the order of their indexes; empty when it is not a batch. */
  readonly entries: readonly BatchEntry[];
  /** How many records the batch held, where the context shows it. */
  readonly batchSize?: number;
  /** The name of the last thing that could be read, when the text was cut off after it. */
  readonly truncatedAfter?: string;
  /** An envelope that stands inside the message, as remote services and scripts forward it. */
  readonly inner?: ErrorRecord;
  /** The time stamp of the log line, as written. */
  readonly time?: Located<string>;
  /** The request that failed, where the log says it. */
  readonly request?: Located<string>;
  /** Where a hover answers: key, code, message, class name; in text order. */
  readonly hotspots: readonly Span[];
}

/** One failing record of a batch. */
export interface BatchEntry {
  readonly index: number;
  readonly span: Span;
  readonly code?: number | string;
  readonly message?: string;
}
