import { findPlaceholders } from "../text/placeholder.ts";
import type { Span } from "../text/span.ts";
import type { Judgement, JudgeOptions } from "./judgement.ts";
import { decodeVerdict, findStop } from "./verdict.ts";

/** Judges one JSON text: PHP's verdict, and every mistake once. Never throws. */
export function judgeJson(text: string, options: JudgeOptions = {}): Judgement {
  const span = options.span ?? { start: 0, end: text.length };
  const sent = blankOut(text, options.masks ?? []);
  const placeholders = options.placeholders === false ? [] : findPlaceholders(sent, span);
  const { code, offset } = findStop(sent, span);
  const faults =
    code === 0 || isBlank(sent, span)
      ? []
      : [
          {
            code: "not-json",
            span: { start: offset, end: Math.min(offset + 1, span.end) },
            severity: "error" as const,
            message: { text: "PHP stops reading JSON here." },
            repairs: [],
          },
        ];
  return { verdict: decodeVerdict(sent, span), faults, omitted: 0, placeholders };
}

/** The text with every mask turned to spaces, so that offsets stay. */
function blankOut(text: string, masks: readonly Span[]): string {
  let result = "";
  let at = 0;
  for (const { start, end } of masks) {
    result += text.slice(at, start) + " ".repeat(end - start);
    at = end;
  }
  return result + text.slice(at);
}

function isBlank(text: string, { start, end }: Span): boolean {
  return text.slice(start, end).trim() === "";
}
