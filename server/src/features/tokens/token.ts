import type { Span } from "../../text/span.ts";

/** The kinds of tokens that `.http` files are made of: standard types of LSP, so that every theme knows them. */
export const TOKEN_TYPES = [
  "keyword",
  "string",
  "number",
  "comment",
  "property",
  "parameter",
  "variable",
  "namespace",
  "operator",
] as const;

export type TokenType = (typeof TOKEN_TYPES)[number];

/** A stretch of text of one kind. */
export interface Token extends Span {
  readonly type: TokenType;
}

export function token(type: TokenType, { start, end }: Span): Token {
  return { type, start, end };
}

/**
 * Lays tokens over others: where both stand, those of `upper` stay. Both lists are in text order and without overlaps,
 * and so is the result. Linear.
 */
export function overlay(lower: readonly Token[], upper: readonly Token[]): Token[] {
  const result: Token[] = [];
  let next = 0;
  for (const { type, start, end } of lower) {
    let from = start;
    for (; next < upper.length; next++) {
      const over = upper[next];
      if (over === undefined || over.start >= end) break;
      if (over.start > from) result.push({ type, start: from, end: over.start });
      result.push(over);
      from = Math.max(from, over.end);
    }
    if (from < end) result.push({ type, start: from, end });
  }
  result.push(...upper.slice(next));
  return result;
}

/** Text order, and of tokens that overlap only the first; empty ones are left out. */
export function inOrder(tokens: readonly Token[]): Token[] {
  const kept: Token[] = [];
  for (const each of tokens.toSorted((a, b) => a.start - b.start)) {
    if (each.end > each.start && each.start >= (kept.at(-1)?.end ?? 0)) kept.push(each);
  }
  return kept;
}
