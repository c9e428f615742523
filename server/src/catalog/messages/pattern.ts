import { type FoldedText, foldText } from "./fold.ts";

/** A template taken apart: `literals[0] hole[0] literals[1] …`, always one literal more than holes. */
export interface Pattern {
  readonly literals: readonly string[];
  readonly holes: readonly string[];
  /** True when the last hole reaches to the very end, full stop included. */
  readonly open: boolean;
  /** The number of characters that a message must share with the template: how specific it is. */
  readonly weight: number;
}

/** The part of a folded message that a pattern must cover. */
export interface Extent {
  readonly start: number;
  readonly end: number;
}

/** Reads the `{holes}` of a template. Full stops and spaces at its end are optional in messages and left out. */
export function compilePattern(template: string): Pattern {
  const parts = template.split(/\{([A-Za-z]+)\}/);
  const literals = parts.filter((_, index) => index % 2 === 0).map((literal) => foldText(literal).text);
  const ending = literals.pop() ?? "";
  literals.push(withoutEnding(ending));
  return {
    literals,
    holes: parts.filter((_, index) => index % 2 === 1),
    open: ending === "",
    weight: literals.reduce((sum, literal) => sum + literal.length, 0),
  };
}

/** What stands in the holes, or `undefined` when the message does not follow the pattern. Takes linear time. */
export function matchPattern(
  pattern: Pattern,
  message: FoldedText,
  extent: Extent,
): Record<string, string> | undefined {
  const { literals, holes, open } = pattern;
  const [first = ""] = literals;
  const { text } = message;
  if (!text.startsWith(first, extent.start)) return undefined;
  const captures: Record<string, string> = {};
  let at = extent.start + first.length;
  for (let index = 0; index < holes.length; index++) {
    const name = holes[index] ?? "";
    const literal = literals[index + 1] ?? "";
    const isLast = index === holes.length - 1;
    const next = isLast ? startOfEnding(text, literal, open, extent) : text.indexOf(literal, at);
    if (next < at || next + literal.length > extent.end) return undefined;
    const value = message.original(at, next);
    if (SINGLE_WORDS.has(name) && !isShortWord(value)) return undefined;
    captures[name] = value;
    at = next + literal.length;
  }
  return holes.length > 0 || withoutEnding(text.slice(at, extent.end)) === "" ? captures : undefined;
}

/** The text without full stops and white space at its end. */
export function withoutEnding(text: string): string {
  return text.slice(0, endOfContent(text, text.length));
}

/** Holes that never hold more than one word; without this a leading hole would swallow any sentence. */
const SINGLE_WORDS: ReadonlySet<string> = new Set(["verb", "method", "state", "number"]);

function isShortWord(value: string): boolean {
  return value.length <= 12 && /^\w+$/.test(value);
}

/** Where the last literal stands when the message ends with it, or -1. */
function startOfEnding(text: string, literal: string, open: boolean, extent: Extent): number {
  if (open) return extent.end;
  const start = endOfContent(text, extent.end) - literal.length;
  return start >= 0 && text.startsWith(literal, start) ? start : -1;
}

function endOfContent(text: string, from: number): number {
  let end = from;
  while (end > 0 && " .\n\t".includes(text.charAt(end - 1))) end--;
  return end;
}
