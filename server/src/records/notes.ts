import type { Phrase } from "../text/phrase.ts";
import type { ErrorRecord, Evidence } from "./model.ts";

/** What a reader should know about the record itself: how sure its class is, what was cut off, how odd numbers arise. */
export function notesOn(record: ErrorRecord, messageKnown: boolean, hasAdvice: boolean): Phrase[] {
  const notes: Phrase[] = [];
  if (record.confidence === "possible") {
    notes.push(UNSURE[record.evidence[0] ?? "code"] ?? { text: "Only its form speaks for DreamFactory." });
  }
  if (
    record.message !== undefined &&
    record.message.value !== "" &&
    !messageKnown &&
    record.inner === undefined
  ) {
    notes.push(
      hasAdvice
        ? { text: "This message is not in the catalog; causes and fixes are those of its class." }
        : { text: "This message is not in the catalog." },
    );
  }
  if (record.message?.value === "") {
    notes.push({ text: "The message is empty: the server blanks a message that is not valid UTF-8." });
  }
  const { code, status } = record;
  if (record.entries.length > 0 && record.exception === "BadRequestException") {
    notes.push({ text: "DreamFactory before 2.5 reports a failed batch as `BadRequestException`." });
  }
  if (typeof code?.value === "number" && code.value === 1000 && status?.value === 500) {
    notes.push({
      text: "DreamFactory before 4.10 answers a batch error with status 500, later versions with 400.",
    });
  } else if (
    code !== undefined &&
    status !== undefined &&
    code.value !== status.value &&
    code.value !== 1000
  ) {
    notes.push({
      text: "The code {code} differs from the status {status}; the status decides.",
      args: { code: code.value, status: status.value },
    });
  }
  if (record.truncatedAfter !== undefined) {
    notes.push({
      text: "The record is cut off after `{last}`; the rest of the text is not there.",
      args: { last: record.truncatedAfter },
    });
  }
  return notes;
}

/** What an unsure record is based on, by the evidence that decided its class. */
const UNSURE: Readonly<Partial<Record<Evidence, Phrase>>> = {
  "status-code": { text: "Only the status speaks for DreamFactory; other servers answer it too." },
  code: { text: "Only the code speaks for DreamFactory; other APIs use it too." },
  sqlstate: { text: "Only the database's text is known; other programs print it too." },
  "context-key": { text: "Only the `context` speaks for DreamFactory." },
  "known-message": { text: "Only the message speaks for DreamFactory; other programs say the same." },
};
