import type { Evidence } from "./model.ts";

/** How far from a record a sign of DreamFactory still counts, in characters before and behind. */
export const SIGN_REACH = { before: 4096, behind: 1024 } as const;

/** What only texts around a DreamFactory server say; `/api/v2/` alone is not among them, as many have it. */
const SIGNS: readonly (readonly [RegExp, Evidence])[] = [
  [/REST Exception #\d/, "rest-exception-line"],
  [/X-DreamFactory-/i, "request-path"],
  [/\/api\/v2\/(?:system|user)\/|\/api\/v2\/\w+\/_(?:table|schema|proc|func)\b/, "request-path"],
  [/DreamFactory\\+Core\\/, "trace"],
];

/** A sign of DreamFactory around `at`; looks at a bounded stretch only. */
export function signNear(text: string, at: number): Evidence | undefined {
  const around = text.slice(Math.max(0, at - SIGN_REACH.before), at + SIGN_REACH.behind);
  return SIGNS.find(([pattern]) => pattern.test(around))?.[1];
}
