import type { Evidence } from "./model.ts";

/** How far from a record a sign of DreamFactory still counts, in characters before and behind. */
export const SIGN_REACH = { before: 4096, behind: 1024 } as const;

/** Paths of which no other product is known; `/api/v2/user/…` alone is not among them, nor is `/api/v2/` itself. */
export const DREAMFACTORY_PATH =
  /\/api\/v2\/(?:system\/(?:admin|app|role|user|service|service_type|limit|lookup|cors|email_template|event|event_script|script_type|environment|setting|cache|config|package|import|constant|custom)|user\/(?:session|password|register|custom)|[\w.-]+\/_(?:table|schema|proc|func|spec))\b/;

/** What only texts around a DreamFactory server say; `/api/v2/` alone is not among them, as many have it. */
const SIGNS: readonly (readonly [RegExp, Evidence])[] = [
  [/REST Exception #\d/, "rest-exception-line"],
  [/X-DreamFactory-/i, "request-path"],
  [DREAMFACTORY_PATH, "request-path"],
  [/DreamFactory\\+Core\\/, "trace"],
];

/** A sign of DreamFactory around `at`; looks at a bounded stretch only. */
export function signNear(text: string, at: number): Evidence | undefined {
  const around = text.slice(Math.max(0, at - SIGN_REACH.before), at + SIGN_REACH.behind);
  return SIGNS.find(([pattern]) => pattern.test(around))?.[1];
}
