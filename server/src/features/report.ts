import type { Explanation } from "../records/explain.ts";
import type { ErrorRecord } from "../records/model.ts";
import { fillPhrase } from "../text/phrase.ts";
import { maskSecrets } from "../text/secrets.ts";
import { toPlainText } from "./markdown.ts";

/** An explanation as plain text to paste into a chat or an issue; secrets are masked. */
export function plainReport(record: ErrorRecord, explanation: Explanation): string {
  const { title, className, message, causes, fixes, entries, notes } = explanation;
  const [cause] = causes;
  const [fix] = fixes;
  const lines = [
    [fillPhrase(title), className].filter((part) => part !== undefined).join(" · "),
    message && maskSecrets(message),
    ...entries.map(({ entry }) => `Record ${entry.index}: ${maskSecrets(entry.message ?? "")}`),
    record.request && `Request: ${maskSecrets(record.request.value)}`,
    record.time && `Time: ${record.time.value}`,
    cause && `Likely cause: ${toPlainText(fillPhrase(cause))}`,
    fix && `Fix: ${toPlainText(fillPhrase(fix))}`,
    ...notes.map((note) => toPlainText(fillPhrase(note))),
  ];
  return lines.filter((line) => line !== undefined && line !== "").join("\n");
}
