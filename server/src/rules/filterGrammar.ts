import { placeholderAt } from "../text/placeholder.ts";
import type { Span } from "../text/span.ts";
import { maskPlaceholders } from "./placeholders.ts";

/** What DreamFactory's SQL services cannot read, or read otherwise than it looks. Spans count within the filter. */
export type FilterMistake =
  | { readonly kind: "logic-without-parentheses"; readonly word: Span; readonly refused?: string }
  | {
      readonly kind: "unknown-operator";
      readonly word: Span;
      readonly condition: Span;
      readonly refused: boolean;
    }
  | { readonly kind: "list-without-parentheses"; readonly operator: Span; readonly values: Span }
  | { readonly kind: "operator-in-value"; readonly operator: Span; readonly field: string };

/**
 * Reads a filter the way `parseFilterString` of df-sqldb does, and names the first mistake of each condition, in text
 * order. A condition whose meaning hangs on a `{{placeholder}}` or a `{lookup}` is believed.
 */
export function findFilterMistakes(text: string): readonly FilterMistake[] {
  const filter = maskPlaceholders(text);
  const range = trimRange(filter, { start: 0, end: filter.length }, BLANKS);
  return range.start === range.end ? [] : readExpression(filter, range, 0);
}

const LOGICAL = ["&&", "AND", "||", "OR", "NOR", "XOR"] as const;

/** In the order in which the server looks for them. Those of one word need a space on both sides. */
const COMPARISONS: readonly string[] = [
  ">=",
  "<=",
  "!=",
  "=",
  "<>",
  ">",
  "<",
  " GTE ",
  " LTE ",
  " NE ",
  " EQ ",
  " GT ",
  " LT ",
  "NOT IN",
  " IN ",
  " ALL ",
  " LIKE ",
  "STARTS WITH",
  "ENDS WITH",
  " CONTAINS ",
  "IS NULL",
  "IS NOT NULL",
];

/** Operators of SQL dialects that people try; the server knows none of them. */
const FOREIGN_OPERATORS = ["BETWEEN", "RLIKE", "REGEXP", "ILIKE", "SOUNDS"];

/** Operators that the server knows, but not without a space on both sides. */
const SPACED_OPERATORS = ["IN", "ALL", "LIKE", "CONTAINS"];

const BLANKS = " \t\n\r\v\0";
const MAX_DEPTH = 200;

function readExpression(filter: string, range: Span, depth: number): readonly FilterMistake[] {
  // Deeper than anyone writes: nothing is said of the rest.
  if (depth > MAX_DEPTH) return [];
  const read = (start: number, end: number) =>
    readExpression(filter, trimRange(filter, { start, end }, BLANKS), depth + 1);
  const split = firstSplit(filter, range);
  if (split !== undefined) return [...read(range.start, split.start), ...read(split.end, range.end)];
  const head = filter.slice(range.start, range.start + 5).toUpperCase();
  if (head.startsWith("NOT(") || head === "NOT (") return read(range.start + 3, range.end);
  return readCondition(filter, trimRange(filter, range, "()"));
}

/** The gap between the `)` and the `(` of the first `) AND (` that the server would split at. */
function firstSplit(filter: string, range: Span): Span | undefined {
  const upper = filter.slice(range.start, range.end).toUpperCase();
  for (const word of LOGICAL) {
    const spaced = upper.indexOf(`) ${word} (`);
    const glued = upper.indexOf(`)${word}(`);
    if (spaced < 0 && glued < 0) continue;
    const first = glued < 0 || (spaced >= 0 && spaced < glued) ? spaced : glued;
    const start = range.start + first + 1;
    return { start, end: start + word.length + (first === spaced ? 2 : 0) };
  }
  return undefined;
}

function readCondition(filter: string, range: Span): readonly FilterMistake[] {
  const comparison = findComparison(filter, range);
  if (comparison === undefined) return withoutComparison(filter, range);
  const field = trimRange(filter, { start: range.start, end: comparison.start }, BLANKS);
  const value = trimRange(filter, { start: comparison.end, end: range.end }, BLANKS);
  const operator = trimRange(filter, comparison, BLANKS);
  if (isOpen(filter, field)) return [];
  const inField = mistakeInField(filter, field, operator);
  if (inField !== undefined) return [inField];
  const inValue = mistakeInValue(filter, range, operator, value);
  return inValue === undefined ? [] : [inValue];
}

function findComparison(filter: string, range: Span): Span | undefined {
  const upper = filter.slice(range.start, range.end).toUpperCase();
  for (const operator of COMPARISONS) {
    const at = upper.indexOf(operator);
    if (at >= 0) return { start: range.start + at, end: range.start + at + operator.length };
  }
  return undefined;
}

function withoutComparison(filter: string, range: Span): readonly FilterMistake[] {
  if (isOpen(filter, range)) return [];
  const condition = trimRange(filter, range, BLANKS);
  const word =
    wordAmong(FOREIGN_OPERATORS, filter, condition) ?? wordAmong(SPACED_OPERATORS, filter, condition);
  return [{ kind: "unknown-operator", word: word ?? condition, condition, refused: true }];
}

