import { findPlaceholders } from "../../text/placeholder.ts";
import type { Span } from "../../text/span.ts";
import type { Token, TokenType } from "./token.ts";

/** The strings, numbers, words and property names of a JSON text, however malformed, in text order. Linear. */
export function jsonTokens(text: string, span: Span): Token[] {
  const placeholders = new Map(findPlaceholders(text, span).map(({ start, end }) => [start, end]));
  const tokens: Token[] = [];
  for (let at = span.start; at < span.end; ) {
    const char = text.charAt(at);
    if (!/[\w"'+\-.#/]/.test(char)) {
      at = placeholders.get(at) ?? at + 1;
      continue;
    }
    const end = tokenEnd(text, at, span.end, placeholders);
    const type = typeOf(text, { start: at, end }, span.end);
    if (type !== undefined) tokens.push({ type, start: at, end });
    at = end;
  }
  return tokens;
}

/** End of each placeholder by its start. */
type Placeholders = ReadonlyMap<number, number>;

function tokenEnd(text: string, start: number, limit: number, placeholders: Placeholders): number {
  const first = text.charAt(start);
  if (first === '"' || first === "'") return stringEnd(text, start + 1, limit, placeholders);
  if (first === "#" || text.startsWith("//", start)) return lineEnd(text, start, limit);
  let at = start + 1;
  while (at < limit && /[\w+\-.]/.test(text.charAt(at))) at += 1;
  return at;
}

/** Behind the closing quote, or at the end of the line where there is none. */
function stringEnd(text: string, from: number, limit: number, placeholders: Placeholders): number {
  const quote = text.charAt(from - 1);
  for (let at = from; at < limit; at += 1) {
    const char = text.charAt(at);
    if (char === quote) return at + 1;
    if (char === "\n" || char === "\r") return at;
    if (char === "\\" && text.charAt(at + 1) !== "\n" && text.charAt(at + 1) !== "\r") at += 1;
    else at = (placeholders.get(at) ?? at + 1) - 1;
  }
  return limit;
}

function typeOf(text: string, { start, end }: Span, limit: number): TokenType | undefined {
  const first = text.charAt(start);
  if (first === "#" || first === "/") return end - start > 1 ? "comment" : undefined;
  let behind = end;
  while (behind < limit && /\s/.test(text.charAt(behind))) behind += 1;
  if (text.charAt(behind) === ":" && behind < limit) return "property";
  if (first === '"' || first === "'") return "string";
  if (/[\d+\-.]/.test(first)) return "number";
  return KEYWORDS.has(text.slice(start, end)) ? "keyword" : undefined;
}

const KEYWORDS: ReadonlySet<string> = new Set(["true", "false", "null"]);

function lineEnd(text: string, start: number, limit: number): number {
  let at = start;
  while (at < limit && text.charAt(at) !== "\n" && text.charAt(at) !== "\r") at += 1;
  return at;
}
