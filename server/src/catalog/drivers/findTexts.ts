import type { FoldedText } from "../messages/fold.ts";
import { compilePattern, type Pattern } from "../messages/pattern.ts";
import type { DriverCode } from "../model.ts";
import type { DriverText } from "./explanation.ts";

/** The sentences of drivers that stand anywhere in a message, in the order of the list; found ones never overlap. */
export function findTexts(texts: readonly DriverText[], message: FoldedText): DriverCode[] {
  const found: (Finding & { readonly code: DriverCode })[] = [];
  for (const text of texts) {
    const finding = findPattern(patternOf(text), message);
    if (
      finding === undefined ||
      found.some((other) => finding.start < other.end && other.start < finding.end)
    )
      continue;
    const { name, explanation } = text;
    const [meaning, fix] = explanation;
    const hasCaptures = Object.keys(finding.captures).length > 0;
    found.push({
      ...finding,
      code: { name, meaning, fix, ...(hasCaptures && { captures: finding.captures }) },
    });
  }
  return found.map(({ code }) => code);
}

interface Finding {
  readonly start: number;
  readonly end: number;
  readonly captures: Record<string, string>;
}

/** Names and values longer than this are not shown anyway; the bound keeps every attempt short. */
const MAX_VALUE = 200;

/** Where a driver's sentence ends and the statement begins. */
const STATEMENT = / \((?:SQL|Connection): /;

const patterns = new WeakMap<DriverText, Pattern>();

function patternOf(text: DriverText): Pattern {
  let pattern = patterns.get(text);
  if (pattern === undefined) {
    pattern = compilePattern(text.template);
    patterns.set(text, pattern);
  }
  return pattern;
}

function findPattern(pattern: Pattern, message: FoldedText): Finding | undefined {
  const [first = ""] = pattern.literals;
  let start = message.text.indexOf(first);
  while (start >= 0) {
    const finding = findAt(pattern, message, start);
    if (finding !== undefined) return finding;
    start = message.text.indexOf(first, start + 1);
  }
  return undefined;
}

function findAt({ literals, holes }: Pattern, message: FoldedText, start: number): Finding | undefined {
  const captures: Record<string, string> = {};
  let at = start + (literals[0]?.length ?? 0);
  for (const [index, name] of holes.entries()) {
    const literal = literals[index + 1] ?? "";
    const window = message.text.slice(at, at + MAX_VALUE + literal.length);
    const length = literal === "" ? lengthUpToStatement(window) : window.indexOf(literal);
    const value = window.slice(0, length);
    if (length < 0 || value.includes('"')) return undefined;
    captures[name] = message.original(at, at + length);
    at += length + literal.length;
  }
  return { start, end: at, captures };
}

function lengthUpToStatement(window: string): number {
  const statement = window.search(STATEMENT);
  return statement < 0 ? window.length : statement;
}
