import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Position } from "vscode-languageserver-types";
import type { ClientSupport } from "../clientSupport.ts";
import type { ParsedDocument } from "../documents/model.ts";
import type { ExplainAtResult } from "../protocol.ts";
import { faultAt, headerAt, recordAt } from "./findAt.ts";
import { cardAt } from "./hover.ts";
import { recordTopics } from "./recordTopics.ts";
import { faultTopic } from "./topics.ts";

/** The topic of what stands at the position, and the words to look it up by. */
export function explainAt(
  document: TextDocument,
  parsed: ParsedDocument,
  position: Position,
  support: ClientSupport,
): ExplainAtResult | undefined {
  const offset = document.offsetAt(position);
  const topic = topicAt(parsed, offset);
  const card = cardAt(parsed, offset, support);
  if (topic === undefined || card === undefined) return undefined;
  return { topic, query: topic.slice(topic.indexOf("/") + 1), markdown: card.markdown };
}

function topicAt(parsed: ParsedDocument, offset: number): string | undefined {
  const fault = faultAt(parsed, offset);
  if (fault !== undefined) return faultTopic(fault.code);
  const found = recordAt(parsed, offset);
  if (found !== undefined) return recordTopics(found.record)[0];
  const header = headerAt(parsed, offset);
  return header && `header/${header.facts.name}`;
}
