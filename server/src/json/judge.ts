import type { Fault } from "../text/fault.ts";
import { findPlaceholders } from "../text/placeholder.ts";
import type { Span } from "../text/span.ts";
import { notJson } from "./faults/around.ts";
import { fillPlaceholders } from "./fill.ts";
import type { Judgement, JudgeOptions } from "./judgement.ts";
import { findOddities } from "./oddities.ts";
import { readTolerantly } from "./reader.ts";
import { openSource } from "./source.ts";
import { decodeVerdict, findStop } from "./verdict.ts";

const MAX_FAULTS = 100;

/**
 * Judges one JSON text: PHP's verdict, and every mistake once. A text that PHP accepts has no faults but hints, and
 * every other text that is not blank has at least one. Linear in the text; never throws.
 */
export function judgeJson(text: string, options: JudgeOptions = {}): Judgement {
  const span = options.span ?? { start: 0, end: text.length };
  const knowsPlaceholders = options.placeholders !== false;
  const maxFaults = options.maxFaults ?? MAX_FAULTS;
  const sent = blankOut(text, options.masks ?? []);
  const verdict = decodeVerdict(sent, span);
  const placeholders = knowsPlaceholders ? findPlaceholders(sent, span) : [];
  if (verdict.code === 0) return { verdict, ...capped(findOddities(sent, span), maxFaults), placeholders };
  if (isBlank(sent, span)) return { verdict, faults: [], omitted: 0, placeholders };

  const source = openSource(sent, span, knowsPlaceholders);
  const { faults, omitted, roles } = readTolerantly(source, maxFaults);
  const filled = fillPlaceholders(source, roles);
  const filledVerdict = decodeVerdict(filled, span);
  if (filledVerdict.code === 0) {
    return { verdict: filledVerdict, ...capped(findOddities(filled, span), maxFaults), placeholders };
  }
  if (faults.length > 0) return { verdict: filledVerdict, faults, omitted, placeholders };
  const { offset } = findStop(filled, span);
  const stop = { start: Math.min(offset, span.end - 1), end: Math.min(offset + 1, span.end) };
  return { verdict: filledVerdict, faults: [notJson(text, stop)], omitted, placeholders };
}

/** The text with every mask turned to spaces, so that offsets stay. */
export function blankOut(text: string, masks: readonly Span[]): string {
  let result = "";
  let at = 0;
  for (const { start, end } of masks) {
    result += text.slice(at, start) + " ".repeat(end - start);
    at = end;
  }
  return result + text.slice(at);
}

function capped(faults: readonly Fault[], maxFaults: number): Pick<Judgement, "faults" | "omitted"> {
  return { faults: faults.slice(0, maxFaults), omitted: Math.max(0, faults.length - maxFaults) };
}

function isBlank(text: string, { start, end }: Span): boolean {
  return /^[ \t\r\n]*$/.test(text.slice(start, end));
}
