import type { TextDocument } from "vscode-languageserver-textdocument";
import type { CodeAction } from "vscode-languageserver-types";
import { CodeActionKind } from "vscode-languageserver-types";
import { URI, Utils } from "vscode-uri";
import type { ClientSupport } from "../clientSupport.ts";
import type { ParsedDocument } from "../documents/model.ts";
import type { TextToShow } from "../protocol.ts";
import { Command } from "../protocol.ts";
import { explainRecord } from "../records/explain.ts";
import type { ErrorRecord } from "../records/model.ts";
import { repairsForError } from "../rules/answerRepairs.ts";
import type { Settings } from "../settings.ts";
import type { Phrase } from "../text/phrase.ts";
import type { Span } from "../text/span.ts";
import { answeredRequest, type ReadDocument } from "./answeredRequest.ts";
import { recordDocument } from "./openRecord.ts";
import { fillFor } from "./positions.ts";
import { recordsWithin } from "./recordsWithin.ts";
import { recordTopics } from "./recordTopics.ts";
import { markdownReport, plainReport } from "./report.ts";
import { say } from "./words.ts";
import { toWorkspaceEdit } from "./workspaceEdit.ts";

/**
 * What can be done about the recognized error in the range: change the request that it answers, copy what it means,
 * read about it.
 */
export function recordActions(
  document: TextDocument,
  parsed: ParsedDocument,
  span: Span,
  settings: Settings,
  support: ClientSupport,
  others: readonly ReadDocument[],
): CodeAction[] {
  const [record] = recordsWithin(parsed, span);
  if (record === undefined) return [];
  return [
    ...requestRepairs({ document, parsed }, record, support, others),
    ...(support.commandLinks ? commands(record, parsed.text, settings) : []),
  ];
}

function requestRepairs(
  here: ReadDocument,
  record: ErrorRecord,
  support: ClientSupport,
  others: readonly ReadDocument[],
): CodeAction[] {
  const answered = answeredRequest(here, record, others);
  if (answered === undefined) return [];
  const { document, parsed, request } = answered;
  const inFront = (fix: string): Phrase =>
    document === here.document
      ? { text: "In the request above: {fix}", args: { fix } }
      : { text: "In {file}: {fix}", args: { file: Utils.basename(URI.parse(document.uri)), fix } };
  return repairsForError(record, request, parsed.text).map(({ title, edits, safe, preferred }) => ({
    title: say(inFront(fillFor(document, title))),
    kind: CodeActionKind.QuickFix,
    isPreferred: preferred,
    edit: toWorkspaceEdit(document, edits, support, safe ? undefined : { label: title }),
  }));
}

function commands(record: ErrorRecord, text: string, { codeActions }: Settings): CodeAction[] {
  const explanation = explainRecord(record);
  const [topic] = recordTopics(record, explanation);
  return [
    command(say("Copy explanation"), Command.copyText, plainReport(record, explanation)),
    command(say("Copy explanation as Markdown"), Command.copyText, markdownReport(record, explanation)),
    command(say("Open as JSON"), Command.showText, recordDocument(record, text)),
    ...(topic === undefined || !codeActions.showDocumentation
      ? []
      : [command(say("Show reference for this error"), Command.openReference, topic)]),
  ];
}

function command(title: string, name: string, argument: string | TextToShow): CodeAction {
  return { title, kind: CodeActionKind.QuickFix, command: { title, command: name, arguments: [argument] } };
}
