import type { HttpTarget } from "../http/model.ts";
import { targetParts } from "../http/target.ts";
import type { Located, Span } from "../text/span.ts";
import { type DecodedText, decodeUrlPart, joinPieces } from "./decodedText.ts";
import { hasPlaceholder } from "./placeholders.ts";

/** A URL as DreamFactory reads it. Everything knows its place in the document, also when the URL goes over lines. */
export interface RequestUrl {
  /** Scheme, host and port as written, `{{host}}` included; empty when the URL starts with `/`. */
  readonly base: string;
  /** The parts of the path, still encoded. */
  readonly segments: readonly Located<string>[];
  readonly parameters: readonly QueryParameter[];
  /** True when a placeholder may add further parameters. */
  readonly open: boolean;
  /** What follows a `#` and is never sent. */
  readonly fragment?: Located<string>;
}

export interface QueryParameter {
  /** Name, `=` and value. */
  readonly span: Span;
  readonly name: Located<string>;
  readonly value: DecodedText;
  /** The value as written. */
  readonly rawValue: Span;
  readonly hasPlaceholder: boolean;
}

/** What PHP reads under this name, or else under the next one: the last parameter of that name. */
export function findParameter(
  { parameters }: Pick<RequestUrl, "parameters">,
  ...names: readonly string[]
): QueryParameter | undefined {
  for (const name of names) {
    const found = parameters.findLast((parameter) => parameter.name.value === name);
    if (found !== undefined) return found;
  }
  return undefined;
}

export function readRequestUrl(target: HttpTarget): RequestUrl {
  const { base, path, segments, query, fragment } = targetParts(target);
  const parameters = query.map(({ span, name, value }): QueryParameter => {
    const rawValue = value?.span ?? { start: span.end, end: span.end };
    return {
      span,
      // JetBrains and Kulala drop the blanks of `limit = 10 &`; nobody else writes them.
      name: { value: decodeUrlPart(rawText(target, name.span)).value.trim(), span: name.span },
      value: decodeUrlPart(rawText(target, rawValue)),
      rawValue,
      hasPlaceholder: hasPlaceholder(name.value) || hasPlaceholder(value?.value ?? ""),
    };
  });
  const mayHoldQuery = query.length === 0 && (path.value === "" ? base.value : path.value).endsWith("}}");
  return {
    base: base.value,
    segments,
    parameters,
    open: mayHoldQuery || parameters.some(mayHoldMore),
    ...(fragment !== undefined && { fragment }),
  };
}

/** `?{{query}}` and `?limit=5{{more}}` may hold parameters that nobody sees. */
function mayHoldMore({ name, value }: QueryParameter): boolean {
  return hasPlaceholder(name.value) || (value.value.endsWith("}}") && !value.value.startsWith("{{"));
}

/** The part of a URL that stands in this stretch of the document, without what separates its lines. */
function rawText({ pieces }: HttpTarget, span: Span): DecodedText {
  const parts = pieces.flatMap((piece) => {
    const start = Math.max(span.start, piece.span.start);
    const end = Math.min(span.end, piece.span.end);
    const value = piece.value.slice(start - piece.span.start, end - piece.span.start);
    return start < end ? [{ value, span: { start, end } }] : [];
  });
  return joinPieces(parts, span.end);
}
