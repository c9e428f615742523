import type { Fault } from "../text/fault.ts";
import type { Span } from "../text/span.ts";

/** The constants of PHP's `json_last_error()` that `json_decode($text, true)` can leave behind. */
export type JsonErrorCode = 0 | 1 | 2 | 3 | 4 | 5 | 10;

/** What PHP 8.2 says of a text: `json_last_error()` and `json_last_error_msg()`. */
export interface JsonVerdict {
  readonly code: JsonErrorCode;
  readonly message: string;
}

/** What the judge found in one JSON text. */
export interface Judgement {
  /** PHP's verdict with every placeholder taken for a value that fits. */
  readonly verdict: JsonVerdict;
  /** One per mistake, in text order; empty when PHP accepts the text and nothing is worth a hint. */
  readonly faults: readonly Fault[];
  /** How many further faults were left out because the cap was reached. */
  readonly omitted: number;
  readonly placeholders: readonly Span[];
}

export interface JudgeOptions {
  /** The part of the text to judge; the whole text when left out. Offsets of the result count from the text's start. */
  readonly span?: Span;
  /** Parts that the client removes before sending (full-line comments): read as white space. */
  readonly masks?: readonly Span[];
  /** Whether `{{name}}` is a token (default) or plain text, as in a `.json` file. */
  readonly placeholders?: boolean;
  /** At most this many faults are reported; 100 when left out. */
  readonly maxFaults?: number;
}
