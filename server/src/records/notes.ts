import type { Phrase } from "../text/phrase.ts";
import type { ErrorRecord, Evidence } from "./model.ts";

/** What a reader should know about the record itself: how sure its class is, what was cut off, how odd numbers arise. */
export function notesOn(record: ErrorRecord, messageKnown: boolean): Phrase[] {
  const notes: Phrase[] = [];
  if (record.confidence === "possible") {
    const [decisive] = record.evidence;
    notes.push({
      text: "It only looks like a DreamFactory error: {evidence}.",
      args: { evidence: decisive === undefined ? "nothing proves it" : EVIDENCE[decisive] },
    });
  }
  if (
    record.message !== undefined &&
    record.message.value !== "" &&
    !messageKnown &&
    record.inner === undefined
  ) {
    notes.push({ text: "This message is not in the catalog; causes and fixes are those of its class." });
  }
  if (record.message?.value === "") {
    notes.push({ text: "The message is empty: the server blanks a message that is not valid UTF-8." });
  }
  const { code, status } = record;
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

const EVIDENCE: Readonly<Record<Evidence, string>> = {
  "class-name": "the class is named",
  "known-message": "the message is one of DreamFactory's",
  "batch-code": "code 1000 marks a batch",
  "batch-context": "the context lists failing records",
  "status-code": "only `status_code` is known",
  code: "only the code is known",
  "context-key": "it has a `context`",
  entities: "its message holds HTML entities",
  sqlstate: "the code is a SQLSTATE",
  trace: "it has DreamFactory's stack trace",
  "generation-1": "it has the shape of version 1",
  "rest-exception-line": "the log line is DreamFactory's",
  "log-channel": "the log is DreamFactory's",
  "request-path": "the request path is DreamFactory's",
  setting: "the setting `dreamfactoryErrors.claim` says so",
};
