import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Diagnostic } from "vscode-languageserver-types";
import { DiagnosticSeverity } from "vscode-languageserver-types";
import type { ClientSupport } from "../clientSupport.ts";
import type { ParsedDocument } from "../documents/model.ts";
import { explainRecord } from "../records/explain.ts";
import type { ErrorRecord } from "../records/model.ts";
import { maskSecrets } from "../text/secrets.ts";
import { shorten } from "./markdown.ts";
import { toRange } from "./positions.ts";
import { recordTopics } from "./recordTopics.ts";
import { DIAGNOSTIC_SOURCE, referenceUri } from "./references.ts";
import { say } from "./words.ts";

/** An editor shows no more per file; the hover explains every record all the same. */
const MAX_LISTED = 1000;

/** Recognized errors as information, for people who want them among the problems. */
export function recordDiagnostics(
  document: TextDocument,
  { records }: ParsedDocument,
  support: ClientSupport,
): Diagnostic[] {
  return records.slice(0, MAX_LISTED).map((record) => toDiagnostic(document, record, support));
}

function toDiagnostic(document: TextDocument, record: ErrorRecord, support: ClientSupport): Diagnostic {
  const explanation = explainRecord(record);
  const [topic = "envelope"] = recordTopics(record, explanation);
  const said = shorten(maskSecrets(explanation.message ?? ""), 200);
  return {
    range: toRange(document, record.message?.span ?? record.hotspots[0] ?? record.span),
    severity: DiagnosticSeverity.Information,
    code: explanation.className ?? "error",
    source: DIAGNOSTIC_SOURCE,
    message: [say(explanation.title), said].filter((part) => part !== "").join(": "),
    ...(support.codeDescription ? { codeDescription: { href: referenceUri(topic, support) } } : {}),
  };
}
