import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Position } from "vscode-languageserver-types";
import { splitTopicId } from "../catalog/topics.ts";
import type { ClientSupport } from "../clientSupport.ts";
import type { ParsedDocument } from "../documents/model.ts";
import type { ExplainAtResult } from "../protocol.ts";
import { recordCard } from "./cards/recordCard.ts";
import { faultAt, headerAt } from "./findAt.ts";
import { cardAt } from "./hover.ts";
import { classNameAt, statusLineAt } from "./mentions.ts";
import { recordAround } from "./recordsWithin.ts";
import { recordTopics } from "./recordTopics.ts";
import { faultTopic } from "./topics.ts";

/** The topic of what stands at the position, and the words to look it up by. Anywhere in a record will do. */
export function explainAt(
  document: TextDocument,
  parsed: ParsedDocument,
  position: Position,
  support: ClientSupport,
): ExplainAtResult | undefined {
  const offset = document.offsetAt(position);
  const record = recordAround(parsed, offset);
  const topics = topicsAt(parsed, offset) ?? (record && recordTopics(record)) ?? [];
  const markdown =
    cardAt(document, parsed, offset, support)?.markdown ?? (record && recordCard(record, support));
  const [topic] = topics;
  const widest = topics.at(-1);
  if (topic === undefined || widest === undefined || markdown === undefined) return undefined;
  return { topic, query: splitTopicId(widest).name || widest, markdown };
}

/** The topics of what the offset touches, the record around it aside; the most exact first. */
function topicsAt(parsed: ParsedDocument, offset: number): readonly string[] | undefined {
  const fault = faultAt(parsed, offset);
  if (fault !== undefined) return [faultTopic(fault.code)];
  if (recordAround(parsed, offset) !== undefined) return undefined;
  const header = headerAt(parsed, offset);
  if (header !== undefined) return [`header/${header.facts.name}`];
  const mention = statusLineAt(parsed, offset) ?? classNameAt(parsed, offset);
  return mention && [mention.topic];
}
