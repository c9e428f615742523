import type { TextDocument } from "vscode-languageserver-textdocument";
import type { FoldingRange } from "vscode-languageserver-types";
import type { ClientSupport } from "../clientSupport.ts";
import type { ParsedDocument } from "../documents/model.ts";
import type { HttpBlock } from "../http/model.ts";
import type { ErrorRecord } from "../records/model.ts";
import type { Span } from "../text/span.ts";

/** Editors that name no limit keep about as many. */
const DEFAULT_LIMIT = 5_000;

/**
 * What can be folded away, whole lines each: requests, bodies and responses, or the records of a log and their stack
 * traces. `undefined` leaves the document to the editor's own ways.
 */
export function getFoldingRanges(
  document: TextDocument,
  parsed: ParsedDocument,
  support: ClientSupport,
): FoldingRange[] | undefined {
  // JSON has folding of its own in every editor; a second opinion on the same lines only gets in its way.
  if (parsed.languageId.startsWith("json")) return undefined;
  const spans = parsed.requests?.http.blocks.flatMap(spansOfBlock) ?? parsed.records.flatMap(spansOfRecord);
  const limit = support.foldingRangeLimit ?? DEFAULT_LIMIT;
  const ranges: FoldingRange[] = [];
  for (const span of spans) {
    const range = toFoldingRange(document, span);
    if (range !== undefined) ranges.push(range);
    if (ranges.length >= limit) break;
  }
  return ranges.length === 0 ? undefined : ranges;
}

function spansOfBlock({ span, requests, responses }: HttpBlock): Span[] {
  return [
    ...(requests.length > 0 ? [span] : []),
    ...requests.flatMap(({ body }) => (body === undefined ? [] : [body.span])),
    ...responses.map((response) => response.span),
  ];
}

function spansOfRecord({ span, trace }: ErrorRecord): Span[] {
  const first = trace[0]?.span.start;
  const last = trace.at(-1)?.span.end;
  const frames = first === undefined || last === undefined ? [] : [{ start: first, end: last }];
  return [span, ...frames];
}

/** Ends on the last line that has ink, so that the blank lines between two requests stay. */
function toFoldingRange(document: TextDocument, { start, end }: Span): FoldingRange | undefined {
  const startLine = document.positionAt(start).line;
  const ink = start + document.getText().slice(start, end).trimEnd().length;
  const endLine = document.positionAt(ink).line;
  return endLine > startLine ? { startLine, endLine } : undefined;
}
