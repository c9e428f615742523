import { placeholderAt } from "../text/placeholder.ts";
import type { Span } from "../text/span.ts";
import { maskPlaceholders } from "./placeholders.ts";

/**
 * What DreamFactory's SQL services cannot read, or read otherwise than it looks. Spans count within the filter. `field`
 * is the text that the server names as unreadable; where it is absent the server takes the filter in its own way.
 */
export type FilterMistake =
  | { readonly kind: "logic-without-parentheses"; readonly word: Span; readonly field?: string }
  | { readonly kind: "no-operator"; readonly word: Span }
  | { readonly kind: "operator-without-spaces"; readonly word: Span }
  | { readonly kind: "foreign-operator"; readonly word: Span; readonly field?: string }
  | { readonly kind: "doubled-operator"; readonly word: Span }
  | { readonly kind: "list-without-parentheses"; readonly word: Span; readonly values: Span }
  | { readonly kind: "operator-in-value"; readonly word: Span; readonly field: string };

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
  const inValue = mistakeInValue(filter, range.end, operator, value);
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
  const foreign = wordAmong(FOREIGN_OPERATORS, filter, condition);
  if (foreign !== undefined) return [{ kind: "foreign-operator", word: foreign }];
  const glued = wordAmong(SPACED_OPERATORS, filter, condition);
  if (glued !== undefined) return [{ kind: "operator-without-spaces", word: glued }];
  return [{ kind: "no-operator", word: condition }];
}

function mistakeInField(filter: string, range: Span, operator: Span): FilterMistake | undefined {
  // `name NOT LIKE 'x'`: the server takes this NOT away before it looks for the column.
  const field = filter.slice(range.start, range.end).replace(/ +not$/i, "");
  const foreign = wordAmong(FOREIGN_OPERATORS, filter, range);
  if (foreign !== undefined) return { kind: "foreign-operator", word: foreign, field };
  const logic = findLogicWord(filter, range);
  if (logic !== undefined && hasComparison(filter, { start: range.start, end: logic.start })) {
    return { kind: "logic-without-parentheses", word: logic, field };
  }
  // A column may have blanks in its name, hardly ever one of these.
  const isColumn = field !== "" && !/['"<>=!()]| (like|contains) |(starts|ends) with /i.test(field);
  return isColumn ? undefined : { kind: "operator-in-value", word: operator, field };
}

function mistakeInValue(filter: string, end: number, operator: Span, value: Span): FilterMistake | undefined {
  const word = filter.slice(operator.start, operator.end).toUpperCase();
  const isList = ["IN", "NOT IN", "ALL"].includes(word);
  if (isList && !isOpen(filter, value) && !isInParentheses(filter.slice(value.start, value.end))) {
    return { kind: "list-without-parentheses", word: operator, values: value };
  }
  const logic = findLogicWord(filter, value);
  if (logic !== undefined && hasComparison(filter, { start: logic.end, end })) {
    return { kind: "logic-without-parentheses", word: logic };
  }
  const next = filter.charAt(value.start);
  const isDoubled =
    /^[=<>!]/.test(word) && next !== "" && "=<>!".includes(next) && value.start === operator.end;
  return isDoubled
    ? { kind: "doubled-operator", word: { start: operator.start, end: value.start + 1 } }
    : undefined;
}

/** True for a list as the server sees it, after it gave back the `)` that were cut off with those around. */
function isInParentheses(value: string): boolean {
  if (!value.startsWith("(")) return false;
  const missing = value.split("(").length - value.split(")").length;
  return missing > 0 || (missing === 0 && value.endsWith(")"));
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
