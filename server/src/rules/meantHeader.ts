import type { HttpHeader } from "../http/model.ts";
import { API_KEY_HEADER, headerKey, SESSION_TOKEN_HEADER } from "./credentials.ts";
import { nearest } from "./spelling.ts";

/** The header of DreamFactory that this one was meant to be; `undefined` when it is right, or another's. */
export function meantHeader({ name }: HttpHeader): string | undefined {
  const key = headerKey(name.value);
  const bare = /^(?:x-)?(?:dream-?factory|df)-(.+)/.exec(key)?.[1];
  if (bare === undefined || RIGHT.includes(key)) return undefined;
  const near = RIGHT.includes(PREFIX + bare) ? PREFIX + bare : nearest(PREFIX + bare, RIGHT);
  if (near === RIGHT[0] || bare === "key") return API_KEY_HEADER;
  if (near === RIGHT[1] || ["token", "session", "jwt"].includes(bare)) return SESSION_TOKEN_HEADER;
  return undefined;
}

const PREFIX = "x-dreamfactory-";

const RIGHT: readonly string[] = [
  "x-dreamfactory-api-key",
  "x-dreamfactory-session-token",
  "x-dreamfactory-script-token",
  "x-dreamfactory-application-name",
];
