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
  const topics = topicsAt(parsed, offset);
  const card = cardAt(parsed, offset, support);
  const [topic] = topics;
  const widest = topics.at(-1);
  if (topic === undefined || widest === undefined || card === undefined) return undefined;
  return { topic, query: widest.slice(widest.indexOf("/") + 1), markdown: card.markdown };
}

/** From the most exact topic to the widest, whose name is a word to look up. */
function topicsAt(parsed: ParsedDocument, offset: number): readonly string[] {
  const fault = faultAt(parsed, offset);
  if (fault !== undefined) return [faultTopic(fault.code)];
  const found = recordAt(parsed, offset);
  if (found !== undefined) return recordTopics(found.record);
  const header = headerAt(parsed, offset);
  return header === undefined ? [] : [`header/${header.facts.name}`];
}
