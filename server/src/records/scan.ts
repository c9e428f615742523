import type { LayeredText } from "../text/layers/layer.ts";
import type { Span } from "../text/span.ts";
import type { Facts } from "./facts.ts";
import type { Claim, ErrorRecord, Evidence } from "./model.ts";

/** One reading of a text: what every form needs beside the place where it may start. */
export interface Scan {
  readonly text: string;
  /** The part of the text that is read. */
  readonly span: Span;
  readonly claim: Claim;
  /** True where the caller knows that the text comes from a DreamFactory server. */
  readonly context: boolean;
  /** A sign of DreamFactory near an offset, or the caller's word; for records that could be anybody's. */
  signNear(at: number): Evidence | undefined;
  /** The error that stands inside a message of a reading; `source` is how the message is written. */
  readInner(scan: Scan, facts: Facts, source: LayeredText): ErrorRecord | undefined;
  /** Tells how far the text was taken in, also where nothing came of it; not needed for less than a few thousand characters. */
  noteReach(end: number): void;
}
