import type { Severity } from "./fault.ts";

/**
 * What is known of one kind of fault before any text is read: a row of data. The reference page shows it as
 * wrong example, right example, why, exceptions.
 */
export interface FaultKind {
  /** Kebab-case slug: diagnostic code, settings key and page name. */
  readonly code: string;
  /** A noun phrase: `Trailing comma`. */
  readonly title: string;
  readonly severity: Severity;
  /** Menu title that mends all of the kind: `Fix all trailing commas in this file`; absent when none is safe. */
  readonly fixAllTitle?: string;
  /** Language of both examples, as a Markdown info string. */
  readonly language: string;
  readonly wrong: string;
  readonly right: string;
  /** Why the server refuses it, in one or two Markdown sentences. */
  readonly why: string;
  /** When it is not a mistake, or what differs between clients. */
  readonly exceptions?: string;
}
