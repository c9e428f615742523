import { explainRecord } from "../../records/explain.ts";
import type { ErrorRecord } from "../../records/model.ts";
import { maskSecrets } from "../../text/secrets.ts";
import { codeSpan, escapeMarkdown, fillMarkdown, shorten } from "../markdown.ts";
import { recordTopics } from "../recordTopics.ts";
import { say } from "../words.ts";
import { bulletList, joinParts, pageLink, section, table } from "./page.ts";

/** Who pastes a whole log wants another tool. */
const MAX_RECORDS = 20;
const MAX_ENTRIES = 50;
const LONGEST_MESSAGE = 2_000;

/** A page about errors that were found in a text; it lies at the top of the reference. */
export function explanationPage(records: readonly ErrorRecord[]): string {
  const shown = records.slice(0, MAX_RECORDS);
  const omitted = records.length - shown.length;
  const parts = shown.map(recordPart);
  return joinParts(
    ...parts,
    omitted === 0 ? undefined : `*${say({ text: "… {count} more errors", args: { count: omitted } })}*`,
  );
}

function recordPart(record: ErrorRecord): string {
  const explanation = explainRecord(record);
  const { title, className, message, causes, fixes, entries, notes } = explanation;
  return joinParts(
    `# ${escapeMarkdown(say(title))}`,
    className === undefined ? undefined : `**${codeSpan(className)}**`,
    message === undefined || message.trim() === "" ? undefined : `> ${said(message)}`,
    entries.length === 0
      ? undefined
      : table(
          [say("Record"), say("Message")],
          entries.slice(0, MAX_ENTRIES).map(({ entry }) => [String(entry.index), said(entry.message ?? "")]),
        ),
    section("Likely causes", bulletList(causes.map(fillMarkdown))),
    section("What to do", bulletList(fixes.map(fillMarkdown))),
    ...notes.map((note) => `*${fillMarkdown(note)}*`),
    `**${say("See also:")}** ${recordTopics(record, explanation).map(topicLink).join(" · ")}`,
  ).trimEnd();
}

function said(text: string): string {
  return escapeMarkdown(shorten(maskSecrets(text.trim()), LONGEST_MESSAGE));
}

function topicLink(topic: string): string {
  return pageLink(codeSpan(topic.slice(topic.indexOf("/") + 1)), topic, "top");
}
