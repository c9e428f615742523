import type { ClientSupport } from "../clientSupport.ts";
import { Command } from "../protocol.ts";
import { commandLink } from "./markdown.ts";

/** The name under which our diagnostics appear. */
export const DIAGNOSTIC_SOURCE = "DreamFactory";

const OFFICIAL_PAGE = "https://wiki.dreamfactory.com/Error_Codes";

/** Where an editor goes for a topic: our offline page if it can run commands, else the official page. */
export function referenceUri(topic: string, support: ClientSupport): string {
  if (!support.commandLinks) return OFFICIAL_PAGE;
  return `command:${Command.openReference}?${encodeURIComponent(JSON.stringify([topic]))}`;
}

/** A Markdown link to the page of a topic; `label` is Markdown already. */
export function referenceLink(label: string, topic: string, support: ClientSupport): string {
  return support.commandLinks
    ? commandLink(label, Command.openReference, topic)
    : `[${label}](${OFFICIAL_PAGE})`;
}
