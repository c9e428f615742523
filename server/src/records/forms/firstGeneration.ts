import type { Facts } from "../facts.ts";
import { lineEnd, timeBefore } from "../line.ts";
import type { ErrorRecord } from "../model.ts";
import { recordOf } from "../recordOf.ts";
import type { Scan } from "../scan.ts";

/** The line of 1.x with its channel and padded level, `[2016-01-13 13:05:01][app][ERROR    ] …`. */
export function readFirstGenerationLine(scan: Scan, at: number): ErrorRecord | undefined {
  const { text } = scan;
  const end = lineEnd(text, at, scan.span.end);
  const level = /^\[app\]\[[A-Z]+ *\]\s*(?:\* )?/.exec(text.slice(at, end))?.[0];
  const time = timeBefore(text, at);
  if (level === undefined || time === undefined || time.span.end + 1 !== at) return undefined;
  const value = text.slice(at + level.length, end).trimEnd();
  const message = { value, span: { start: at + level.length, end: at + level.length + value.length } };
  const span = { start: time.span.start - 1, end: message.span.end };
  const facts: Facts = { names: [], message, trace: [], span };
  return recordOf(scan, facts, {
    span,
    form: "log-line",
    verdict: { exception: undefined, confidence: "likely", evidence: ["generation-1", "log-channel"] },
    source: { text, end: span.end, layers: [] },
    time,
    hotspots: [{ start: at, end: at + level.trimEnd().length }],
  });
}

/** The message of the page is looked for this far. */
const MAX_PAGE = 4096;

/** The HTML page of 1.x, from `<h3>Error Details</h3>` to the end of its message. */
export function readFirstGenerationPage(scan: Scan, at: number): ErrorRecord | undefined {
  const { text } = scan;
  const page = /^<h3>Error Details<\/h3>\s*<div class="inset">\s*<p>([^<]*)<\/p>(?:\s*<\/div>)?/.exec(
    text.slice(at, Math.min(scan.span.end, at + MAX_PAGE)),
  );
  if (page?.[1] === undefined) return undefined;
  const start = at + page[0].indexOf("<p>") + "<p>".length;
  const message = { value: page[1], span: { start, end: start + page[1].length } };
  const span = { start: at, end: at + page[0].length };
  const facts: Facts = { names: [], message, trace: [], span };
  return recordOf(scan, facts, {
    span,
    form: "message",
    verdict: { exception: undefined, confidence: "likely", evidence: ["generation-1"] },
    source: { text, end: span.end, layers: ["entities"] },
    hotspots: [{ start: at, end: at + "<h3>Error Details</h3>".length }],
  });
}
