import type { Edit } from "../text/edit.ts";
import type { Span } from "../text/span.ts";

/**
 * The edits that give every condition of a filter its own parentheses and every word that joins them one space on both
 * sides, written as `space`. Offsets count within the filter.
 */
export function parenthesize(filter: string, space: string): readonly Edit[] {
  const edits: Edit[] = [];
  parenthesizeRange(filter, { start: 0, end: filter.length }, space, edits);
  return edits;
}

function parenthesizeRange(filter: string, range: Span, space: string, edits: Edit[]): void {
  const operands = splitOperands(filter, range);
  for (const [index, operand] of operands.entries()) {
    const inner = innerOfParentheses(filter, operand);
    if (inner !== undefined) {
      parenthesizeRange(filter, inner, space, edits);
    } else if (operands.length > 1) {
      edits.push({ span: { start: operand.start, end: operand.start }, newText: "(" });
      edits.push({ span: { start: operand.end, end: operand.end }, newText: ")" });
    }
    const next = operands[index + 1];
    if (next !== undefined) spaceWord(filter, { start: operand.end, end: next.start }, space, edits);
  }
}

/** Leaves one space between the word and what it joins. */
function spaceWord(filter: string, gap: Span, space: string, edits: Edit[]): void {
  const text = filter.slice(gap.start, gap.end);
  const before = text.length - text.trimStart().length;
  const behind = text.length - text.trimEnd().length;
  if (before !== 1) edits.push({ span: { start: gap.start, end: gap.start + before }, newText: space });
  if (behind !== 1) edits.push({ span: { start: gap.end - behind, end: gap.end }, newText: space });
}

/** The stretches between the words that join conditions, outside quotes and parentheses, without blanks around. */
function splitOperands(filter: string, { start, end }: Span): Span[] {
  const operands: Span[] = [];
  let from = start;
  for (const { word, depth } of words(filter, { start, end })) {
    if (depth > 0) continue;
    operands.push(trim(filter, { start: from, end: word.start }));
    from = word.end;
  }
  operands.push(trim(filter, { start: from, end }));
  return operands;
}

function* words(filter: string, { start, end }: Span): Generator<{ word: Span; depth: number }> {
  let quote = "";
  let depth = 0;
  let at = start;
  while (at < end) {
    const char = filter.charAt(at);
    const length = quote === "" ? joiningWordLength(filter, at, start) : 0;
    if (length > 0) yield { word: { start: at, end: at + length }, depth };
    else if (quote !== "") quote = char === quote ? "" : quote;
    else if (char === "'" || char === '"') quote = char;
    else if (char === "(") depth++;
    else if (char === ")") depth--;
    at += Math.max(length, 1);
  }
}

function joiningWordLength(filter: string, at: number, start: number): number {
  if (filter.startsWith("&&", at) || filter.startsWith("||", at)) return 2;
  const before = at > start ? filter.charAt(at - 1) : "";
  if (before !== " " && before !== ")") return 0;
  return /^(?:and|or|nor|xor)(?=[ (])/i.exec(filter.slice(at, at + 4))?.[0].length ?? 0;
}

/** What stands between the parentheses that enclose the whole operand. */
function innerOfParentheses(filter: string, { start, end }: Span): Span | undefined {
  if (filter.charAt(start) !== "(" || filter.charAt(end - 1) !== ")") return undefined;
  let depth = 0;
  let quote = "";
  for (let at = start; at < end; at++) {
    const char = filter.charAt(at);
    if (quote !== "") quote = char === quote ? "" : quote;
    else if (char === "'" || char === '"') quote = char;
    else if (char === "(") depth++;
    else if (char === ")" && --depth === 0 && at < end - 1) return undefined;
  }
  return { start: start + 1, end: end - 1 };
}

function trim(filter: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from < to && filter.charAt(from) === " ") from++;
  while (to > from && filter.charAt(to - 1) === " ") to--;
  return { start: from, end: to };
}
