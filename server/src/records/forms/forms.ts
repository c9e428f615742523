import type { ErrorRecord } from "../model.ts";
import type { Scan } from "../scan.ts";
import { readEnvelope } from "./envelope.ts";
import { readRestExceptionLine } from "./restExceptionLine.ts";

/** One family of forms in which an error can be written down. */
export interface Form {
  /** The text by which it is found. */
  readonly anchor: string;
  /** What has to follow the anchor, as the source of a regular expression: refuses most other text at native speed. */
  readonly follow: string;
  /** Reads the record whose anchor stands at `at`. */
  read(scan: Scan, at: number): ErrorRecord | undefined;
}

/** All families. To teach the reader another form, write its module and add a row. */
const FORMS: readonly Form[] = [
  { anchor: "error", follow: "[\"'\\\\&:= \\]”’`]", read: readEnvelope },
  { anchor: "REST Exception #", follow: "\\d", read: readRestExceptionLine },
];

/** Matches wherever a record may be; a fixed alternation that cannot backtrack. */
export const ANCHORS = new RegExp(FORMS.map(({ anchor, follow }) => anchor + follow).join("|"));

/** The family whose anchor stands at `at`. */
export function formAt(text: string, at: number): Form | undefined {
  return FORMS.find(({ anchor }) => text.startsWith(anchor, at));
}
