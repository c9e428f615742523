import type { Span } from "../text/span.ts";
import type { DreamFactoryRequest } from "./dreamFactoryRequest.ts";
import type { QueryParameter } from "./requestUrl.ts";

/** What to delete so that a parameter goes with one of its separators; the `?` stays for those behind it. */
export function parameterRemoval({ parameters }: DreamFactoryRequest, parameter: QueryParameter): Span {
  const index = parameters.indexOf(parameter);
  const next = parameters[index + 1];
  if (next !== undefined) return { start: parameter.span.start, end: next.span.start };
  return { start: parameters[index - 1]?.span.end ?? parameter.span.start - 1, end: parameter.span.end };
}
