import { getStatus } from "../catalog/statuses.ts";
import type { DocumentFault, ParsedDocument } from "../documents/model.ts";
import { requestAt } from "../http/requestQueries.ts";
import type { PredictedAnswer } from "../rules/model.ts";
import { RULE_KINDS } from "../rules/rules.ts";
import { encloses } from "../text/span.ts";

const RULE_ORDER: ReadonlyMap<string, number> = new Map(RULE_KINDS.map(({ code }, index) => [code, index]));

/**
 * What DreamFactory would answer to the request at the offset, as the text of an HTTP response; `undefined` when
 * nothing in the request is known to be refused. Of several refusals the one that the server comes upon first.
 */
export function getPredictedAnswer(parsed: ParsedDocument, offset: number): string | undefined {
  const request = parsed.requests && requestAt(parsed.requests.http, offset);
  if (request === undefined) return undefined;
  const [first] = parsed.faults
    .filter(({ answer, span }) => answer !== undefined && encloses(request.span, span))
    .sort((a, b) => rankOf(a) - rankOf(b));
  return first?.answer && responseText(first.answer);
}

/** Credentials and path are looked at before the body is. */
function rankOf({ code }: DocumentFault): number {
  return RULE_ORDER.get(code) ?? RULE_ORDER.size;
}

function responseText({ status, message }: PredictedAnswer): string {
  const error = { code: status, context: null, message: encodeEntities(message), status_code: status };
  const phrase = getStatus(status)?.phrase ?? "";
  return `HTTP/1.1 ${status} ${phrase}\nContent-Type: application/json\n\n${JSON.stringify({ error }, null, 2)}\n`;
}

/** As PHP's `htmlentities` with `ENT_COMPAT` writes the characters that occur in our predictions. */
function encodeEntities(message: string): string {
  return message
    .replaceAll("&", "&amp;")
    .replaceAll('"', "&quot;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
