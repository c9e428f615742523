import type { Explanation } from "../records/explain.ts";
import type { ErrorRecord } from "../records/model.ts";
import type { Phrase } from "../text/phrase.ts";
import { maskSecrets } from "../text/secrets.ts";
import { codeSpan, escapeMarkdown, fillMarkdown, toPlainText } from "./markdown.ts";
import { say } from "./words.ts";

/** An explanation as plain text to paste into a chat; secrets are masked. */
export function plainReport(record: ErrorRecord, explanation: Explanation): string {
  return reportLines(record, explanation, {
    heading: (title, name) => [title, name].filter((part) => part !== undefined).join(" · "),
    text: (text) => text,
    phrase: (phrase) => toPlainText(fillMarkdown(phrase)),
    item: (label, text) => `${label}: ${text}`,
  }).join("\n");
}

/** An explanation as Markdown to paste into an issue; secrets are masked. */
export function markdownReport(record: ErrorRecord, explanation: Explanation): string {
  return reportLines(record, explanation, {
    heading: (title, name) =>
      `**${escapeMarkdown(title)}**${name === undefined ? "" : ` · ${codeSpan(name)}`}`,
    text: codeSpan,
    phrase: fillMarkdown,
    item: (label, text) => `- **${label}:** ${text}`,
  }).join("\n");
}

/** How one dialect writes the parts of a report. */
interface Dialect {
  heading(title: string, className: string | undefined): string;
  text(documentText: string): string;
  phrase(phrase: Phrase): string;
  item(label: string, text: string): string;
}

function reportLines(record: ErrorRecord, explanation: Explanation, dialect: Dialect): string[] {
  const { title, className, message, causes, fixes, entries, notes } = explanation;
  const said = (text: string): string => dialect.text(maskSecrets(text.trim()));
  const [cause] = causes;
  const [fix] = fixes;
  return [
    dialect.heading(say(title), className),
    ...(message === undefined || message.trim() === "" ? [] : [dialect.item(say("Message"), said(message))]),
    ...entries.map(({ entry }) =>
      dialect.item(say({ text: "Record {index}", args: { index: entry.index } }), said(entry.message ?? "")),
    ),
    ...(record.request === undefined ? [] : [dialect.item(say("Request"), said(record.request.value))]),
    ...(record.time === undefined ? [] : [dialect.item(say("Time"), said(record.time.value))]),
    ...(cause === undefined ? [] : [dialect.item(say("Likely cause"), dialect.phrase(cause))]),
    ...(fix === undefined ? [] : [dialect.item(say("Fix"), dialect.phrase(fix))]),
    ...notes.map((note) => dialect.item(say("Note"), dialect.phrase(note))),
  ];
}
