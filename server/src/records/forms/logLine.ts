import { exceptionForStatus, isExceptionName } from "../../catalog/exceptionClasses.ts";
import { isDistinctive, matchMessage } from "../../catalog/matchMessage.ts";
import { decodeFrom } from "../../text/escapes.ts";
import type { LayeredText } from "../../text/layers/layer.ts";
import type { Located, Span } from "../../text/span.ts";
import type { Facts } from "../facts.ts";
import { lineEnd, lineStart, timeBefore } from "../line.ts";
import type { ErrorRecord, Evidence } from "../model.ts";
import { recordOf } from "../recordOf.ts";
import type { Scan } from "../scan.ts";

/** A record never spans more than this. */
const MAX_LENGTH = 65_536;
const HEAD = /^(?:.{0,80}[\s"])?\[[^\]]{10,40}\] [\w-]+\.([A-Z]+): /;
const MAX_HEAD = 200;
/** Lines that belong to the log line above them. */
const CONTINUATION =
  /^(?:#\d+ |\[(?:stacktrace|previous exception)\]|"\} ?|Stack trace:|Next |SQLSTATE\[|[ \t]*(?:\r?\n|$))/;
const OBJECT = /\[object\] \(([\w\\]+)\(code: (-?\w+)\): /;

/**
 * A line of Monolog as Laravel writes it, with the exception's class behind `[object]` where there is one, and the
 * stack frames below it; `at` is where the level, the exception or an SQLSTATE stands. Only lines that name DreamFactory are taken.
 */
export function readLogLine(scan: Scan, at: number): ErrorRecord | undefined {
  const { text } = scan;
  const start = lineStart(text, at);
  const limit = Math.min(scan.span.end, start + MAX_LENGTH);
  const firstEnd = Math.min(lineEnd(text, at, limit), stringEnd(text, start, at));
  const head = HEAD.exec(text.slice(start, Math.min(firstEnd, start + MAX_HEAD)));
  // `.ERROR: ` was an anchor itself, and nothing came of it.
  if (text[at] !== "." && (head === null ? text[at] === "S" : head[1] === "ERROR")) return undefined;
  const messageStart = head === null ? at : start + head[0].length;
  if (messageStart > firstEnd) return undefined;
  const span = {
    start: head === null ? at : start + head[0].search(/\[\d/),
    end: recordEnd(text, firstEnd, limit),
  };
  scan.noteReach(span.end);
  if (span.start < start) return undefined;
  const thrown = readObject(text, messageStart, span.end);
  const written = messageOf(text, messageStart, firstEnd, thrown);
  const leading = thrown === undefined ? leadingClass(written) : undefined;
  const message = leading?.message ?? written;
  const known = matchMessage(message.value)?.entry;
  const isKnown = known !== undefined && isDistinctive(known);
  const name = (thrown ?? leading)?.className.value;
  const evidence = evidenceOf(text, span, name, isKnown) ?? (scan.context ? "setting" : undefined);
  if (evidence === undefined || (evidence === "trace" && ENVELOPE_INSIDE.test(message.value)))
    return undefined;
  const shortName = name?.slice(name.lastIndexOf("\\") + 1) ?? known?.exception ?? "";
  const code = thrown?.code;
  const byCode =
    evidence === "class-name" && typeof code?.value === "number" ? exceptionForStatus(code.value) : undefined;
  const facts: Facts = {
    names: [],
    message,
    trace: readFrames(text, firstEnd, span.end),
    span,
    ...(code ? { code } : {}),
  };
  return recordOf(scan, facts, {
    span,
    form: "log-line",
    verdict: {
      exception: isExceptionName(shortName) ? shortName : byCode,
      confidence: evidence === "class-name" || evidence === "known-message" ? "certain" : "likely",
      evidence: evidence === "class-name" ? [evidence, "log-channel"] : [evidence],
    },
    source: { text, end: span.end, layers: [] },
    className: (thrown ?? leading)?.className,
    time: timeBefore(text, messageStart),
    hotspots: [levelSpan(text, start, messageStart)],
  });
}

/** Where the JSON string ends that the whole line stands in, as in Docker's log. */
function stringEnd(text: string, start: number, at: number): number {
  const before = text.slice(start, at);
  if (!/^[^[]{0,40}\{"(?:log|message|MESSAGE)":"\[/.test(before)) return Number.POSITIVE_INFINITY;
  const behind = /^(?:[^"\\]|\\[^n]|\\n(?!"))*/.exec(text.slice(at, at + MAX_LENGTH))?.[0] ?? "";
  return at + behind.length;
}

interface Thrown {
  readonly at: number;
  readonly className: Located<string>;
  readonly code?: Located<number | string>;
  readonly messageStart: number;
}

function readObject(text: string, from: number, end: number): Thrown | undefined {
  const part = text.slice(from, end);
  const found = OBJECT.exec(part);
  const written = found?.[1];
  if (found === null || written === undefined) return undefined;
  const nameStart = from + found.index + "[object] (".length;
  const digits = found[2] ?? "";
  const codeStart = nameStart + written.length + "(code: ".length;
  return {
    at: from + found.index,
    className: {
      value: written.replace(/\\+/g, "\\"),
      span: { start: nameStart, end: nameStart + written.length },
    },
    code: {
      value: /^-?\d+$/.test(digits) ? Number(digits) : digits,
      span: { start: codeStart, end: codeStart + digits.length },
    },
    messageStart: from + found.index + found[0].length,
  };
}

/** Another program's line about an answer of DreamFactory's, which is read for itself. */
const ENVELOPE_INSIDE = /[{[ ]\\*"error\\*":\s*[{[]/;

/** The message before the JSON context; where that is empty, the one inside `[object]`. */
function messageOf(
  text: string,
  start: number,
  lineEndAt: number,
  thrown: Thrown | undefined,
): Located<string> {
  if (thrown === undefined) return trimmed(text, start, lineEndAt);
  const before = text.slice(start, thrown.at);
  const context = before.lastIndexOf(' {"');
  if (context > 0) return trimmed(text, start, start + context);
  const layered: LayeredText = { text, end: lineEndAt, layers: ["double-quoted"] };
  const inside = decodeFrom(layered, thrown.messageStart);
  const place = inside.lastIndexOf(" at /") < 0 ? inside.search(/ at [A-Z]:\\/) : inside.lastIndexOf(" at /");
  const end = place < 0 ? lineEndAt : thrown.messageStart + place;
  return { value: inside.slice(0, place < 0 ? undefined : place), span: { start: thrown.messageStart, end } };
}

function trimmed(text: string, start: number, end: number): Located<string> {
  const value = text.slice(start, end).replace(/(?: \[\]){0,2}\s*$/, "");
  return { value, span: { start, end: start + value.length } };
}

const LEADING_CLASS = /^(?:exception ')?([A-Z]\w*(?:\\\w+)+)(?:: |' with message ')/;
/** ` in /opt/a.php:50`, where the exception was thrown. */
const PLACE = /'? in (?:\/|[A-Z]:[\\/])\S{1,500}:\d+$/;

/** `Symfony\…\FatalErrorException: Invalid handle in C:\a.php:43`: older versions put class and place around the message. */
function leadingClass({
  value,
  span,
}: Located<string>): { readonly className: Located<string>; readonly message: Located<string> } | undefined {
  const found = LEADING_CLASS.exec(value);
  const name = found?.[1];
  if (found === null || name === undefined) return undefined;
  const nameStart = span.start + found[0].indexOf(name);
  const start = span.start + found[0].length;
  const message = value.slice(found[0].length).replace(PLACE, "");
  return {
    className: { value: name, span: { start: nameStart, end: nameStart + name.length } },
    message: { value: message, span: { start, end: start + message.length } },
  };
}

function evidenceOf(
  text: string,
  span: Span,
  name: string | undefined,
  isKnown: boolean,
): Evidence | undefined {
  if (name?.startsWith("DreamFactory\\")) return "class-name";
  if (isKnown) return "known-message";
  return /dreamfactory/i.test(text.slice(span.start, span.end)) ? "trace" : undefined;
}

function recordEnd(text: string, firstEnd: number, limit: number): number {
  let end = firstEnd;
  for (;;) {
    const next = end + (text.startsWith("\r\n", end) ? 2 : 1);
    if (next >= limit || !CONTINUATION.test(text.slice(next, next + 24))) return end;
    const nextEnd = lineEnd(text, next, limit);
    const isBlank = text.slice(next, nextEnd).trim() === "";
    if (isBlank && !/^\s*\[previous exception\]/.test(text.slice(nextEnd, nextEnd + 40))) return end;
    end = nextEnd;
  }
}

function readFrames(text: string, start: number, end: number): Located<string>[] {
  const frames: Located<string>[] = [];
  for (const found of text.slice(start, end).matchAll(/^#\d+ .*$/gm)) {
    const from = start + found.index;
    frames.push({ value: found[0].trimEnd(), span: { start: from, end: from + found[0].trimEnd().length } });
  }
  return frames;
}

/** `local.ERROR`, on which a hover answers as well. */
function levelSpan(text: string, start: number, messageStart: number): Span {
  const head = text.slice(start, messageStart);
  const space = head.lastIndexOf("] ");
  return { start: start + space + (space < 0 ? 1 : 2), end: Math.max(start, messageStart - 2) };
}