function mistakeInField(filter: string, field: Span, operator: Span): FilterMistake | undefined {
  const name = filter.slice(field.start, field.end);
  const foreign = wordAmong(FOREIGN_OPERATORS, filter, field);
  if (foreign !== undefined)
    return { kind: "unknown-operator", word: foreign, condition: field, refused: true };
  const logic = findLogicWord(filter, field);
  if (logic !== undefined && hasComparison(filter, { start: field.start, end: logic.start })) {
    return { kind: "logic-without-parentheses", word: logic, refused: name };
  }
  // A column may have blanks in its name, hardly ever one of these.
  const isColumn = name !== "" && !/['"<>=!()]| (like|contains) |(starts|ends) with /i.test(name);
  return isColumn ? undefined : { kind: "operator-in-value", operator, field: name };
}

function mistakeInValue(filter: string, range: Span, operator: Span, value: Span): FilterMistake | undefined {
  const word = filter.slice(operator.start, operator.end).toUpperCase();
  const logic = findLogicWord(filter, value);
  if (logic !== undefined && hasComparison(filter, { start: logic.end, end: range.end })) {
    return { kind: "logic-without-parentheses", word: logic };
  }
  if (isOpen(filter, value)) return undefined;
  if (["IN", "NOT IN", "ALL"].includes(word) && filter.charAt(value.start) !== "(") {
    return { kind: "list-without-parentheses", operator, values: value };
  }
  const next = filter.charAt(value.start);
  if (/^[=<>!]/.test(word) && next !== "" && "=<>!".includes(next) && value.start === operator.end) {
    const doubled = { start: operator.start, end: value.start + 1 };
    return { kind: "unknown-operator", word: doubled, condition: range, refused: false };
  }
  return undefined;
}

/** The first AND, OR, NOR, XOR, && or || that stands outside quotes. */
function findLogicWord(filter: string, range: Span): Span | undefined {
  const isLogic = ({ start, end }: Span): boolean =>
    (LOGICAL as readonly string[]).includes(filter.slice(start, end).toUpperCase());
  const word = wordsOutsideQuotes(filter, range).find(isLogic);
  return word === undefined || mayStandBetweenParentheses(filter, word) ? undefined : word;
}

/** True when placeholders beside the word may hold the parentheses that it needs. */
function mayStandBetweenParentheses(filter: string, word: Span): boolean {
  const before = filter.slice(0, word.start).trimEnd();
  // `%{{x}}` may be an escape, even that of a blank.
  const behind = filter.slice(word.end).trimStart().replace(/^%/, "");
  const opensBefore = before.endsWith("}}");
  const opensBehind = behind.startsWith("{{");
  const closes = opensBefore || before.endsWith(")");
  const opens = opensBehind || behind.startsWith("(");
  return (opensBefore || opensBehind) && closes && opens;
}

function hasComparison(filter: string, range: Span): boolean {
  return findComparison(filter, range) !== undefined;
}

/** The first of the words that stands outside quotes; at the start of a condition it is the name of a column. */
function wordAmong(names: readonly string[], filter: string, range: Span): Span | undefined {
  for (const word of wordsOutsideQuotes(filter, range)) {
    const name = filter.slice(word.start, word.end).toUpperCase();
    if (word.start > range.start && names.includes(name)) return word;
  }
  return undefined;
}

function wordsOutsideQuotes(filter: string, { start, end }: Span): readonly Span[] {
  const words: Span[] = [];
  let quote = "";
  for (let at = start; at < end; ) {
    const char = filter.charAt(at);
    const placeholder = placeholderAt(filter, at, end);
    if (placeholder !== undefined) {
      at = placeholder.end;
    } else if (quote !== "" || char === "'" || char === '"') {
      if (quote === "") quote = char;
      else if (char === quote) quote = "";
      at++;
    } else {
      const length = wordLength(filter, at, end);
      if (length > 0) words.push({ start: at, end: at + length });
      at += Math.max(length, 1);
    }
  }
  return words;
}

function wordLength(filter: string, at: number, end: number): number {
  if (filter.startsWith("&&", at) || filter.startsWith("||", at)) return 2;
  let stop = at;
  while (stop < end && /[\p{L}\p{N}_$.:@-]/u.test(filter.charAt(stop))) stop++;
  return stop - at;
}

/** True when something stands there that only the client or the server can fill in. */
function isOpen(filter: string, { start, end }: Span): boolean {
  const brace = filter.indexOf("{", start);
  return brace >= 0 && brace < end;
}

function trimRange(filter: string, range: Span, chars: string): Span {
  let { start, end } = range;
  while (start < end && chars.includes(filter.charAt(start))) start++;
  while (end > start && chars.includes(filter.charAt(end - 1))) end--;
  return { start, end };
}
