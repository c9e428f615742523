import { exceptionForStatus } from "../../catalog/exceptionClasses.ts";
import type { Facts } from "../facts.ts";
import { lineEnd, lineStart, timeBefore } from "../line.ts";
import type { ErrorRecord } from "../model.ts";
import { recordOf } from "../recordOf.ts";
import { MAX_PATH } from "../refusals.ts";
import type { Scan } from "../scan.ts";
import { DREAMFACTORY_PATH } from "../signs.ts";

const REQUEST = /^([A-Z]{3,10}) (?:https?:\/\/[^\s/"]+)?(\/(?:[\w.~-]+\/){0,6}(?:api\/v2|rest)\/[^\s"]*) $/;
/**
 * Paths that only DreamFactory has. `/api/v2/…` alone is everybody's, and counts near other signs; so is `/rest/…`, as
 * Syncthing's `/rest/db/status` and RouterOS's `/rest/system/script` show.
 */
const OWN_PATH = new RegExp(
  `${DREAMFACTORY_PATH.source}|/rest/(?:system/(?:app_group|email_template|event|provider|service)|user/(?:session|custom|device))\\b|[?&](?:session_token|app_name)=`,
);
const STATUS = /^HTTP\/[\d.]+" (\d{3})/;

/**
 * A request to `/api/v2/…` (or `/rest/…` of 1.x) that a web server answered with 4xx or 5xx; `at` is where the
 * protocol stands behind the path. Other products have such paths too, so that the path or the text around must tell. Such a line tells the status only.
 */
export function readAccessLine(scan: Scan, at: number): ErrorRecord | undefined {
  const { text } = scan;
  const from = lineStart(text, at);
  const before = text.slice(Math.max(from, at - MAX_PATH), at);
  if (!before.includes("/api/v2/") && !before.includes("/rest/")) return undefined;
  const request = REQUEST.exec(before.slice(before.lastIndexOf('"') + 1));
  const digits = STATUS.exec(text.slice(at, at + 24));
  if (request === null || digits?.[1] === undefined) return undefined;
  const sign = OWN_PATH.test(request[2] ?? "") ? "request-path" : scan.signNear(at);
  if (sign === undefined && scan.claim !== "always") return undefined;
  const written = `${request[1]} ${request[2]}`;
  const requestStart = at - request[0].length;
  const statusStart = at + digits[0].length - 3;
  const status = { value: Number(digits[1]), span: { start: statusStart, end: statusStart + 3 } };
  const span = { start: from, end: lineEnd(text, statusStart + 3, scan.span.end) };
  const facts: Facts = { names: [], status, trace: [], span };
  return recordOf(scan, facts, {
    span,
    form: "access-line",
    verdict: {
      exception: exceptionForStatus(status.value),
      confidence: "possible",
      evidence: ["status-code", "request-path"],
    },
    source: { text, end: span.end, layers: [] },
    time: timeBefore(text, at),
    request: { value: written, span: { start: requestStart, end: at - 1 } },
  });
}
