import type { TextDocument } from "vscode-languageserver-textdocument";
import type { CodeLens } from "vscode-languageserver-types";
import type { ClientSupport } from "../clientSupport.ts";
import type { DocumentFault, ParsedDocument } from "../documents/model.ts";
import type { HttpBlock, HttpRequest, HttpResponse } from "../http/model.ts";
import type { TextToShow } from "../protocol.ts";
import { Command } from "../protocol.ts";
import { repairsForError } from "../rules/answerRepairs.ts";
import type { Settings } from "../settings.ts";
import { firstIndex } from "../text/firstIndex.ts";
import type { Phrase } from "../text/phrase.ts";
import type { Span } from "../text/span.ts";
import { encloses } from "../text/span.ts";
import { severityOf } from "./diagnostics.ts";
import { fixesOfRequest } from "./fixAll.ts";
import { toRange } from "./positions.ts";
import { getPredictedAnswer } from "./predictedAnswer.ts";
import { recordsWithin } from "./recordsWithin.ts";
import { say } from "./words.ts";
import { toWorkspaceEdit } from "./workspaceEdit.ts";

/** A file with more than that is generated, and nobody mends it by hand. */
const MAX_LENSES = 500;

/**
 * What can be done at once about a request, above it: mend it, see how it would be answered. Above a failing response:
 * mend the request that it answers. Where nothing can be done stands nothing.
 */
export function getCodeLenses(
  document: TextDocument,
  parsed: ParsedDocument,
  settings: Settings,
  support: ClientSupport,
): CodeLens[] {
  const blocks = parsed.requests?.http.blocks;
  if (blocks === undefined || !settings.codeLens.enabled || !support.commandLinks) return [];
  const faults = parsed.faults.filter((fault) => severityOf(fault, settings) !== "off");
  const lenses: CodeLens[] = [];
  for (const block of blocks) {
    lenses.push(...blockLenses({ document, parsed, support }, block, within(faults, block.span)));
    if (lenses.length >= MAX_LENSES) break;
  }
  return lenses.slice(0, MAX_LENSES);
}

interface Surroundings {
  readonly document: TextDocument;
  readonly parsed: ParsedDocument;
  readonly support: ClientSupport;
}

function blockLenses(
  around: Surroundings,
  { requests, responses }: HttpBlock,
  faults: readonly DocumentFault[],
): CodeLens[] {
  const faulty = faults.length === 0 ? [] : requests;
  // Nobody asks for a guess where the real answer stands.
  const isAnswered = (request: HttpRequest) => responses.some((response) => response.request === request);
  return [
    ...faulty.flatMap((request) => {
      const inRequest = within(faults, request.span);
      return [
        ...fixLens(around, request, inRequest),
        ...(inRequest.length === 0 || isAnswered(request) ? [] : answerLens(around, request)),
      ];
    }),
    ...responses.flatMap((response) => responseLenses(around, response)),
  ];
}

function fixLens(
  { document, parsed, support }: Surroundings,
  { span }: HttpRequest,
  faults: readonly DocumentFault[],
): CodeLens[] {
  const count = faults.filter(({ repairs }) => repairs.some(({ safe }) => safe)).length;
  const edits = count === 0 ? [] : fixesOfRequest(parsed, span, faults);
  if (edits.length === 0) return [];
  const title = count === 1 ? { text: "Fix 1 problem" } : { text: "Fix {count} problems", args: { count } };
  return [lensAt(document, span)(title, Command.applyEdit, toWorkspaceEdit(document, edits, support))];
}

function answerLens({ document, parsed }: Surroundings, { span }: HttpRequest): CodeLens[] {
  const text = getPredictedAnswer(parsed, span.start);
  if (text === undefined) return [];
  const shown: TextToShow = { name: "answer.http", text };
  return [lensAt(document, span)({ text: "What would DreamFactory answer?" }, Command.showText, shown)];
}

function responseLenses(
  { document, parsed, support }: Surroundings,
  { request, span, statusLine }: HttpResponse,
): CodeLens[] {
  const [record] = recordsWithin(parsed, span);
  if (request === undefined || record === undefined || !encloses(span, record.span)) return [];
  const repair = repairsForError(record, request, parsed.text).find(({ preferred }) => preferred);
  if (repair === undefined) return [];
  const { title, edits, safe } = repair;
  const edit = toWorkspaceEdit(document, edits, support, safe ? undefined : { label: title });
  return [lensAt(document, statusLine)({ text: "Mend the request" }, Command.applyEdit, edit)];
}

function lensAt(document: TextDocument, { start }: Span) {
  const range = toRange(document, { start, end: start });
  return (title: Phrase, command: string, argument: unknown): CodeLens => ({
    range,
    command: { title: say(title), command, arguments: [argument] },
  });
}

/** Faults stand in text order. */
function within(faults: readonly DocumentFault[], { start, end }: Span): readonly DocumentFault[] {
  const first = firstIndex(faults, ({ span }) => span.start >= start);
  return faults
    .slice(
      first,
      firstIndex(faults, ({ span }) => span.start > end),
    )
    .filter(({ span }) => span.end <= end);
}
