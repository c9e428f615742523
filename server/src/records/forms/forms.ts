import type { ErrorRecord } from "../model.ts";
import type { Scan } from "../scan.ts";
import { readAccessLine } from "./accessLine.ts";
import { readCsvEnvelope } from "./csv.ts";
import { readEnvelope } from "./envelope.ts";
import { readLogLine } from "./logLine.ts";
import {
  QUOTED_MESSAGES,
  readFirstGenerationLine,
  readFirstGenerationPage,
  readQuotedMessage,
} from "./message.ts";
import { readResponseLine } from "./responseLine.ts";
import { readRestExceptionLine } from "./restExceptionLine.ts";
import { readTraceFragment } from "./traceFragment.ts";
import { readXmlEnvelope } from "./xml.ts";

/** One family of forms in which an error can be written down. */
export interface Form {
  /** The texts by which it is found. */
  readonly anchors: readonly string[];
  /** What has to follow an anchor, as the source of a regular expression: refuses most other text at native speed. */
  readonly follow: string;
  /** Reads the record whose anchor stands at `at`. */
  read(scan: Scan, at: number): ErrorRecord | undefined;
}

/** All families. To teach the reader another form, write its module and add a row. */
const FORMS: readonly Form[] = [
  { anchors: ["error"], follow: "[\"'\\\\&:= \\]”’`]", read: readEnvelope },
  { anchors: ["REST Exception #"], follow: "-?\\d", read: readRestExceptionLine },
  {
    anchors: [".ERROR: ", ".CRITICAL: ", ".ALERT: ", ".EMERGENCY: ", "[object] ("],
    follow: "",
    read: readLogLine,
  },
  { anchors: ['"Status Code":'], follow: "[45]\\d\\d", read: readResponseLine },
  { anchors: ["HTTP/1.0", "HTTP/1.1", "HTTP/2", "HTTP/2.0"], follow: '" [45]\\d\\d', read: readAccessLine },
  { anchors: ["<error>", "&lt;error&gt;"], follow: "", read: readXmlEnvelope },
  { anchors: QUOTED_MESSAGES, follow: "", read: readQuotedMessage },
  { anchors: ["[app]["], follow: "(?:ERROR|CRITICAL|ALERT|EMERGENCY)", read: readFirstGenerationLine },
  { anchors: ["<h3>Error Details</h3>"], follow: "", read: readFirstGenerationPage },
  { anchors: ["[internal function]: "], follow: "", read: readTraceFragment },
  { anchors: ["code,context,message"], follow: "[,\\r\\n]", read: readCsvEnvelope },
];

/** Matches wherever a record may be; a fixed alternation that cannot backtrack. */
export const ANCHORS = new RegExp(
  FORMS.flatMap(({ anchors, follow }) => anchors.map((anchor) => literal(anchor) + follow)).join("|"),
);

/** Every anchor with the source of what has to follow it, for who looks for them in something other than a text. */
export const ANCHOR_PARTS: readonly { readonly anchor: string; readonly follow: string }[] = FORMS.flatMap(
  ({ anchors, follow }) => anchors.map((anchor) => ({ anchor, follow })),
);

/** The family whose anchor stands at `at`. */
export function formAt(text: string, at: number): Form | undefined {
  return FORMS.find(({ anchors }) => anchors.some((anchor) => text.startsWith(anchor, at)));
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
