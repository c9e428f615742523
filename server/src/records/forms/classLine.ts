import { isExceptionName } from "../../catalog/exceptionClasses.ts";
import type { Located } from "../../text/span.ts";
import type { Facts } from "../facts.ts";
import { lineEnd, timeBefore } from "../line.ts";
import type { ErrorRecord } from "../model.ts";
import { recordOf } from "../recordOf.ts";
import type { Scan } from "../scan.ts";

const NAME = /^DreamFactory(\\{1,4})[\w\\]*\\\w+Exception\b/;
/** What stands before a class that was thrown, as opposed to one that is called or passed. */
const THROWN_BEFORE = /(?:^|[\n[({"'>]|Uncaught |exception '|Caused by: |Next |: |\] )\\{0,4}$/;
const MESSAGE_BEHIND = /^(?:(?:\(code: (-?\w+)\))?: |' with message ')([^\n"]*)/;
const END = /(?:' in (?:\/|[A-Z]:\\)| in (?:\/|[A-Z]:\\)| at (?:\/|[A-Z]:\\)).*$/;

/** `Uncaught DreamFactory\Core\Exceptions\NotFoundException: Could not find… in /path:12`, in whatever log; `inside` is where the namespace goes on. */
export function readClassLine(scan: Scan, inside: number): ErrorRecord | undefined {
  const { text } = scan;
  const namespace = /DreamFactory\\{1,4}(?:Core\\{1,4})?$/.exec(text.slice(Math.max(0, inside - 32), inside));
  if (namespace === null) return undefined;
  const at = inside - namespace[0].length;
  const end = lineEnd(text, at, scan.span.end);
  const line = text.slice(at, end);
  const written = NAME.exec(line)?.[0];
  if (written === undefined || !THROWN_BEFORE.test(text.slice(Math.max(0, at - 16), at))) return undefined;
  const found = MESSAGE_BEHIND.exec(line.slice(written.length));
  if (found === null) return undefined;
  const nameSpan = { start: at, end: at + written.length };
  const className: Located<string> = { value: written.replace(/\\+/g, "\\"), span: nameSpan };
  const words = (found[2] ?? "").replace(END, "").trimEnd();
  const start = nameSpan.end + found[0].length - (found[2] ?? "").length;
  const message = { value: words, span: { start, end: start + words.length } };
  const shortName = className.value.slice(className.value.lastIndexOf("\\") + 1);
  const span = { start: at, end: message.span.end };
  const facts: Facts = { names: [], message, trace: [], span, ...codeOf(found[1], nameSpan.end) };
  return recordOf(scan, facts, {
    span,
    form: "log-line",
    verdict: {
      exception: isExceptionName(shortName) ? shortName : undefined,
      confidence: "certain",
      evidence: ["class-name"],
    },
    source: { text, end: span.end, layers: [] },
    className,
    time: timeBefore(text, at),
  });
}

function codeOf(digits: string | undefined, nameEnd: number): Pick<Facts, "code"> {
  if (digits === undefined) return {};
  const start = nameEnd + "(code: ".length;
  const value = /^-?\d+$/.test(digits) ? Number(digits) : digits;
  return { code: { value, span: { start, end: start + digits.length } } };
}
