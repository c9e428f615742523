import type { HeaderFacts } from "../catalog/headers.ts";
import { getHeader } from "../catalog/headers.ts";
import type { DocumentFault, ParsedDocument } from "../documents/model.ts";
import type { HttpHeader } from "../http/model.ts";
import type { ErrorRecord } from "../records/model.ts";
import type { Span } from "../text/span.ts";
import { touches } from "../text/span.ts";
import { recordsWithin } from "./recordsWithin.ts";

/** The record whose key, code, message or class name the offset touches. Takes logarithmic time. */
export function recordAt(
  parsed: ParsedDocument,
  offset: number,
): { readonly record: ErrorRecord; readonly hotspot: Span } | undefined {
  for (const record of recordsWithin(parsed, { start: offset, end: offset })) {
    const hotspot = record.hotspots.find((span) => touches(span, offset));
    if (hotspot !== undefined) return { record, hotspot };
  }
  return undefined;
}

/** The narrowest fault that the offset touches. */
export function faultAt({ faults }: ParsedDocument, offset: number): DocumentFault | undefined {
  let narrowest: DocumentFault | undefined;
  for (const fault of faults) {
    if (fault.span.start > offset) break;
    if (!touches(fault.span, offset)) continue;
    if (narrowest === undefined || lengthOf(fault.span) < lengthOf(narrowest.span)) narrowest = fault;
  }
  return narrowest;
}

/** The known header of a request or response whose name or value the offset touches, and all headers beside it. */
export function headerAt({ requests }: ParsedDocument, offset: number): FoundHeader | undefined {
  const block = requests?.http.blocks.find(({ span }) => touches(span, offset));
  const messages: readonly { readonly headers: readonly HttpHeader[] }[] = [
    ...(block?.requests ?? []),
    ...(block?.responses ?? []),
  ];
  for (const { headers } of messages) {
    const header = headers.find(({ span }) => touches(span, offset));
    const facts = header && getHeader(header.name.value);
    if (header && facts) return { span: header.span, facts, value: header.value.value, headers };
  }
  return undefined;
}

export interface FoundHeader {
  readonly span: Span;
  readonly facts: HeaderFacts;
  readonly value: string;
  readonly headers: readonly HttpHeader[];
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}
