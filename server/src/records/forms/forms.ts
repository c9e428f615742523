import type { Needle } from "../anchors.ts";
import type { ErrorRecord } from "../model.ts";
import type { Scan } from "../scan.ts";
import { readAccessLine } from "./accessLine.ts";
import { BASE64_STARTS, readBase64Envelope } from "./base64.ts";
import { readClassLine } from "./classLine.ts";
import { readCsvEnvelope } from "./csv.ts";
import { readEnvelope } from "./envelope.ts";
import { readFirstGenerationLine, readFirstGenerationPage } from "./firstGeneration.ts";
import { readLogLine } from "./logLine.ts";
import { readOtherBody } from "./otherBodies.ts";
import { readQuotedMessage } from "./quotedMessage.ts";
import { readResponseLine } from "./responseLine.ts";
import { readRestExceptionLine } from "./restExceptionLine.ts";
import { readTraceFragment } from "./traceFragment.ts";
import { readXmlEnvelope } from "./xml.ts";
import { readYamlEnvelope } from "./yaml.ts";

/** Reads the record whose anchor stands at `at`; `undefined` when there is none of the form. */
type Read = (scan: Scan, at: number) => ErrorRecord | undefined;

/** One family of forms in which an error can be written down. */
interface Form {
  /** The texts that it is recognized by; each has the needle of its group in it. */
  readonly anchors: readonly string[];
  /** What has to follow an anchor: a row of characters and classes. */
  readonly follow?: RegExp;
  readonly read: Read;
}

/** Forms whose anchors share a needle. */
interface FormGroup extends Needle {
  /** Tried in this order where several anchors stand at one place. */
  readonly forms: readonly Form[];
}

/**
 * All forms. To teach the reader another one, write its module and add a row: to a group whose needle the anchor
 * has in it, or with a needle of its own that starts with a rare character.
 */
const FORM_GROUPS: readonly FormGroup[] = [
  {
    find: "rror",
    forms: [
      { anchors: ["error"], follow: /["'`\\&:=% \]“”‘’]/, read: readEnvelope },
      { anchors: ["error:"], follow: /[ \t]*\r?\n/, read: readYamlEnvelope },
      { anchors: ["<error>", "&lt;error&gt;"], read: readXmlEnvelope },
      { anchors: ["error"], follow: /["']/, read: readOtherBody },
      { anchors: ['"errors":', '"isError":', '"Server Error"'], read: readOtherBody },
      { anchors: ["Batch Error: Not all"], read: readQuotedMessage },
      { anchors: ["<h3>Error Details</h3>"], read: readFirstGenerationPage },
    ],
  },
  {
    find: "xcept",
    forms: [
      { anchors: ["REST Exception #"], read: readRestExceptionLine },
      { anchors: ['"exception":"[object] ('], read: readLogLine },
      { anchors: ['"exception":'], read: readOtherBody },
      {
        anchors: ["Core\\Exceptions\\", "Core\\\\Exceptions\\\\", "Script\\Exceptions\\"],
        read: readClassLine,
      },
    ],
  },
  {
    find: "ERROR",
    forms: [
      { anchors: [".ERROR: "], read: readLogLine },
      { anchors: ["[app][ERROR"], read: readFirstGenerationLine },
    ],
  },
  {
    find: "QLSTA",
    forms: [
      { anchors: ["SQLSTATE["], read: readQuotedMessage },
      { anchors: ["SQLSTATE["], read: readLogLine },
    ],
  },
  { find: "Invali", forms: [{ anchors: ["Invalid credentials supplied"], read: readQuotedMessage }] },
  { find: "xt,me", forms: [{ anchors: ["code,context,message"], read: readCsvEnvelope }] },
  { find: "JlcnJv", forms: [{ anchors: BASE64_STARTS, read: readBase64Envelope }] },
  { find: "Vycm9y", forms: [{ anchors: BASE64_STARTS, read: readBase64Envelope }] },
  { find: "Illumi", forms: [{ anchors: ["Illuminate\\"], read: readTraceFragment }] },
  { find: /Code":[45]/, forms: [{ anchors: ['"Status Code":'], follow: /[45]/, read: readResponseLine }] },
  {
    find: /HTTP\/[12]\.[01]" [45]/,
    forms: [{ anchors: ["HTTP/"], follow: /[12]\.[01]" [45]/, read: readAccessLine }],
  },
];

/** A needle with what may stand around it. */
export interface AnchorGroup extends Needle {
  readonly anchors: readonly Anchor[];
}

export interface Anchor {
  readonly text: string;
  /** Where the needle begins in the anchor. */
  readonly offset: number;
  /** Sticky. */
  readonly follow: RegExp;
  readonly read: Read;
}

/** What to search for, made of the table above. */
export const ANCHOR_GROUPS: readonly AnchorGroup[] = FORM_GROUPS.map(({ find, forms }) => ({
  find,
  anchors: forms.flatMap((form) => form.anchors.flatMap((text) => anchorOf(text, find, form))),
}));

function anchorOf(text: string, find: string | RegExp, { follow, read }: Form): Anchor[] {
  const needle = typeof find === "string" ? find : /^[A-Za-z]+/.exec(find.source)?.[0];
  const offset = needle === undefined ? -1 : text.indexOf(needle);
  return offset < 0 ? [] : [{ text, offset, follow: new RegExp(follow ?? "", "y"), read }];
}

/** Reads the record whose needle stands at `at`. */
export function readAtNeedle(scan: Scan, at: number, { anchors }: AnchorGroup): ErrorRecord | undefined {
  for (const anchor of anchors) {
    const start = at - anchor.offset;
    const record = endOf(scan.text, start, anchor) === undefined ? undefined : anchor.read(scan, start);
    if (record !== undefined) return record;
  }
  return undefined;
}

function endOf(text: string, at: number, anchor: Anchor): number | undefined {
  if (!text.startsWith(anchor.text, at)) return undefined;
  anchor.follow.lastIndex = at + anchor.text.length;
  return anchor.follow.test(text) ? anchor.follow.lastIndex : undefined;
}
