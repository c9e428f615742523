import { decodeFrom } from "../../text/escapes.ts";
import type { Layer, LayeredText, Seam } from "../../text/layers/layer.ts";
import type { Located } from "../../text/span.ts";
import type { Facts } from "../facts.ts";
import { continuedEnd, lineEnd, lineStart, timeBefore } from "../line.ts";
import type { ErrorRecord } from "../model.ts";
import { recognize } from "../recognize.ts";
import { recordOf } from "../recordOf.ts";
import type { Scan } from "../scan.ts";

/** nginx cuts its own lines long before this. */
const MAX_MESSAGE = 4096;
const HEAD = /^REST Exception #(-?\d{1,9}) (?:>|\\+u003e|&gt;) /;
/** What ends the message within a line: the rest of nginx's line, the next message, other output glued to it. */
const ENDS_OF_ENVELOPE = /\\*"(?: while |\s*$)|; ?PHP message: |, referer: /m;
const ENDS =
  /\\*"(?: while |,? *$|,"|\\n)|; ?PHP message: |\n?PHP message: |\n?REST Exception #|, referer: |\\n"|\s*DreamFactory[ \\]+Core[ \\]|\s*In \w+\.php line \d/m;
/**
 * `REST Exception #404 > Could not find…`: what PHP's error log says of every REST exception, in whatever carrier.
 * Several may stand in one line of nginx.
 */
export function readRestExceptionLine(scan: Scan, at: number): ErrorRecord | undefined {
  const { text } = scan;
  const head = HEAD.exec(text.slice(at, at + 40));
  if (head === null) return undefined;
  const start = at + head[0].length;
  const codeStart = at + "REST Exception #".length;
  const digits = head[1] ?? "";
  const code = { value: Number(digits), span: { start: codeStart, end: codeStart + digits.length } };
  const bounds = messageEnd(text, start, textLimit(scan, head[0], start));
  const layered: LayeredText = { text, end: bounds.end, layers: layersOf(text, at) };
  const message = { value: decodeFrom(layered, start).trimEnd(), span: { start, end: bounds.end } };
  const facts: Facts = {
    names: ["code", "message"],
    code,
    message,
    trace: [],
    span: { start: at, end: bounds.end },
  };
  const verdict = recognize(facts, { claim: "always", inList: false, sign: () => undefined });
  if (verdict === undefined) return undefined;
  return recordOf(scan, facts, {
    span: facts.span,
    form: "rest-exception-line",
    verdict: {
      exception: verdict.exception,
      confidence: "certain",
      evidence: [...verdict.evidence.filter((each) => each !== "setting"), "rest-exception-line"],
    },
    source: layered,
    hotspots: [{ start: at, end: code.span.end }],
    time: timeBefore(text, at),
    request: requestBehind(text, bounds.end),
    truncatedAfter: bounds.cut ? "message" : undefined,
  });
}

/** How the line writes a message: inside JSON, with Apache's escapes, or over several lines of php-fpm's. */
function layersOf(text: string, at: number): readonly Layer[] {
  const line = text.slice(lineStart(text, at), at);
  if (/^[^{"]{0,80}\{"/.test(line)) return ["double-quoted"];
  if (/\] \[client [^\]]+\] /.test(line)) return ["backslashes"];
  return line.includes(PHP_FPM) ? [PHP_FPM_SEAM] : [];
}

const PHP_FPM = 'said into stderr: "';
/** php-fpm starts a line of its own for each line of a message. */
const PHP_FPM_SEAM: Seam = {
  pattern:
    /"\r?\n\[[^\]\n]{10,40}\] WARNING: \[pool [^\]\n]{1,64}\] child \d+ said into stderr: "(?!NOTICE: |PHP message: |REST Exception)/y,
  first: 0x22,
  standsFor: 0x0a,
};

/** In a page the next tag ends the message; text in which `>` stands bare may have tags of its own. */
function textLimit({ text, span }: Scan, head: string, start: number): number {
  const limit = Math.min(span.end, start + MAX_MESSAGE);
  if (!head.includes("&gt;")) return limit;
  const tag = text.slice(start, limit).search(/<\/?[a-z]/i);
  return tag < 0 ? limit : start + tag;
}

function messageEnd(
  text: string,
  start: number,
  limit: number,
): { readonly end: number; readonly cut: boolean } {
  let end = continuedEnd(text, start, limit);
  const quoted = isQuotedMessage(text, start);
  const ahead = text.slice(start, quoted ? limit : end);
  // A forwarded envelope has commas behind quotes of its own.
  const ends = /^\{\\*"/.test(ahead) ? ENDS_OF_ENVELOPE : ENDS;
  const inner = Math.min(ends.exec(ahead)?.index ?? ahead.length, apacheEnd(text, start, ahead));
  const cut = quoted && inner >= ahead.length;
  end = Math.min(end, start + inner);
  for (let next = seamEnd(text, end); next !== undefined; next = seamEnd(text, end)) {
    const line = text.slice(next, lineEnd(text, next, limit));
    end = next + line.replace(/"\s*$/, "").length;
  }
  while (end > start && /\s/.test(text[end - 1] ?? "")) end -= 1;
  return { end: withoutRepetition(text, start, end), cut };
}

/** The console prints a message once more behind the log's line. */
function withoutRepetition(text: string, start: number, end: number): number {
  const half = start + Math.floor((end - start) / 2);
  return /\s/.test(text[half] ?? "") && text.slice(start, half) === text.slice(half + 1, end) ? half : end;
}

/** Where the message goes on that php-fpm broke at `at`. */
function seamEnd(text: string, at: number): number | undefined {
  PHP_FPM_SEAM.pattern.lastIndex = at;
  const seam = PHP_FPM_SEAM.pattern.exec(text)?.[0];
  return seam === undefined ? undefined : at + seam.length;
}

/** Apache puts what PHP said through FastCGI in single quotes, with a line break behind it. */
function apacheEnd(text: string, start: number, ahead: string): number {
  if (!text.slice(lineStart(text, start), start).includes("Got error 'PHP message: ")) return ahead.length;
  return /(?:\\n)*'(?=, referer: |\s*(?:\n|$))/.exec(ahead)?.index ?? ahead.length;
}

/** nginx puts the messages of PHP in quotes. */
function isQuotedMessage(text: string, at: number): boolean {
  return text.slice(Math.max(0, at - 2048), at).includes('"PHP message: ');
}

const REQUEST = /request: \\*"([^"\\]{1,2000})/;

function requestBehind(text: string, at: number): Located<string> | undefined {
  const rest = text.slice(at, lineEnd(text, at));
  const found = REQUEST.exec(rest);
  if (found?.[1] === undefined) return undefined;
  const start = at + found.index + found[0].length - found[1].length;
  return { value: found[1], span: { start, end: start + found[1].length } };
}
