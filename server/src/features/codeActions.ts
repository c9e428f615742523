import type { TextDocument } from "vscode-languageserver-textdocument";
import type { CodeAction, CodeActionContext, Diagnostic, Range } from "vscode-languageserver-types";
import { CodeActionKind } from "vscode-languageserver-types";
import type { ClientSupport } from "../clientSupport.ts";
import type { DocumentFault, ParsedDocument } from "../documents/model.ts";
import { bodiesWithin } from "../documents/readRequests.ts";
import { suppressionEdit } from "../documents/suppressions.ts";
import { Command } from "../protocol.ts";
import type { Settings } from "../settings.ts";
import type { Edit } from "../text/edit.ts";
import type { Repair } from "../text/fault.ts";
import type { Phrase } from "../text/phrase.ts";
import type { Span } from "../text/span.ts";
import { overlaps } from "../text/span.ts";
import type { ReadDocument } from "./answeredRequest.ts";
import { bodyActions } from "./bodyActions.ts";
import { severityOf } from "./diagnostics.ts";
import { fixesOfBody, fixesOfDocument, fixesOfKind } from "./fixAll.ts";
import { fillFor, toSpan } from "./positions.ts";
import { recordActions } from "./recordActions.ts";
import { DIAGNOSTIC_SOURCE } from "./references.ts";
import { faultKind, faultTopic } from "./topics.ts";
import { say } from "./words.ts";
import { toWorkspaceEdit } from "./workspaceEdit.ts";

/** The kind under which an editor asks for all safe fixes, on save for instance. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.dreamfactory`;

/** The part of an LSP code action request that is not the document. */
export interface CodeActionRequest {
  readonly range: Range;
  readonly context: CodeActionContext;
}

/**
 * What can be done about the faults in the range, in this order: mend this, mend all of its kind, mend the body,
 * ignore, read about it. Then what can be done about the whole body, and about a recognized error there; a kept response
 * changes the request in one of the `others`.
 */
export function getCodeActions(
  document: TextDocument,
  parsed: ParsedDocument,
  { range, context }: CodeActionRequest,
  settings: Settings,
  support: ClientSupport,
  others: readonly ReadDocument[] = [],
): CodeAction[] {
  const faults = parsed.faults.filter((fault) => severityOf(fault, settings) !== "off");
  const edited = (
    kind: string,
    title: Phrase,
    edits: readonly Edit[],
    fault?: DocumentFault,
  ): CodeAction => ({
    title: fillFor(document, title),
    kind,
    edit: toWorkspaceEdit(document, edits, support),
    ...(fault && { diagnostics: diagnosticsOf(fault, document, context.diagnostics) }),
  });

  // Only when asked for by name: it belongs to saving, not to the menu on every squiggle.
  if (context.only?.some((kind) => FIX_ALL === kind || FIX_ALL.startsWith(`${kind}.`))) {
    const edits = fixesOfDocument(parsed, faults);
    return edits.length === 0 ? [] : [edited(FIX_ALL, { text: "Fix all safe problems in this file" }, edits)];
  }
  if (context.only?.every((kind) => kind !== CodeActionKind.QuickFix)) return [];

  const span = toSpan(document, range);
  // A notice, such as that of faults left out, has no kind and nothing to be done about it.
  const here = faults.filter((fault) => overlaps(fault.span, span) && faultKind(fault.code) !== undefined);
  const quickFix = (title: Phrase, edits: readonly Edit[], fault?: DocumentFault): CodeAction =>
    edited(CodeActionKind.QuickFix, title, edits, fault);

  return [
    ...here.flatMap((fault) =>
      fault.repairs
        .filter((repair) => repair.safe || repair.preferred || support.changeAnnotations)
        .map((repair) => ({
          ...quickFix(repair.title, repair.edits, fault),
          ...(repair.safe
            ? {}
            : { edit: toWorkspaceEdit(document, repair.edits, support, { label: repair.title }) }),
          isPreferred: repair.preferred,
        })),
    ),
    ...allOfKind(parsed, here, faults).map(({ title, edits }) => quickFix(title, edits)),
    ...wholeBodies(parsed, here, faults, span).map((edits) =>
      quickFix({ text: "Fix all safe problems in this body" }, edits),
    ),
    ...(settings.codeActions.suppress ? here : []).map((fault) =>
      quickFix(
        { text: "Ignore {code} on this line", args: { code: fault.code } },
        [suppressionEdit(parsed.text, fault)],
        fault,
      ),
    ),
    ...(support.commandLinks && settings.codeActions.showDocumentation
      ? codesOf(here).map(showReference)
      : []),
    ...bodyActions(document, parsed, span, support),
    ...recordActions(document, parsed, span, settings, support, others),
  ];
}

/** For each kind under the cursor that occurs more than once: the edits that mend every one of it. */
function allOfKind(
  parsed: ParsedDocument,
  here: readonly DocumentFault[],
  faults: readonly DocumentFault[],
): Pick<Repair, "title" | "edits">[] {
  return codesOf(here).flatMap((code) => {
    const title = faultKind(code)?.fixAllTitle;
    const all = faults.filter((fault) => fault.code === code);
    if (title === undefined || all.length < 2) return [];
    const edits = fixesOfKind(parsed, code, all);
    return edits.length === 0 ? [] : [{ title: { text: title }, edits }];
  });
}

/** For each body under the cursor with several faults: the edits that make the server accept it. */
function wholeBodies(
  parsed: ParsedDocument,
  here: readonly DocumentFault[],
  faults: readonly DocumentFault[],
  span: Span,
): readonly Edit[][] {
  if (here.length === 0) return [];
  return bodiesWithin(parsed, span)
    .filter(({ part }) => here.some((fault) => overlaps(part.span, fault.span)))
    .map((body) => ({ body, inBody: faults.filter((fault) => overlaps(body.part.span, fault.span)) }))
    .filter(({ inBody }) => inBody.length > 1)
    .map(({ body, inBody }) => fixesOfBody(parsed, body, inBody))
    .filter((edits) => edits.length > 0);
}

function showReference(code: string): CodeAction {
  const title = say({ text: "Show reference for {code}", args: { code } });
  return {
    title,
    kind: CodeActionKind.QuickFix,
    command: { title, command: Command.openReference, arguments: [faultTopic(code)] },
  };
}

function codesOf(faults: readonly DocumentFault[]): string[] {
  return [...new Set(faults.map((fault) => fault.code))];
}

function diagnosticsOf(
  fault: DocumentFault,
  document: TextDocument,
  all: readonly Diagnostic[],
): Diagnostic[] {
  return all.filter(
    ({ source, code, range }) =>
      source === DIAGNOSTIC_SOURCE &&
      code === fault.code &&
      document.offsetAt(range.start) === fault.span.start &&
      document.offsetAt(range.end) === fault.span.end,
  );
}
