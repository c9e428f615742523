import type { TextDocument } from "vscode-languageserver-textdocument";
import type { CodeAction } from "vscode-languageserver-types";
import { CodeActionKind } from "vscode-languageserver-types";
import type { ClientSupport } from "../clientSupport.ts";
import type { JudgedBody, ParsedDocument } from "../documents/model.ts";
import { bodiesWithin } from "../documents/readRequests.ts";
import { formatJson } from "../json/format.ts";
import { repairAll } from "../json/repair.ts";
import type { TextToShow } from "../protocol.ts";
import { Command } from "../protocol.ts";
import { shiftSpans } from "../text/shiftSpans.ts";
import type { Span } from "../text/span.ts";
import { touches } from "../text/span.ts";
import { fillFor } from "./positions.ts";
import { getPredictedAnswer } from "./predictedAnswer.ts";
import { say } from "./words.ts";
import { toWorkspaceEdit } from "./workspaceEdit.ts";

/** `.http` files carry no indentation of their own to follow. */
const LAYOUT = { tabSize: 2, insertSpaces: true };

/** What can be done about the request under the cursor as a whole: see its answer, lay its body out, repair it. */
export function bodyActions(
  document: TextDocument,
  parsed: ParsedDocument,
  { start }: Span,
  support: ClientSupport,
): CodeAction[] {
  const body = bodiesWithin(parsed, { start, end: start }).find(({ part }) => touches(part.span, start));
  return [
    ...(body === undefined ? [] : repairBody(document, parsed, body, support)),
    ...(body === undefined ? [] : formatBody(document, parsed, body, support)),
    ...(support.commandLinks ? showAnswer(parsed, start) : []),
  ];
}

/** All repairs together, the unsure ones too: offered only where the editor shows them before they are made. */
function repairBody(
  document: TextDocument,
  { text }: ParsedDocument,
  { part, judgement }: JudgedBody,
  support: ClientSupport,
): CodeAction[] {
  if (judgement.verdict.code === 0 || !support.changeAnnotations || part.inDoubleQuotes) return [];
  const { start, end } = part.span;
  const { steps, edits, accepted } = shiftSpans(
    repairAll(text.slice(start, end), { masks: shiftSpans(part.masks, -start) }),
    start,
  );
  // What is safe throughout needs no preview: *Fix all safe problems* does it.
  if (!accepted || steps.every(({ safe }) => safe)) return [];
  const title = { text: "Repair body…" };
  const description = steps.map((step) => fillFor(document, step.title)).join(" · ");
  return [
    {
      title: say(title),
      kind: CodeActionKind.QuickFix,
      edit: toWorkspaceEdit(document, edits, support, { label: title, description }),
    },
  ];
}

function formatBody(
  document: TextDocument,
  { text }: ParsedDocument,
  { part }: JudgedBody,
  support: ClientSupport,
): CodeAction[] {
  const { start, end } = part.span;
  const local = formatJson(text.slice(start, end), { ...LAYOUT, masks: shiftSpans(part.masks, -start) });
  if (local.length === 0) return [];
  return [
    {
      title: say("Format body"),
      kind: CodeActionKind.RefactorRewrite,
      edit: toWorkspaceEdit(document, shiftSpans(local, start), support),
    },
  ];
}

function showAnswer(parsed: ParsedDocument, offset: number): CodeAction[] {
  const text = getPredictedAnswer(parsed, offset);
  if (text === undefined) return [];
  const title = say("What would DreamFactory answer?");
  const shown: TextToShow = { name: "answer.http", text };
  return [
    {
      title,
      kind: CodeActionKind.QuickFix,
      command: { title, command: Command.showText, arguments: [shown] },
    },
  ];
}
