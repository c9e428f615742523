import { decodeFrom } from "../../text/escapes.ts";
import type { LayeredText } from "../../text/layers/layer.ts";
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
  const layered: LayeredText = {
    text,
    end: bounds.end,
    layers: isInsideJson(text, at) ? ["double-quoted"] : [],
  };
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
  const ahead = text.slice(start, limit);
  const inner = ENDS.exec(ahead)?.index ?? ahead.length;
  let end = continuedEnd(text, start, limit);
  const quoted = isQuotedMessage(text, start);
  const cut = quoted && inner >= ahead.length;
  end = Math.min(end, start + inner);
  while (end > start && /\s/.test(text[end - 1] ?? "")) end -= 1;
  return { end, cut };
}

/** nginx puts the messages of PHP in quotes. */
function isQuotedMessage(text: string, at: number): boolean {
  return text.slice(Math.max(0, at - 2048), at).includes('"PHP message: ');
}

function isInsideJson(text: string, at: number): boolean {
  const start = lineStart(text, at);
  return /^[^{"]{0,80}\{"/.test(text.slice(start, Math.min(at, start + 120)));
}

const REQUEST = /request: \\*"([^"\\]{1,2000})/;

function requestBehind(text: string, at: number): Located<string> | undefined {
  const rest = text.slice(at, lineEnd(text, at));
  const found = REQUEST.exec(rest);
  if (found?.[1] === undefined) return undefined;
  const start = at + found.index + found[0].length - found[1].length;
  return { value: found[1], span: { start, end: start + found[1].length } };
}
