import type { Span } from "../../text/span.ts";
import { ENVELOPE_NAMES, readFacts } from "../facts.ts";
import { MAX_RECORD } from "../keys/errorKey.ts";
import { lineEnd, lineStart } from "../line.ts";
import type { ErrorRecord } from "../model.ts";
import { recognize } from "../recognize.ts";
import { recordOf } from "../recordOf.ts";
import type { Scan } from "../scan.ts";
import { readValue } from "../values/readValue.ts";
import type { Member, ObjectValue, Value } from "../values/value.ts";

/** The heading of a column above its only cell. */
const HEADING = /(?:^|\n)[ \t]*(error[ \t]*\r?\n[ \t]*-----[ \t]*\r?\n[ \t]*)$/;

/** An answer as PowerShell shows it in a table, `@{code=404; context=; …}` below `error`; `at` is where `@{` stands. */
export function readPowerShellTable(scan: Scan, at: number): ErrorRecord | undefined {
  const { text } = scan;
  const heading = HEADING.exec(text.slice(Math.max(scan.span.start, at - 200), at))?.[1];
  if (heading === undefined) return undefined;
  const end = Math.min(scan.span.end, at + MAX_RECORD);
  const value = readValue({ text, end, layers: [] }, at, { style: "powershell" });
  scan.noteReach(value.span.end);
  if (value.kind !== "object") return undefined;
  const start = at - heading.length;
  return recordIn(scan, value, { start, end: value.span.end }, { start, end: start + "error".length });
}

/** A line of a list: its name, what stands up to its value, and the value. */
const LINE = /^([ \t]*)([\w$-]{1,60})( *: ?)(.*)$/;
const LAST_NAME = "status_code";
/** The lines of an error take no more. */
const MAX_LENGTH = 8192;

/**
 * The error of an answer as PowerShell lists it, a member to a line, `code        : 404` and what follows; `at` is where
 * the last name stands. A context, or what stands around, must tell that it is one, as its key is not shown.
 */
export function readPowerShellList(scan: Scan, at: number): ErrorRecord | undefined {
  const { text, span } = scan;
  const last = lineStart(text, at);
  const indent = text.slice(last, at);
  if (indent.trim() !== "") return undefined;
  const colon = indent.length + LAST_NAME.length + 1;
  if (memberOn(text, nextLine(text, at, span.end), span.end, colon) !== undefined) return undefined;
  const members: Member[] = [];
  let wrapped: number | undefined;
  const from = Math.max(span.start, last - MAX_LENGTH);
  for (let start = last; start >= from; start = lineStart(text, start - 1)) {
    const member = memberOn(text, start, wrapped ?? span.end, colon, wrapped);
    const isWrapped = member === undefined && isContinued(text, start, colon);
    if (isWrapped) wrapped ??= lineEnd(text, start, span.end);
    if (member !== undefined) {
      const isForeign = !ENVELOPE_NAMES.has(member.name);
      if (isForeign || members.some(({ name }) => name === member.name)) return undefined;
      members.unshift(member);
      wrapped = undefined;
    }
    if ((member === undefined && !isWrapped) || start === 0) break;
  }
  const first = members[0];
  const status = members.at(-1)?.value;
  if (first === undefined || status === undefined || members.length < 3) return undefined;
  const whole = { start: first.nameSpan.start, end: status.span.end };
  scan.noteReach(whole.end);
  const isOurs =
    members.some(({ name }) => name === "context") || scan.context || scan.signNear(at) !== undefined;
  if (!isOurs) return undefined;
  return recordIn(scan, { kind: "object", members, span: whole, closed: true }, whole, first.nameSpan);
}

/** The member on the line that starts at a place, when its colon stands below the others'; its value may end later. */
function memberOn(
  text: string,
  start: number,
  limit: number,
  colon: number,
  valueEnd?: number,
): Member | undefined {
  const line = text.slice(start, lineEnd(text, start, limit));
  const [, indent = "", name = "", gap = "", written = ""] = LINE.exec(line) ?? [];
  if (name === "" || line.indexOf(":") !== colon) return undefined;
  const nameStart = start + indent.length;
  const nameSpan = { start: nameStart, end: nameStart + name.length };
  const valueStart = nameSpan.end + gap.length;
  const value = valueOf(text, { start: valueStart, end: valueEnd ?? valueStart + written.trimEnd().length });
  return { name, nameSpan, value };
}

function nextLine(text: string, at: number, limit: number): number {
  const end = lineEnd(text, at, limit);
  return end + (text.startsWith("\r\n", end) ? 2 : 1);
}

/** True for a line on which a value goes on below where it began. */
function isContinued(text: string, start: number, colon: number): boolean {
  const line = text.slice(start, lineEnd(text, start));
  return line.trim() !== "" && line.length - line.trimStart().length >= colon;
}

function valueOf(text: string, span: Span): Value {
  const lines = text.slice(span.start, span.end).split("\n");
  const written = lines.map((line) => line.trim()).join(" ");
  if (written === "") return { kind: "null", span, closed: true };
  if (/^-?\d{1,15}$/.test(written)) return { kind: "number", number: Number(written), span, closed: true };
  if (/^[@{]/.test(written)) {
    return readValue({ text, end: span.end, layers: [] }, span.start, { style: "powershell" });
  }
  return { kind: "text", text: written, span, inner: span, quoted: false, closed: true };
}

function recordIn(scan: Scan, error: ObjectValue, span: Span, hotspot: Span): ErrorRecord | undefined {
  const facts = readFacts(error);
  const verdict = recognize(facts, {
    claim: scan.claim,
    inList: false,
    sign: () => scan.signNear(span.start),
  });
  if (verdict === undefined) return undefined;
  return recordOf(scan, facts, {
    span,
    form: "printed-envelope",
    verdict,
    source: { text: scan.text, end: span.end, layers: [] },
    hotspots: [hotspot],
  });
}
