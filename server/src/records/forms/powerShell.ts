import type { Span } from "../../text/span.ts";
import { readFacts } from "../facts.ts";
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
const LINE = /^([ \t]*)(code|context|message|trace|status_code)( *: ?)(.*)$/;
const LAST_NAME = "status_code";
const MAX_LINES = 64;

/**
 * The error of an answer as PowerShell lists it, a member to a line, `code        : 404` and what follows; `at` is where
 * the last name stands.
 */
export function readPowerShellList(scan: Scan, at: number): ErrorRecord | undefined {
  const { text, span } = scan;
  const last = lineStart(text, at);
  const indent = text.slice(last, at);
  if (indent.trim() !== "") return undefined;
  const column = indent.length + LAST_NAME.length;
  const members: Member[] = [];
  let wrapped: number | undefined;
  let end = lineEnd(text, last, span.end);
  for (let start = last, left = MAX_LINES; start >= span.start && left > 0; left--) {
    const [whole, before = "", name = "", colon = "", written = ""] = LINE.exec(text.slice(start, end)) ?? [];
    if (whole !== undefined && before === indent && `${name}${colon}`.indexOf(":") === LAST_NAME.length + 1) {
      if (members.some((member) => member.name === name)) break;
      const nameStart = start + before.length;
      const valueStart = nameStart + name.length + colon.length;
      const value = valueOf(text, {
        start: valueStart,
        end: wrapped ?? valueStart + written.trimEnd().length,
      });
      members.unshift({ name, nameSpan: { start: nameStart, end: nameStart + name.length }, value });
      wrapped = undefined;
    } else if (isContinued(text.slice(start, end), column)) wrapped ??= end;
    else break;
    if (start === 0) break;
    start = lineStart(text, start - 1);
    end = lineEnd(text, start, span.end);
  }
  const first = members[0];
  const status = members.at(-1)?.value;
  if (first === undefined || status === undefined || members.length < 3) return undefined;
  const whole = { start: first.nameSpan.start, end: status.span.end };
  scan.noteReach(whole.end);
  return recordIn(scan, { kind: "object", members, span: whole, closed: true }, whole, first.nameSpan);
}

/** A value goes on below where it began. */
function isContinued(line: string, column: number): boolean {
  const indent = /^ */.exec(line)?.[0].length ?? 0;
  return indent >= column && line.trim() !== "";
}

function valueOf(text: string, span: Span): Value {
  const written = text.slice(span.start, span.end).replace(/\s*\n\s*/g, " ");
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
