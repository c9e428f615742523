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
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  const before = text.slice(lineStart, offset);
  if (/^\s*(?:#|\/\/)/.test(before) || before.lastIndexOf("{{") > before.lastIndexOf("}}")) return undefined;
  const request = block.requests.findLast(({ span }) => span.start <= offset);
  const word = { start: offset - (/[\w-]*$/.exec(before)?.[0].length ?? 0), end: wordEnd(text, offset) };
  const isWord = before.trimStart().length === offset - word.start;
  if (request === undefined || (isWord && lineStart <= request.span.start)) {
    return isWord && isBlankUntilLineEnd(text, word.end) ? { kind: "start", typed: word } : undefined;
  }
  const { target, body } = request;
  if (offset <= target.span.end) return urlPlace(request, offset);
  if (!/\n[ \t]*\r?\n/.test(text.slice(target.span.end, offset))) {
    if (!isWord || lineStart <= target.span.end) return undefined;
    return {
      kind: "header",
      request,
      typed: word,
      hasColon: /^[ \t]*:/.test(text.slice(word.end, word.end + 20)),
    };
  }
  if (body === undefined) {
    const typed = { start: offset, end: offset };
    return before.trim() === "" && isBlankUntilLineEnd(text, offset)
      ? { kind: "body", request, typed }
      : undefined;
  }
  const isEmpty = /^\{?\s*\}?$/.test(
    text.slice(body.span.start, Math.min(body.span.end, body.span.start + 20)),
  );
  return isEmpty && offset <= body.span.end && body.span.start >= lineStart
    ? { kind: "body", request, typed: body.span }
    : undefined;
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

function wordEnd(text: string, offset: number): number {
  let end = offset;
  while (/[\w-]/.test(text.charAt(end))) end += 1;
  return end;
}

function isBlankUntilLineEnd(text: string, offset: number): boolean {
  let at = offset;
  while (text.charAt(at) === " " || text.charAt(at) === "\t") at += 1;
  return at >= text.length || text.charAt(at) === "\n" || text.charAt(at) === "\r";
}
