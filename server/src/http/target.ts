import { placeholderAt } from "../text/placeholder.ts";
import type { Located, Span } from "../text/span.ts";
import type { HttpTarget } from "./model.ts";

/** A URL taken apart as written: nothing is decoded, and a placeholder is never split. */
export interface TargetParts {
  /** Scheme and host, or the placeholder in their place; empty when the target starts with a slash. */
  readonly base: Located<string>;
  /** From the first slash behind the base to the query. */
  readonly path: Located<string>;
  /** What stands between the slashes of the path; empty ones are left out. */
  readonly segments: readonly Located<string>[];
  readonly query: readonly QueryParameter[];
  /** Behind `#`; clients do not send it. */
  readonly fragment?: Located<string>;
}

export interface QueryParameter {
  readonly span: Span;
  readonly name: Located<string>;
  /** `undefined` when no `=` follows the name. */
  readonly value?: Located<string>;
}

/** Splits a request target into its parts, each with its span in the document. Never throws. */
export function targetParts(target: HttpTarget): TargetParts {
  const url = target.value;
  const at = (start: number, end: number): Located<string> => ({
    value: url.slice(start, end),
    span: documentSpan(target, start, end),
  });
  const hash = find(url, "#", 0, url.length) ?? url.length;
  const question = find(url, "?", 0, hash) ?? hash;
  const pathStart = find(url, "/", authorityStart(url, question), question) ?? question;
  return {
    base: at(0, pathStart),
    path: at(pathStart, question),
    segments: split(url, "/", pathStart, question).map(({ start, end }) => at(start, end)),
    query: split(url, "&", Math.min(question + 1, hash), hash).map(({ start, end }) => {
      const equals = find(url, "=", start, end);
      return {
        span: documentSpan(target, start, end),
        name: at(start, equals ?? end),
        ...(equals !== undefined && { value: at(equals + 1, end) }),
      };
    }),
    ...(hash < url.length && { fragment: at(hash + 1, url.length) }),
  };
}

/** Where the host starts; a colon and two slashes before it are not the path. */
function authorityStart(url: string, end: number): number {
  const scheme = find(url, "/", 0, end);
  return scheme !== undefined && url.startsWith("://", scheme - 1) ? scheme + 2 : 0;
}

/** The stretches between separators, without the empty ones. */
function split(url: string, separator: string, start: number, end: number): Span[] {
  const parts: Span[] = [];
  for (let from = start; from < end; ) {
    const to = find(url, separator, from, end) ?? end;
    if (to > from) parts.push({ start: from, end: to });
    from = to + 1;
  }
  return parts;
}

/** The first `char` outside placeholders. */
function find(url: string, char: string, start: number, end: number): number | undefined {
  for (let at = start; at < end; at += 1) {
    const placeholder = placeholderAt(url, at, end);
    if (placeholder !== undefined) at = placeholder.end - 1;
    else if (url[at] === char) return at;
  }
  return undefined;
}

/** Offsets of the joined URL, mapped to the lines they came from. */
function documentSpan({ pieces, span }: HttpTarget, start: number, end: number): Span {
  let offset = 0;
  let from: number | undefined;
  for (const piece of pieces) {
    const length = piece.value.length;
    if (from === undefined && (start < offset + length || piece === pieces.at(-1))) {
      from = piece.span.start + (start - offset);
    }
    if (from !== undefined && end <= offset + length) {
      return { start: from, end: Math.max(from, piece.span.start + (end - offset)) };
    }
    offset += length;
  }
  return { start: from ?? span.start, end: span.end };
}
