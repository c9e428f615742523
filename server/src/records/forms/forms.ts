import { hasForeignMember } from "../foreignMember.ts";
import type { ErrorRecord } from "../model.ts";
import { beginsNoObject, goesOnInLine, hasOtherPath, holdsNoObject, type Refuse } from "../refusals.ts";
import type { Scan } from "../scan.ts";
import { readAccessLine } from "./accessLine.ts";
import { BASE64_STARTS, readBase64Envelope } from "./base64.ts";
import { readClassLine } from "./classLine.ts";
import { readCsvEnvelope } from "./csv.ts";
import { readEnvelope } from "./envelope.ts";
import { readFirstGenerationLine, readFirstGenerationPage } from "./firstGeneration.ts";
import { readLogLine } from "./logLine.ts";
import { readOtherBody } from "./otherBodies.ts";
import { readPowerShellList, readPowerShellTable } from "./powerShell.ts";
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
  /** The texts that it is recognized by. */
  readonly anchors: readonly string[];
  /** What has to follow an anchor: a row of characters and classes. */
  readonly follow?: RegExp;
  readonly refuses?: Refuse;
  /** Holds only where errors that could be anybody's are not wanted. */
  readonly refusesOthers?: Refuse;
  readonly read: Read;
}

/**
 * All forms, tried in this order where several anchors stand at one place. To teach the reader another one, write its
 * module and add a row. An anchor has at least six characters, counting what `follow` says for certain: the shorter
 * the shortest, the slower is the search for all.
 */
const FORMS: readonly Form[] = [
  {
    anchors: ["error"],
    follow: /["'`\\&:=% \]“”‘’\r\n]/,
    refuses: holdsNoObject,
    refusesOthers: hasForeignMember,
    read: readEnvelope,
  },
  { anchors: ["error:"], follow: /[ \t]*\r?\n/, refuses: goesOnInLine, read: readYamlEnvelope },
  { anchors: ["<error>", "&lt;error&gt;"], read: readXmlEnvelope },
  { anchors: ["error"], follow: /["']/, refuses: beginsNoObject, read: readOtherBody },
  { anchors: ['"errors":', '"isError":', '"Server Error"'], read: readOtherBody },
  { anchors: ["Batch Error: Not all"], read: readQuotedMessage },
  { anchors: ["<h3>Error Details</h3>"], read: readFirstGenerationPage },
  { anchors: ["REST Exception #"], read: readRestExceptionLine },
  { anchors: ['"exception":"[object] ('], read: readLogLine },
  { anchors: ['"exception":'], read: readOtherBody },
  {
    anchors: [
      "Core\\Exceptions\\",
      "Core\\\\Exceptions\\\\",
      "Script\\Exceptions\\",
      "Platform\\Exceptions\\",
    ],
    read: readClassLine,
  },
  { anchors: [".ERROR: "], read: readLogLine },
  { anchors: ["[app][ERROR"], read: readFirstGenerationLine },
  { anchors: ["SQLSTATE["], read: readQuotedMessage },
  { anchors: ["SQLSTATE["], read: readLogLine },
  { anchors: ["Invalid credentials supplied"], read: readQuotedMessage },
  { anchors: ["code,context,message"], read: readCsvEnvelope },
  { anchors: ["@{code=", "@{context="], read: readPowerShellTable },
  { anchors: ["status_code :"], read: readPowerShellList },
  { anchors: BASE64_STARTS, read: readBase64Envelope },
  { anchors: ["Illuminate\\"], read: readTraceFragment },
  { anchors: ['"Status Code":'], follow: /[45]/, read: readResponseLine },
  { anchors: ["HTTP/"], follow: /[12]\.[01]" [45]/, refuses: hasOtherPath, read: readAccessLine },
];

/** A text that a form is recognized by. */
export interface Anchor {
  readonly text: string;
  /** Sticky. */
  readonly follow: RegExp;
  readonly refuses: Refuse | undefined;
  readonly refusesOthers: Refuse | undefined;
  readonly read: Read;
}

/** What to search for, made of the table above. */
export const ANCHORS: readonly Anchor[] = FORMS.flatMap(({ anchors, follow, refuses, refusesOthers, read }) =>
  anchors.map((text) => ({ text, follow: new RegExp(follow ?? "", "y"), refuses, refusesOthers, read })),
);

/** Reads the record whose anchor's text stands at `at`. */
export function readAtAnchor(scan: Scan, at: number, anchor: Anchor): ErrorRecord | undefined {
  anchor.follow.lastIndex = at + anchor.text.length;
  return anchor.follow.test(scan.text) ? anchor.read(scan, at) : undefined;
}
