import { KNOWN_PARAMETERS } from "./apiOptions.ts";
import { findMember } from "./bodyOutline.ts";
import { type DecodedText, decodeJsonString } from "./decodedText.ts";
import type { DreamFactoryRequest, FilterCut, RequestFilter } from "./dreamFactoryRequest.ts";
import { findFilterMistakes } from "./filterGrammar.ts";
import { hasPlaceholder } from "./placeholders.ts";
import { recordsOf } from "./records.ts";
import { findParameter } from "./requestUrl.ts";

type FilterSource = Omit<DreamFactoryRequest, "filter">;

/** The filter of a request to a table, from the query or else from the body. */
export function readFilter(request: FilterSource): RequestFilter | undefined {
  if (!appliesFilter(request)) return undefined;
  const { text, body } = request;
  const judge = (filter: DecodedText) => (hasSqlGrammar(request) ? findFilterMistakes(filter.value) : []);
  const parameter = findParameter(request, "filter", "where");
  if (parameter !== undefined) {
    const inQuery = parameter.rawValue;
    const cut = findCut(request);
    const frame = {
      text: parameter.value,
      inQuery,
      space: text.slice(inQuery.start, inQuery.end).includes(" ") ? " " : "%20",
    };
    return cut === undefined
      ? { ...frame, mistakes: judge(parameter.value) }
      : { ...frame, mistakes: [], cut };
  }
  const member = findMember(body.outline, "filter") ?? findMember(body.outline, "where");
  if (member?.value.kind !== "string" || body.decoder !== "json") return undefined;
  const inside = { start: member.value.span.start + 1, end: member.value.span.end - 1 };
  const decoded = decodeJsonString(text, inside);
  return { text: decoded, mistakes: judge(decoded), space: " " };
}

/** POST creates and looks at no filter; `ids` come first, and on GET and DELETE the records of the body do. */
function appliesFilter(request: FilterSource): boolean {
  const { resource, table, generation, verb } = request;
  if (resource !== "table" || table === undefined || generation === 1) return false;
  const ids = findParameter(request, "ids");
  if ((ids !== undefined && ids.value.value !== "") || findMember(request.body.outline, "ids") !== undefined)
    return false;
  if (verb === "PUT" || verb === "PATCH") return true;
  return (verb === "GET" || verb === "DELETE") && recordsOf(request) === "none";
}

/** False for a service that is by its name no SQL database. */
export function hasSqlGrammar({ service }: Pick<FilterSource, "service">): boolean {
  const name = service.value.toLowerCase();
  return !hasPlaceholder(name) && !OTHER_GRAMMARS.some((other) => name.includes(other));
}

function findCut({ parameters, url, text }: FilterSource): FilterCut | undefined {
  const index = parameters.findLastIndex(({ name }) => name.value === "filter" || name.value === "where");
  const filter = parameters[index];
  if (filter === undefined) return undefined;
  const next = parameters[index + 1];
  const { end } = filter.span;
  const isCut = isUnfinished(filter.value.value);
  if (next !== undefined && text.startsWith("&&", end)) {
    const { value } = next.name;
    const isAnother = KNOWN_PARAMETERS.includes(value) || hasPlaceholder(value);
    return isAnother ? undefined : { place: { start: end, end: end + 2 }, char: "&" };
  }
  if (next !== undefined && text.charAt(end) === "&") {
    const isParameter = /^\w+$/.test(next.name.value);
    return isCut && !isParameter ? { place: { start: end, end: end + 1 }, char: "&" } : undefined;
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
