import { getStatus } from "../../catalog/statuses.ts";
import type { ClientSupport } from "../../clientSupport.ts";
import type { DocumentFault } from "../../documents/model.ts";
import type { PredictedAnswer } from "../../rules/model.ts";
import { codeSpan, escapeMarkdown } from "../markdown.ts";
import { referenceLink } from "../references.ts";
import { faultKind, faultTopic } from "../topics.ts";

/** What the squiggle does not say: the whole answer of the server, and why it refuses. */
export function bodyCard(fault: DocumentFault, support: ClientSupport): string {
  const kind = faultKind(fault.code);
  const parts = [
    fault.answer === undefined ? undefined : answerPart(fault.answer),
    kind && `**Why** – ${kind.why}`,
    kind?.exceptions && `**Unless** – ${kind.exceptions}`,
  ];
  const link = referenceLink(`Reference: ${escapeMarkdown(fault.code)}`, faultTopic(fault.code), support);
  return [...parts.filter((part) => part !== undefined), "---", link].join("\n\n");
}

function answerPart({ status, exception, message }: PredictedAnswer): string {
  const phrase = getStatus(status)?.phrase ?? "";
  return `**DreamFactory would answer ${status} ${phrase}** · ${codeSpan(exception)}  \n${escapeMarkdown(message)}`;
}
