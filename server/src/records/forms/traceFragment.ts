import type { Located } from "../../text/span.ts";
import type { Facts } from "../facts.ts";
import type { ErrorRecord } from "../model.ts";
import { recordOf } from "../recordOf.ts";
import type { Scan } from "../scan.ts";

/** A fragment is looked for this far around the frame that was found. */
const REACH = 2048;
const MAX_FRAMES = 200;
const MAX_FRAME = 400;

/** A frame as an envelope lists it: `"33 /path(32): call"`, and the older `"|#18 /path(232):", "|----> call", "|"`. */
const FRAME = /"(?:\|#\d+ |\|----> |\||\d+ )[^"\n]*"|[^"\n]*\)\s*:?"(?=,)/g;

/**
 * Part of the stack trace of an envelope whose beginning is not in the text; `at` is where a frame names
 * the framework. Only frames that name DreamFactory are taken.
 */
export function readTraceFragment(scan: Scan, at: number): ErrorRecord | undefined {
  const { text } = scan;
  const before = text.slice(Math.max(0, at - MAX_FRAME), at);
  if (!/^"(?:\|#|\|-)?[\d-]/.test(before.slice(before.lastIndexOf('"')))) return undefined;
  const from = Math.max(scan.span.start, at - REACH);
  const around = text.slice(from, Math.min(scan.span.end, at + REACH));
  if (!/dreamfactory/i.test(around)) return undefined;
  const frames = connectedFrames(around, at - from).map(
    ({ value, span }): Located<string> => ({
      value,
      span: { start: from + span.start, end: from + span.end },
    }),
  );
  const first = frames[0];
  const last = frames.at(-1);
  if (first === undefined || last === undefined || frames.length < 2) return undefined;
  const span = { start: first.span.start, end: last.span.end };
  const facts: Facts = { names: [], trace: frames, span };
  return recordOf(scan, facts, {
    span,
    form: "trace",
    verdict: { exception: undefined, confidence: "likely", evidence: ["trace"] },
    source: { text, end: span.end, layers: [] },
    truncatedAfter: "trace",
    hotspots: frames.map((frame) => frame.span),
  });
}

/** The run of frames around `at` with nothing but commas and blanks between them. */
function connectedFrames(text: string, at: number): Located<string>[] {
  let run: Located<string>[] = [];
  for (const found of text.matchAll(FRAME)) {
    const span = { start: found.index, end: found.index + found[0].length };
    const before = run.at(-1);
    if (before !== undefined && !/^[\s,]*$/.test(text.slice(before.span.end, span.start))) {
      if (before.span.end > at) break;
      run = [];
    }
    run.push({ value: found[0].replace(/^"|"$/g, ""), span });
    if (run.length > MAX_FRAMES) break;
  }
  return run.some(({ span }) => span.start <= at && at < span.end) ? run : [];
}
