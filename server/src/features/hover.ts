import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Hover, Position } from "vscode-languageserver-types";
import { MarkupKind } from "vscode-languageserver-types";
import type { ClientSupport } from "../clientSupport.ts";
import type { ParsedDocument } from "../documents/model.ts";
import { findHeader } from "../http/mediaType.ts";
import type { Phrase } from "../text/phrase.ts";
import type { Span } from "../text/span.ts";
import { bodyCard } from "./cards/bodyCard.ts";
import { headerCard } from "./cards/headerCard.ts";
import { headerTime } from "./cards/headerTime.ts";
import { mentionCard } from "./cards/mentionCard.ts";
import { placeLine } from "./cards/placeLine.ts";
import { recordCard } from "./cards/recordCard.ts";
import type { FoundHeader } from "./findAt.ts";
import { faultAt, headerAt, recordAt } from "./findAt.ts";
import { toPlainText } from "./markdown.ts";
import { classNameAt, statusLineAt } from "./mentions.ts";
import { toRange } from "./positions.ts";

/** What stands under the cursor, in Markdown, with the text that it belongs to. */
export interface Card {
  readonly span: Span;
  readonly markdown: string;
}

/** Explains the error, fault, header, status line or class name at the position; `undefined` where nothing of DreamFactory's stands. */
export function getHover(
  document: TextDocument,
  parsed: ParsedDocument,
  position: Position,
  support: ClientSupport,
): Hover | undefined {
  const card = cardAt(document, parsed, document.offsetAt(position), support);
  if (card === undefined) return undefined;
  const contents = support.markdown
    ? { kind: MarkupKind.Markdown, value: card.markdown }
    : { kind: MarkupKind.PlainText, value: toPlainText(card.markdown) };
  return { contents, range: toRange(document, card.span) };
}

/** The card for an offset: a fault before a record, since a fault can be mended here and now. */
export function cardAt(
  document: TextDocument,
  parsed: ParsedDocument,
  offset: number,
  support: ClientSupport,
): Card | undefined {
  const fault = faultAt(parsed, offset);
  if (fault !== undefined) return { span: fault.span, markdown: bodyCard(fault, support) };
  const found = recordAt(parsed, offset);
  if (found !== undefined) {
    const { record, hotspot } = found;
    return {
      span: hotspot,
      markdown: recordCard(record, support, placeLine(document, parsed, record, support)),
    };
  }
  const header = headerAt(parsed, offset);
  if (header !== undefined)
    return { span: header.span, markdown: headerCard(header.facts, support, timeOf(header)) };
  const mention = statusLineAt(parsed, offset) ?? classNameAt(parsed, offset);
  return mention && { span: mention.span, markdown: mentionCard(mention, support) };
}

function timeOf({ facts, value, headers }: FoundHeader): Phrase | undefined {
  return headerTime(facts.name, value, findHeader(headers, "date")?.value.value);
}
