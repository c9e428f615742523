import type { HttpRequest } from "../http/model.ts";
import type { RequestOptions } from "./dreamFactoryRequest.ts";
import type { Finding } from "./model.ts";
import { readDreamFactoryRequest } from "./readDreamFactoryRequest.ts";
import { RULES } from "./rules.ts";

/**
 * What DreamFactory would refuse or misread in a request, in the order in which the server comes upon it, so that the
 * first `answer` is the one it would give. Empty for requests to other servers. Never throws.
 */
export function checkRequest(
  request: HttpRequest,
  text: string,
  options: RequestOptions = {},
): readonly Finding[] {
  const read = readDreamFactoryRequest(request, text, options);
  return read === undefined ? [] : RULES.flatMap((rule) => rule.check(read));
}
