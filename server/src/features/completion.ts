import type { TextDocument } from "vscode-languageserver-textdocument";
import type { CompletionItem, Position } from "vscode-languageserver-types";
import { InsertTextFormat, MarkupKind } from "vscode-languageserver-types";
import type { ClientSupport } from "../clientSupport.ts";
import type { ParsedDocument } from "../documents/model.ts";
import { readDreamFactoryRequest } from "../rules/readDreamFactoryRequest.ts";
import { wantsRecords } from "../rules/wrappers.ts";
import type { Settings } from "../settings.ts";
import { headerOffers } from "./completion/headerOffers.ts";
import { type Offer, withoutTabStops } from "./completion/offer.ts";
import { isForDreamFactory } from "./completion/ours.ts";
import { type Place, placeAt } from "./completion/place.ts";
import { requestOffers, wrapperOffers } from "./completion/snippets.ts";
import { urlOffers } from "./completion/urlOffers.ts";
import { toPlainText } from "./markdown.ts";
import { toRange } from "./positions.ts";

/** The characters after which something of ours may follow. */
export const COMPLETION_TRIGGERS: readonly string[] = ["/", "?", "&"];

/**
 * What helps to write a request for DreamFactory, best first: headers, path segments, parameters, operators, wrapper,
 * whole requests. Nothing in requests for other hosts, and nothing in placeholders.
 */
export function getCompletions(
  document: TextDocument,
  parsed: ParsedDocument,
  position: Position,
  settings: Settings,
  support: ClientSupport,
): CompletionItem[] | undefined {
  if (parsed.requests === undefined) return undefined;
  const place = placeAt(parsed.requests.http, parsed.text, document.offsetAt(position));
  if (place === undefined) return undefined;
  const offers = offersAt(place, parsed, settings, support);
  return offers.length === 0
    ? undefined
    : offers.map((offer, index) => toItem(document, offer, index, support));
}

function offersAt(place: Place, parsed: ParsedDocument, { http }: Settings, support: ClientSupport): Offer[] {
  if (place.kind === "start") return requestOffers(place.typed);
  if (!isForDreamFactory(parsed, place.request, http.hosts)) return [];
  switch (place.kind) {
    case "header":
      return headerOffers(place, support);
    case "url":
      return urlOffers(place, parsed.requests?.variables);
    case "body": {
      const options = { hosts: http.hosts, variables: parsed.requests?.variables };
      const read = readDreamFactoryRequest(place.request, parsed.text, options);
      return read !== undefined && wantsRecords(read) ? wrapperOffers(place.typed) : [];
    }
  }
}

function toItem(
  document: TextDocument,
  { label, kind, detail, documentation, snippet, typed }: Offer,
  index: number,
  support: ClientSupport,
): CompletionItem {
  // An editor filters by the text that an item replaces, and people know the requests by either name.
  const replaced = document.getText(toRange(document, typed));
  const filter = replaced.startsWith("{")
    ? replaced
    : [label, detail].filter((part) => part !== undefined).join(" ");
  return {
    label,
    kind,
    ...(detail !== undefined && { detail }),
    ...(documentation !== undefined && {
      documentation: support.completionMarkdown
        ? { kind: MarkupKind.Markdown, value: documentation }
        : toPlainText(documentation),
    }),
    sortText: String(index).padStart(3, "0"),
    filterText: filter,
    insertTextFormat: support.snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: {
      range: toRange(document, typed),
      newText: support.snippets ? snippet : withoutTabStops(snippet),
    },
  };
}
