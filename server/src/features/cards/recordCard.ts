import type { ClientSupport } from "../../clientSupport.ts";
import { Command } from "../../protocol.ts";
import type { ExplainedEntry, Explanation } from "../../records/explain.ts";
import { explainRecord } from "../../records/explain.ts";
import type { ErrorRecord } from "../../records/model.ts";
import { maskSecrets } from "../../text/secrets.ts";
import { codeSpan, commandLink, escapeMarkdown, fillMarkdown, shorten } from "../markdown.ts";
import { recordTopics } from "../recordTopics.ts";
import { referenceLink } from "../references.ts";
import { plainReport } from "../report.ts";
import { say } from "../words.ts";

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
    shown.length > 1
      ? `**${say("Likely causes")}**\n${shown.map((each) => `- ${each}`).join("\n")}`
      : shown[0];
  return [
    said || cause === undefined
      ? undefined
      : shown.length > 1
        ? cause
        : `**${say("Likely cause")}** – ${cause}`,
    fix && `**${say("Fix")}** – ${fillMarkdown(fix)}`,
  ];
}

function headline(record: ErrorRecord, { title, className, message }: Explanation): string {
  const name = className === undefined ? "" : ` · ${codeSpan(className)}`;
  const code = record.code?.value ?? 1000;
  const batch =
    record.exception === "BatchException" ? ` (${say({ text: "code {code}", args: { code } })})` : "";
  const strong = `**${escapeMarkdown(say(title))}**`;
  const unsure =
    record.confidence === "possible" ? say({ text: "Looks like {title}", args: { title: strong } }) : strong;
  const first = `${unsure}${name}${batch}`;
  return message === undefined || message.trim() === ""
    ? first
    : `${first}  \n${escapeMarkdown(shorten(maskSecrets(message.trim()), MAX_MESSAGE))}`;
}

function entryLines(entries: readonly ExplainedEntry[]): (string | undefined)[] {
  const lines = entries.slice(0, MAX_ENTRIES).map(({ entry, advice: found }) => {
    const said = escapeMarkdown(shorten(maskSecrets(entry.message ?? ""), 120));
    const record = say({ text: "Record {index}", args: { index: entry.index } });
    return `- ${record}${said === "" ? "" : `: ${said}`}${found === undefined ? "" : ` – ${fillMarkdown(found.cause)}`}`;
  });
  if (entries.length > MAX_ENTRIES) {
    lines.push(`- ${say({ text: "and {count} more", args: { count: entries.length - MAX_ENTRIES } })}`);
  }
  return lines.length === 0 ? [] : [lines.join("\n")];
}

function links(record: ErrorRecord, explanation: Explanation, support: ClientSupport): string {
  const topics = recordTopics(record, explanation);
  const [exact] = topics;
  const ofClass = topics.find((topic) => !topic.startsWith("message/"));
  const found = [
    ofClass && referenceLink(say("Reference"), ofClass, support),
    exact !== undefined && exact !== ofClass && support.commandLinks
      ? referenceLink(say("This message"), exact, support)
      : undefined,
    support.commandLinks
      ? commandLink(say("Copy"), Command.copyText, plainReport(record, explanation))
      : undefined,
  ];
  return found.filter((link) => link !== undefined).join(" · ");
}
