import type { Span } from "../text/span.ts";
import { findMember } from "./bodyOutline.ts";
import { type DecodedText, decodeJsonString } from "./decodedText.ts";
import { type DreamFactoryRequest, findParameter } from "./dreamFactoryRequest.ts";
import { type FilterMistake, findFilterMistakes } from "./filterGrammar.ts";
import { hasPlaceholder } from "./placeholders.ts";

/** A filter of a request with what is wrong in it. */
export interface RequestFilter {
  /** Percent or JSON escapes removed. */
  readonly filter: DecodedText;
  readonly mistakes: readonly FilterMistake[];
  /** How a space is written where the filter stands. */
  readonly space: string;
}

/**
 * The filter of a request to a table, from the query or from the body; `undefined` when there is none, when the service
 * is by its name no SQL database (those have grammars of their own), or when an unencoded character cuts it short.
 */
export function readFilter(request: DreamFactoryRequest): RequestFilter | undefined {
  if (request.resource !== "table" || request.table === undefined || request.generation === 1)
    return undefined;
  const service = request.service.value.toLowerCase();
  if (hasPlaceholder(service) || OTHER_GRAMMARS.some((name) => service.includes(name))) return undefined;
  const parameter = findParameter(request, "filter", "where");
  if (parameter !== undefined) {
    if (findCut(request) !== undefined) return undefined;
    return withMistakes(
      parameter.value,
      request.text.slice(parameter.rawValue.start, parameter.rawValue.end),
    );
  }
  const member = findMember(request.body.outline, "filter") ?? findMember(request.body.outline, "where");
  if (member?.value.kind !== "string" || request.body.decoder !== "json") return undefined;
  const inside = { start: member.value.span.start + 1, end: member.value.span.end - 1 };
  return withMistakes(decodeJsonString(request.text, inside), " ");
}

/**
 * The `&` or `#` that ends a filter in the middle of a quoted value or a parenthesis, or that is doubled for AND.
 * `rest` goes up to the end of what belonged to the filter.
 */
export function findCut(request: DreamFactoryRequest): { place: Span; char: "&" | "#" } | undefined {
  const { parameters, url, text } = request;
  const index = parameters.findLastIndex(({ name }) => name.value === "filter" || name.value === "where");
  const filter = parameters[index];
  if (filter === undefined) return undefined;
  const next = parameters[index + 1];
  const end = filter.span.end;
  const isCut = isUnfinished(filter.value.value);
  if (next !== undefined && text.charAt(end) === "&") {
    if (text.charAt(end + 1) === "&") return { place: { start: end, end: end + 2 }, char: "&" };
    return isCut && !/^\w+$/.test(next.name.value)
      ? { place: { start: end, end: end + 1 }, char: "&" }
      : undefined;
  }
  const isFragment = next === undefined && url.fragment !== undefined && text.charAt(end) === "#";
  return isFragment && isCut ? { place: { start: end, end: end + 1 }, char: "#" } : undefined;
}

const OTHER_GRAMMARS = [
  "mongo",
  "couch",
  "dynamo",
  "cassandra",
  "salesforce",
  "azure",
  "documentdb",
  "cosmos",
  "nosql",
];

function withMistakes(filter: DecodedText, raw: string): RequestFilter {
  return { filter, mistakes: findFilterMistakes(filter.value), space: raw.includes(" ") ? " " : "%20" };
}

/** True when a quote or a parenthesis is still open at the end. */
function isUnfinished(filter: string): boolean {
  let quote = "";
  let depth = 0;
  for (const char of filter) {
    if (quote !== "") {
      if (char === quote) quote = "";
    } else if (char === "'" || char === '"') quote = char;
    else if (char === "(") depth++;
    else if (char === ")") depth--;
  }
  return quote !== "" || depth > 0;
}
