import { exceptionForStatus } from "../../catalog/exceptionClasses.ts";
import type { Located } from "../../text/span.ts";
import type { Facts } from "../facts.ts";
import { lineEnd, lineStart, timeBefore } from "../line.ts";
import type { ErrorRecord } from "../model.ts";
import { recordOf } from "../recordOf.ts";
import type { Scan } from "../scan.ts";

const STATUS = /^"Status Code":(\d{3}),"Content-Type"/;
const REQUEST = '[REQUEST] {"API Version"';
const RESPONSE = "[RESPONSE] {";
/** How far the line of the request may stand above the one of the response. */
export const REQUEST_REACH = 8192;

/**
 * `[RESPONSE] {"Status Code":404,…}` of the application log, joined with the `[REQUEST]` before it: method, service
 * and resource, but no message. The log has the response twice; both lines make one record.
 */
export function readResponseLine(scan: Scan, at: number): ErrorRecord | undefined {
  const { text } = scan;
  const open = at - RESPONSE.length;
  const digits = STATUS.exec(text.slice(at, at + 40))?.[1];
  if (digits === undefined || !text.startsWith(RESPONSE, open)) return undefined;
  const statusStart = at + '"Status Code":'.length;
  const status = { value: Number(digits), span: { start: statusStart, end: statusStart + 3 } };
  const span = { start: lineStart(text, open), end: endWithTwin(text, at, digits, scan.span.end) };
  const facts: Facts = { names: [], status, trace: [], span };
  return recordOf(scan, facts, {
    span,
    form: "request-response-pair",
    verdict: {
      exception: exceptionForStatus(status.value),
      confidence: "certain",
      evidence: ["status-code", "log-channel"],
    },
    source: { text, end: span.end, layers: [] },
    time: timeBefore(text, open),
    request: requestBefore(text, open),
  });
}

/** The same response is logged again when it is sent, then with its type. */
function endWithTwin(text: string, at: number, digits: string, limit: number): number {
  const end = lineEnd(text, at, limit);
  const next = text.indexOf("\n", end) + 1;
  if (next <= 0 || next > end + 2) return end;
  const nextEnd = lineEnd(text, next, limit);
  return text.slice(next, nextEnd).includes(`${RESPONSE}"Status Code":${digits}`) ? nextEnd : end;
}

const FIELDS = /"Method":"(\w+)","Service":"?([^",]*)"?,"Resource":"?([^",}]*)"?/;

/** The nearest request above, unless another response stands between. */
function requestBefore(text: string, at: number): Located<string> | undefined {
  const from = Math.max(0, at - REQUEST_REACH);
  const above = text.slice(from, at);
  const found = above.lastIndexOf(REQUEST);
  if (found < 0) return undefined;
  const start = from + found;
  const end = lineEnd(text, start);
  const fields = FIELDS.exec(text.slice(start, end));
  if (fields === null) return undefined;
  const [, method = "", service = "", resource = ""] = fields;
  const path = resource === "" || resource === "null" ? service : `${service}/${resource}`;
  return { value: `${method} ${path}`, span: { start: start + "[REQUEST] ".length, end } };
}
