import { getStatus } from "../../catalog/statuses.ts";
import type { ClientSupport } from "../../clientSupport.ts";
import type { DocumentFault } from "../../documents/model.ts";
import type { PredictedAnswer } from "../../rules/model.ts";
import { codeSpan, escapeMarkdown } from "../markdown.ts";
import { referenceLink } from "../references.ts";
import { faultKind, faultTopic } from "../topics.ts";
import { say } from "../words.ts";

/** What the squiggle does not say: the whole answer of the server, and why it refuses. */
export function bodyCard(fault: DocumentFault, support: ClientSupport): string {
  const kind = faultKind(fault.code);
  const parts = [
    fault.answer === undefined ? undefined : answerPart(fault.answer),
    kind && `**${say("Why")}** – ${say(kind.why)}`,
    kind?.exceptions && `**${say("Unless")}** – ${say(kind.exceptions)}`,
  ];
  const label = say({ text: "Reference: {code}", args: { code: escapeMarkdown(fault.code) } });
  const link = referenceLink(label, faultTopic(fault.code), support);
  return [...parts.filter((part) => part !== undefined), "---", link].join("\n\n");
}

function answerPart({ status, exception, message }: PredictedAnswer): string {
  const phrase = getStatus(status)?.phrase ?? "";
  const would = say({ text: "DreamFactory would answer {answer}", args: { answer: `${status} ${phrase}` } });
  return `**${would}** · ${codeSpan(exception)}  \n${escapeMarkdown(message)}`;
}
