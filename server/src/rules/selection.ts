import { isTrue } from "./apiOptions.ts";
import { findMember } from "./bodyOutline.ts";
import type { DreamFactoryRequest } from "./dreamFactoryRequest.ts";
import { findParameter } from "./requestUrl.ts";

/** True when `ids` or `filter`, in the query or in the body, say which records are meant, or may say it. */
export function selectsRecords(request: DreamFactoryRequest): boolean {
  if (request.url.open || request.openPath) return true;
  const inQuery = [findParameter(request, "ids"), findParameter(request, "filter", "where")];
  if (inQuery.some((parameter) => parameter !== undefined && parameter.value.value !== "")) return true;
  return ["ids", "filter", "where"].some((key) => findMember(request.body.outline, key) !== undefined);
}

/** Whether `force` asks for all records; it counts in the query only. */
export function isForced(request: DreamFactoryRequest): boolean | "unknown" {
  const force = findParameter(request, "force");
  if (force?.hasPlaceholder) return "unknown";
  return force !== undefined && isTrue(force.value.value);
}
