import type { TextDocument } from "vscode-languageserver-textdocument";
import type { DocumentSymbol } from "vscode-languageserver-types";
import { SymbolKind } from "vscode-languageserver-types";
import { getStatus } from "../../catalog/statuses.ts";
import type { ParsedDocument } from "../../documents/model.ts";
import type {
  HttpBlock,
  HttpBody,
  HttpBodyKind,
  HttpDocument,
  HttpRequest,
  HttpResponse,
  HttpVariable,
} from "../../http/model.ts";
import type { Phrase } from "../../text/phrase.ts";
import { verbatim } from "../../text/phrase.ts";
import type { Span } from "../../text/span.ts";
import { toLabel } from "../labels.ts";
import { toRange } from "../positions.ts";
import { recordsWithin } from "../recordsWithin.ts";
import { requestLabel, requestTitle } from "../requestLabel.ts";
import { say } from "../words.ts";
import { omittedSymbol, outlineRecords } from "./recordSymbols.ts";

const MAX_BLOCKS = 5_000;

/** Requests in text order; below each its body and its responses, below those the errors in them. */
export function outlineRequests(
  document: TextDocument,
  { blocks }: HttpDocument,
  parsed: ParsedDocument,
): DocumentSymbol[] {
  const symbols = blocks
    .slice(0, MAX_BLOCKS)
    .flatMap((block) => [
      ...block.variables.map((variable) => variableSymbol(document, variable)),
      ...(block.requests.length === 0
        ? responsesOf(document, block, undefined, parsed)
        : block.requests.map((request) => requestSymbol(document, block, request, parsed))),
    ]);
  const next = blocks[MAX_BLOCKS];
  if (next === undefined) return symbols;
  const name = { text: "… {count} more requests", args: { count: blocks.length - MAX_BLOCKS } };
  return [...symbols, omittedSymbol(document, next.span, name)];
}

function requestSymbol(
  document: TextDocument,
  block: HttpBlock,
  request: HttpRequest,
  parsed: ParsedDocument,
): DocumentSymbol {
  const title = requestTitle(block, request);
  const label = requestLabel(request);
  const last = block.responses.findLast((response) => response.request === request);
  const span = {
    start: block.requests.length === 1 ? block.span.start : request.span.start,
    end: Math.max(request.span.end, last?.span.end ?? 0),
  };
  const children = [
    ...(request.body === undefined ? [] : [bodySymbol(document, request.body, parsed)]),
    ...responsesOf(document, block, request, parsed),
  ];
  return {
    name: title ?? label,
    ...(title !== undefined && { detail: label }),
    kind: SymbolKind.Method,
    range: toRange(document, span),
    selectionRange: toRange(document, { start: request.method.span.start, end: request.target.span.end }),
    children,
  };
}

function bodySymbol(
  document: TextDocument,
  { span, kind }: HttpBody,
  parsed: ParsedDocument,
): DocumentSymbol {
  return {
    name: say("Body"),
    detail: say(BODY_KINDS[kind]),
    kind: SymbolKind.Object,
    range: toRange(document, span),
    selectionRange: toRange(document, { start: span.start, end: span.start }),
    children: outlineRecords(document, recordsInside(parsed, span)),
  };
}

const BODY_KINDS: Readonly<Record<HttpBodyKind, Phrase>> = {
  json: verbatim("json"),
  ndjson: verbatim("ndjson"),
  form: { text: "form" },
  multipart: verbatim("multipart"),
  graphql: verbatim("graphql"),
  xml: verbatim("xml"),
  file: { text: "file" },
  placeholder: { text: "variable" },
  text: { text: "text" },
};

function responsesOf(
  document: TextDocument,
  { responses }: HttpBlock,
  request: HttpRequest | undefined,
  parsed: ParsedDocument,
): DocumentSymbol[] {
  return responses
    .filter((response) => response.request === request)
    .map((response) => responseSymbol(document, response, parsed));
}

function responseSymbol(
  document: TextDocument,
  { span, status, statusLine }: HttpResponse,
  parsed: ParsedDocument,
): DocumentSymbol {
  return {
    name: `${status.value} ${getStatus(status.value)?.phrase ?? ""}`.trim(),
    detail: say("Response"),
    kind: SymbolKind.Interface,
    range: toRange(document, span),
    selectionRange: toRange(document, statusLine),
    children: outlineRecords(document, recordsInside(parsed, span)),
  };
}

function variableSymbol(document: TextDocument, { span, name, value }: HttpVariable): DocumentSymbol {
  return {
    name: toLabel(`@${name.value}`, 60),
    detail: toLabel(`${name.value} = ${value.value}`, 80).slice(name.value.length + 3),
    kind: SymbolKind.Variable,
    range: toRange(document, span),
    selectionRange: toRange(document, name.span),
  };
}

function recordsInside(parsed: ParsedDocument, span: Span) {
  return recordsWithin(parsed, span).filter(
    (record) => record.span.start >= span.start && record.span.start < span.end,
  );
}
