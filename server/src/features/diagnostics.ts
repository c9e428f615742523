import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Diagnostic } from "vscode-languageserver-types";
import { DiagnosticSeverity } from "vscode-languageserver-types";
import type { ClientSupport } from "../clientSupport.ts";
import type { DocumentFault, ParsedDocument } from "../documents/model.ts";
import { holdsRequests } from "../documents/parseDocument.ts";
import type { PredictedAnswer } from "../rules/model.ts";
import type { Settings } from "../settings.ts";
import type { Severity } from "../text/fault.ts";
import { shorten } from "./markdown.ts";
import { fillFor, toRange } from "./positions.ts";
import { recordDiagnostics } from "./recordDiagnostics.ts";
import { DIAGNOSTIC_SOURCE, referenceUri } from "./references.ts";
import { faultKind, faultTopic } from "./topics.ts";
import { say } from "./words.ts";

/** What is wrong in the document, in text order, at the severities that the settings give. */
export function getDiagnostics(
  document: TextDocument,
  parsed: ParsedDocument,
  settings: Settings,
  support: ClientSupport,
): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const fault of parsed.faults) {
    const severity = severityOf(fault, settings);
    if (severity !== "off") diagnostics.push(toDiagnostic(document, fault, severity, support));
  }
  if (settings.logs.problems) diagnostics.push(...recordDiagnostics(document, parsed, support));
  return diagnostics;
}

/** Whether documents of the language can have any, so that a long log need not be read to say that it has none. */
export function hasDiagnostics(languageId: string, settings: Settings): boolean {
  return holdsRequests(languageId) || settings.logs.problems;
}

/** The severity that the settings give the fault's code, else its own. */
export function severityOf(fault: DocumentFault, settings: Settings): Severity | "off" {
  return settings.rules[fault.code] ?? fault.severity;
}

function toDiagnostic(
  document: TextDocument,
  fault: DocumentFault,
  severity: Severity,
  support: ClientSupport,
): Diagnostic {
  const diagnostic: Diagnostic = {
    range: toRange(document, fault.span),
    severity: SEVERITIES[severity],
    code: fault.code,
    source: DIAGNOSTIC_SOURCE,
    message: messageOf(document, fault),
  };
  if (support.codeDescription && faultKind(fault.code) !== undefined) {
    diagnostic.codeDescription = { href: referenceUri(faultTopic(fault.code), support) };
  }
  if (support.relatedInformation && fault.related !== undefined) {
    diagnostic.relatedInformation = fault.related.map(({ span, message }) => ({
      location: { uri: document.uri, range: toRange(document, span) },
      message: fillFor(document, message),
    }));
  }
  return diagnostic;
}

/** The mistake in words, then what the server would answer. */
function messageOf(document: TextDocument, fault: DocumentFault): string {
  const mistake = fillFor(document, fault.message);
  return fault.answer === undefined ? mistake : `${mistake} ${answerSentence(fault.answer)}`;
}

/** `DreamFactory would answer 400: “No record(s) detected in request.”` */
function answerSentence({ status, message }: PredictedAnswer): string {
  const [first = message] = message.split(/(?<=\.)\s/);
  return say({
    text: "DreamFactory would answer {status}: “{message}”",
    args: { status, message: shorten(first, 120) },
  });
}

const SEVERITIES = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const satisfies Record<Severity, DiagnosticSeverity>;
