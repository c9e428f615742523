import type { TextDocument } from "vscode-languageserver-textdocument";
import type { ParsedDocument } from "../documents/model.ts";
import type { ErrorRecord } from "../records/model.ts";
import type { BatchTarget } from "../rules/batchTargets.ts";
import { batchTargets } from "../rules/batchTargets.ts";
import type { Span } from "../text/span.ts";
import { encloses, touches } from "../text/span.ts";
import { answeredRequest, type ReadDocument, requestAbove } from "./answeredRequest.ts";
import { recordAround, recordsWithin } from "./recordsWithin.ts";

/** A failing record of a batch: what the answer says of it, and the record of the request that it stands for. */
export interface BatchLink {
  /** The text under the cursor: the index, or what the server says of it. */
  readonly origin: Span;
  readonly target: Span;
  /** Where the target stands: the document of the answer, or the one that names it as a kept response. */
  readonly document: TextDocument;
}

/** From a failing index in an answer, or the error at it, to the record in the request that it answers. */
export function batchLinkAt(
  here: ReadDocument,
  offset: number,
  others: readonly ReadDocument[],
): BatchLink | undefined {
  const { parsed } = here;
  const record = recordAround(parsed, offset);
  if (record === undefined || record.entries.length === 0) return undefined;
  const answered = answeredRequest(here, record, others);
  if (answered === undefined) return undefined;
  const { document, request } = answered;
  for (const { entry, span } of batchTargets(record, request, answered.parsed.text)) {
    const origin = [entry.span, ...indexSpans(parsed.text, record, entry.index)].find((each) =>
      touches(each, offset),
    );
    if (origin !== undefined) return { origin, target: span, document };
  }
  return undefined;
}

/** What the answers below a request say of the record at the offset, in text order. */
export function batchErrorsAt(parsed: ParsedDocument, offset: number): Span[] {
  const block = parsed.requests?.http.blocks.find(({ span }) => touches(span, offset));
  if (block === undefined || block.responses.length === 0) return [];
  return recordsWithin(parsed, block.span)
    .flatMap((record) => batchTargetsOf(parsed, record))
    .filter(({ span }) => touches(span, offset))
    .map(({ entry }) => entry.span);
}

/** The failing records of a batch answer and where they stand in the request above; empty for any other error. */
export function batchTargetsOf(parsed: ParsedDocument, record: ErrorRecord): readonly BatchTarget[] {
  if (record.entries.length === 0) return [];
  const request = requestAbove(parsed, record);
  return request === undefined ? [] : batchTargets(record, request, parsed.text);
}

/** Where the context lists the index; the same digits elsewhere in the record are something else. */
function indexSpans(text: string, { context, hotspots }: ErrorRecord, index: number): Span[] {
  if (context === undefined) return [];
  return hotspots.filter(
    (span) => encloses(context, span) && text.slice(span.start, span.end) === String(index),
  );
}
