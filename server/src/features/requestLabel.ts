import type { HttpBlock, HttpRequest } from "../http/model.ts";
import { targetParts } from "../http/target.ts";
import { toLabel } from "./labels.ts";

const LONGEST = 80;

/** `GET /api/v2/db/_table/contact`: a request in a few words. */
export function requestLabel({ method, target }: HttpRequest): string {
  const { path } = targetParts(target);
  return toLabel(`${method.value} ${path.value || target.value}`, LONGEST);
}

/** What the author called the request: the words after `###`, else its `@name`. */
export function requestTitle({ title, requests }: HttpBlock, request: HttpRequest): string | undefined {
  const given = requests.length === 1 ? (title ?? request.name) : request.name;
  return given && toLabel(given.value, LONGEST);
}
