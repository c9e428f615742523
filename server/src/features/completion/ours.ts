import type { ParsedDocument } from "../../documents/model.ts";
import type { HttpRequest } from "../../http/model.ts";
import { targetParts } from "../../http/target.ts";
import { readDreamFactoryRequest } from "../../rules/readDreamFactoryRequest.ts";
import { resolveBase } from "../../rules/urlBase.ts";

/**
 * Whether a request, however unfinished, is meant for DreamFactory: as the rules see it, by a path that only
 * DreamFactory has, or by a host variable of the document that holds the path of the API.
 */
export function isForDreamFactory(
  { text, requests }: ParsedDocument,
  request: HttpRequest,
  hosts: readonly string[],
): boolean {
  const { base, path } = targetParts(request.target);
  if (path.value.startsWith("/api/v2/") || /\/_(?:table|schema|proc|func)\b/.test(path.value)) return true;
  const variables = requests?.variables;
  if (readDreamFactoryRequest(request, text, { hosts, variables }) !== undefined) return true;
  return resolveBase(base, variables).path.some(({ value }) => value === "v2");
}
