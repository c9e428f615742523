import type { Edit } from "../text/edit.ts";
import type { Fault } from "../text/fault.ts";
import type { Span } from "../text/span.ts";
import { type BlockSource, linesSpan } from "./blockSource.ts";
import type { LineRange } from "./bodyLines.ts";
import { httpyacOnly } from "./faults.ts";
import { type Line, lineBreakOf } from "./line.ts";
import { variableOf } from "./lineShape.ts";

/**
 * Lines that only httpYac takes out of a body, with the same said in every client's dialect. `requestStart` is where
 * a variable goes that was defined in the body.
 */
export function findHttpyacOnly(
  source: BlockSource,
  requestStart: number,
  ranges: readonly LineRange[],
): Fault[] {
  const { text, lines } = source;
  return ranges.flatMap(({ from, to }) => {
    const first = lines[from];
    const last = lines[to - 1];
    if (first === undefined || last === undefined) return [];
    const variable = variableOf(text, first);
    if (variable !== undefined) {
      const title = { text: "Move variable in front of the request" };
      return httpyacOnly(variable.span, title, moveLine(text, first, variable.span, requestStart));
    }
    const title = { text: "Comment out each line" };
    const between = lines.slice(from + 1, to - 1).map((line) => insert(line.start, "// "));
    return httpyacOnly(linesSpan(source, from, to), title, [remove(first), ...between, remove(last)]);
  });
}

function moveLine(text: string, line: Line, words: Span, to: number): Edit[] {
  return [insert(to, text.slice(words.start, words.end) + lineBreakOf(text, line)), remove(line)];
}

function insert(at: number, newText: string): Edit {
  return { span: { start: at, end: at }, newText };
}

function remove({ start, next }: Line): Edit {
  return { span: { start, end: next }, newText: "" };
}
