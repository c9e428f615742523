import type { ClientSupport } from "../../clientSupport.ts";
import { Command } from "../../protocol.ts";
import type { ExplainedEntry, Explanation } from "../../records/explain.ts";
import { explainRecord } from "../../records/explain.ts";
import type { ErrorRecord } from "../../records/model.ts";
import { fillPhrase } from "../../text/phrase.ts";
import { maskSecrets } from "../../text/secrets.ts";
import { codeSpan, commandLink, escapeMarkdown, fillMarkdown, shorten } from "../markdown.ts";
import { recordTopics } from "../recordTopics.ts";
import { referenceLink } from "../references.ts";
import { plainReport } from "../report.ts";

const MAX_MESSAGE = 300;
const MAX_ENTRIES = 5;
const MAX_CAUSES = 3;

/**
 * Explains one record in at most twelve lines: what, here, why, fix, more. `place` is Markdown on where it stands among
 * others.
 */
export function recordCard(record: ErrorRecord, support: ClientSupport, place?: string): string {
  const explanation = explainRecord(record);
  const parts = [
    headline(record, explanation),
    ...entryLines(explanation.entries),
    ...advice(explanation),
    ...explanation.notes.map((note) => `*${fillMarkdown(note)}*`),
  ];
  const more = [place, links(record, explanation, support)].filter((line) => line !== undefined);
  return [...parts.filter((part) => part !== undefined), "---", more.join("  \n")].join("\n\n");
}

/** The one cause and fix of this message, or the commonest of its class. */
function advice({ exact, causes, fixes, entries }: Explanation): (string | undefined)[] {
  const [fix] = fixes;
  const shown = causes.slice(0, exact ? 1 : MAX_CAUSES).map(fillMarkdown);
  // A failing record that explains itself needs no second sentence for the whole batch.
  const said = entries.some((entry) => entry.advice !== undefined);
  const cause =
    shown.length > 1 ? `**Likely causes**\n${shown.map((each) => `- ${each}`).join("\n")}` : shown[0];
  return [
    said || cause === undefined ? undefined : shown.length > 1 ? cause : `**Likely cause** – ${cause}`,
    fix && `**Fix** – ${fillMarkdown(fix)}`,
  ];
}

function headline(record: ErrorRecord, { title, className, message }: Explanation): string {
  const unsure = record.confidence === "possible" ? "Looks like " : "";
  const name = className === undefined ? "" : ` · ${codeSpan(className)}`;
  const code = record.exception === "BatchException" ? ` (code ${record.code?.value ?? 1000})` : "";
  const first = `${unsure}**${escapeMarkdown(fillPhrase(title))}**${name}${code}`;
  return message === undefined || message.trim() === ""
    ? first
    : `${first}  \n${escapeMarkdown(shorten(maskSecrets(message.trim()), MAX_MESSAGE))}`;
}

function entryLines(entries: readonly ExplainedEntry[]): (string | undefined)[] {
  const lines = entries.slice(0, MAX_ENTRIES).map(({ entry, advice: found }) => {
    const said = escapeMarkdown(shorten(maskSecrets(entry.message ?? ""), 120));
    return `- Record ${entry.index}${said === "" ? "" : `: ${said}`}${found === undefined ? "" : ` – ${fillMarkdown(found.cause)}`}`;
  });
  if (entries.length > MAX_ENTRIES) lines.push(`- and ${entries.length - MAX_ENTRIES} more`);
  return lines.length === 0 ? [] : [lines.join("\n")];
}

function links(record: ErrorRecord, explanation: Explanation, support: ClientSupport): string {
  const topics = recordTopics(record, explanation);
  const [exact] = topics;
  const ofClass = topics.find((topic) => !topic.startsWith("message/"));
  const found = [
    ofClass && referenceLink("Reference", ofClass, support),
    exact !== undefined && exact !== ofClass && support.commandLinks
      ? referenceLink("This message", exact, support)
      : undefined,
    support.commandLinks
      ? commandLink("Copy", Command.copyText, plainReport(record, explanation))
      : undefined,
  ];
  return found.filter((link) => link !== undefined).join(" · ");
}
