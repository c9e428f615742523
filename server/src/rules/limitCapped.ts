import { hasSystemRecords } from "./endpoint.ts";
import { finding } from "./finding.ts";
import type { Finding } from "./model.ts";
import { findParameter } from "./requestUrl.ts";
import type { Rule } from "./rule.ts";

const KIND = {
  code: "limit-capped",
  title: "Limit above the maximum of a service",
  severity: "information",
  language: "http",
  wrong: "GET {{host}}/api/v2/db/_table/contact?limit=5000",
  right: "GET {{host}}/api/v2/db/_table/contact?limit=1000&offset=1000",
  why:
    "A service returns at most 1,000 records unless its settings say otherwise, and never more than the server's " +
    "`DB_MAX_RECORDS_RETURNED` (100,000). More is cut off without an error; `meta.next` then holds the next offset.",
} as const;

const DEFAULT_MAXIMUM = 1000;
const CEILING = 100_000;

export const limitCapped: Rule = {
  kind: KIND,
  check(request): readonly Finding[] {
    const limit = findParameter(request, "limit", "top");
    const isRead = request.resource === "table" || hasSystemRecords(request);
    if (limit === undefined || !isRead || request.verb !== "GET" || request.generation === 1) return [];
    const count = /^\d+$/.test(limit.value.value) ? Number(limit.value.value) : 0;
    if (count <= DEFAULT_MAXIMUM) return [];
    const message =
      count > CEILING
        ? {
            text: "No server returns more than {maximum} records unless set up for it. The rest is cut off silently.",
          }
        : {
            text: "A service returns {maximum} records at most unless set up for more. The rest is cut off silently.",
          };
    const maximum = count > CEILING ? "100,000" : "1,000";
    return [finding(KIND, limit.rawValue, { ...message, args: { maximum } })];
  },
};
