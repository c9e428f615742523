import type { LayeredText } from "../text/escapes.ts";
import type { Span } from "../text/span.ts";
import type { Facts } from "./facts.ts";
import type { ErrorRecord, Evidence } from "./model.ts";

/** One reading of a text: what every form needs beside the place where it may start. */
export interface Scan {
  readonly text: string;
  /** The part of the text that is read. */
  readonly span: Span;
  readonly claim: "auto" | "always" | "never";
  /** A sign of DreamFactory near an offset, for records that could be anybody's. */
  signNear(at: number): Evidence | undefined;
  /** The error that stands inside a message; `source` is how the message is written. */
  readInner(facts: Facts, source: LayeredText): ErrorRecord | undefined;
}
