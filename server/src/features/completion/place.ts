import type { HttpBlock, HttpDocument, HttpRequest } from "../../http/model.ts";
import { firstIndex } from "../../text/firstIndex.ts";
import type { Span } from "../../text/span.ts";

/** What is being typed at an offset of an `.http` document; `typed` is what an item replaces. */
export type Place =
  /** A line on which a request can begin. */
  | { readonly kind: "start"; readonly typed: Span }
  | {
      readonly kind: "header";
      readonly request: HttpRequest;
      readonly typed: Span;
      readonly hasColon: boolean;
    }
  /** `url` is the part in front of the cursor. */
  | { readonly kind: "url"; readonly request: HttpRequest; readonly url: string; readonly offset: number }
  /** A body that holds nothing yet. */
  | { readonly kind: "body"; readonly request: HttpRequest; readonly typed: Span };

/** `undefined` in placeholders, scripts, comments and responses, and wherever something is written already. */
export function placeAt({ blocks }: HttpDocument, text: string, offset: number): Place | undefined {
  const block = blocks[firstIndex(blocks, ({ span }) => span.start > offset) - 1];
  if (block === undefined || isClosed(block, offset)) return undefined;
  const line = { start: text.lastIndexOf("\n", offset - 1) + 1, end: offset };
  const before = text.slice(line.start, offset);
  if (/^\s*(?:#|\/\/)/.test(before) || before.lastIndexOf("{{") > before.lastIndexOf("}}")) return undefined;
  const word = wordAround(text, offset);
  const isFirstWord = before.slice(0, Math.max(0, word.start - line.start)).trim() === "";
  const request = block.requests.findLast(({ span }) => span.start <= offset);
  if (request === undefined || (isFirstWord && line.start <= request.span.start)) {
    return isFirstWord && endsLine(text, word.end) ? { kind: "start", typed: word } : undefined;
  }
  const { end } = request.target.span;
  if (offset <= end) return urlPlace(request, offset);
  if (hasBlankLine(text, { start: end, end: offset })) return bodyPlace(request, text, line);
  if (!isFirstWord || line.start <= end) return undefined;
  const hasColon = /^[ \t]*:/.test(text.slice(word.end, word.end + 20));
  return { kind: "header", request, typed: word, hasColon };
}

function isClosed({ scripts, responses }: HttpBlock, offset: number): boolean {
  return (
    scripts.some(({ start, end }) => start < offset && offset < end) ||
    responses.some(({ span }) => span.start <= offset)
  );
}

function urlPlace(request: HttpRequest, offset: number): Place | undefined {
  const { pieces } = request.target;
  const last = pieces.findLastIndex(({ span }) => span.start <= offset);
  const piece = pieces[last];
  if (piece === undefined || offset > piece.span.end) return undefined;
  const inFront = pieces.slice(0, last).map(({ value }) => value);
  return {
    kind: "url",
    request,
    url: inFront.join("") + piece.value.slice(0, offset - piece.span.start),
    offset,
  };
}

/** Only in a body without content is there room for the wrapper; `line` ends at the cursor. */
function bodyPlace(request: HttpRequest, text: string, line: Span): Place | undefined {
  const { body } = request;
  if (body === undefined) {
    const isBlank = text.slice(line.start, line.end).trim() === "" && endsLine(text, line.end);
    return isBlank ? { kind: "body", request, typed: { start: line.end, end: line.end } } : undefined;
  }
  const { start, end } = body.span;
  const isEmpty = end - start < LONGEST_EMPTY && /^\{?\s*\}?$/.test(text.slice(start, end));
  const isHere = line.start <= start && line.end <= end;
  return isEmpty && isHere ? { kind: "body", request, typed: body.span } : undefined;
}

/** Empty bodies of more blanks need no help. */
const LONGEST_EMPTY = 100;

function hasBlankLine(text: string, { start, end }: Span): boolean {
  return /\n[ \t]*\r?\n/.test(text.slice(start, end));
}

function wordAround(text: string, offset: number): Span {
  let start = offset;
  while (start > 0 && /[\w-]/.test(text.charAt(start - 1))) start -= 1;
  let end = offset;
  while (/[\w-]/.test(text.charAt(end))) end += 1;
  return { start, end };
}

function endsLine(text: string, offset: number): boolean {
  let at = offset;
  while (text.charAt(at) === " " || text.charAt(at) === "\t") at += 1;
  return at >= text.length || text.charAt(at) === "\n" || text.charAt(at) === "\r";
}
