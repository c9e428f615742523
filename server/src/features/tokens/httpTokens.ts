import type { HttpBlock, HttpHeader, HttpRequest, HttpResponse } from "../../http/model.ts";
import { targetParts } from "../../http/target.ts";
import { findPlaceholders } from "../../text/placeholder.ts";
import type { Span } from "../../text/span.ts";
import { encloses } from "../../text/span.ts";
import { jsonTokens } from "./jsonTokens.ts";
import { inOrder, overlay, type Token, token } from "./token.ts";

/** The tokens of one block of an `.http` document, in text order and without overlaps. */
export function httpTokens(block: HttpBlock, text: string): Token[] {
  const { requests, responses, variables, fileReferences, title } = block;
  const bodies = [
    ...requests.flatMap(({ body }) => (body === undefined ? [] : [body.span])),
    ...responses.flatMap(({ body }) => (body === undefined ? [] : [body])),
  ];
  const written = inOrder([
    ...(title === undefined ? [] : [token("namespace", title.span)]),
    ...variables.flatMap(({ name, value }) => [token("variable", name.span), token("string", value.span)]),
    ...fileReferences.map(({ path }) => token("string", path.span)),
    ...requests.flatMap((request) => requestTokens(request, text)),
    ...responses.flatMap((response) => responseTokens(response, text)),
  ]);
  const comments = commentLines(block.span, text, [...bodies, ...block.scripts]);
  const names = inOrder(requests.flatMap(parameterNames));
  const placeholders = findPlaceholders(text, block.span).filter(
    (span) => !block.scripts.some((script) => encloses(script, span)),
  );
  return [names, placeholders.map((span) => token("variable", span))].reduce(
    overlay,
    overlay(comments, written),
  );
}

function requestTokens({ method, target, headers, body, name }: HttpRequest, text: string): Token[] {
  return [
    ...(name === undefined ? [] : [token("variable", name.span)]),
    token("keyword", method.span),
    ...target.pieces.map((piece) => token("string", piece.span)),
    ...headers.flatMap(headerTokens),
    ...(body?.json ?? []).flatMap(({ span, masks }) =>
      jsonTokens(text, span).filter(
        (each) => each.type === "comment" || !masks.some((mask) => encloses(mask, each)),
      ),
    ),
  ];
}

function parameterNames({ target }: HttpRequest): Token[] {
  return targetParts(target).query.map(({ name }) => token("parameter", name.span));
}

function headerTokens({ name, value }: HttpHeader): Token[] {
  return [token("property", name.span), token("string", value.span)];
}

function responseTokens({ statusLine, status, headers, body }: HttpResponse, text: string): Token[] {
  const { start, end } = status.span;
  const isJson = body !== undefined && /^[{[]/.test(text.slice(body.start, body.end).trimStart().slice(0, 1));
  return [
    token("keyword", { start: statusLine.start, end: start - 1 }),
    token("number", status.span),
    token("string", { start: end + 1, end: statusLine.end }),
    ...headers.flatMap(headerTokens),
    ...(isJson ? jsonTokens(text, body) : []),
  ];
}

/** The lines outside bodies and scripts that begin with `#` or `//`. */
function commentLines({ start, end }: Span, text: string, except: readonly Span[]): Token[] {
  const comments: Token[] = [];
  for (let at = start; at < end; ) {
    const lineFeed = text.indexOf("\n", at);
    const next = lineFeed < 0 || lineFeed >= end ? end : lineFeed + 1;
    const line = text.slice(at, next);
    const ink = at + line.length - line.trimStart().length;
    const isOutside = !except.some((span) => span.start <= at && at < span.end);
    if (isOutside && (text.startsWith("#", ink) || text.startsWith("//", ink))) {
      comments.push(token("comment", { start: ink, end: at + line.trimEnd().length }));
    }
    at = next;
  }
  return comments;
}
