import { decodeEntities } from "../text/entities.ts";
import type { Span } from "../text/span.ts";
import type { BatchEntry } from "./model.ts";
import { integerOf, memberOf, memberValue, type Value } from "./values/value.ts";

/** What the `context` of a batch error says. */
export interface BatchFacts {
  /** In the order of their indexes. */
  readonly entries: readonly BatchEntry[];
  /** How many records the batch is known to have had. */
  readonly size?: number;
  /** Where the failing indexes stand. */
  readonly indexSpans: readonly Span[];
  /** True for the shape of the documentation's example, which no server sends. */
  readonly documented: boolean;
}

/**
 * Reads `{"error":[1],"resource":[…]}`, under whatever name the resources are wrapped, the older
 * `{"errors":[1],"record":[…]}` and the documentation's `{"errors":[{"index":1,"message":…}]}`.
 */
export function readBatch(context: Value): BatchFacts | undefined {
  if (context.kind !== "object") return undefined;
  const indexes = itemsOf(memberValue(context, "error") ?? memberValue(context, "errors"));
  if (indexes === undefined) return undefined;
  const others = context.members.filter(({ name }) => name !== "error" && name !== "errors");
  const resources = others.length === 1 ? others[0]?.value : undefined;
  if (resources === undefined) return readDocumentedBatch(indexes);
  if (resources.kind !== "list" && resources.kind !== "object") return undefined;
  const entries: BatchEntry[] = [];
  const indexSpans: Span[] = [];
  for (const item of indexes) {
    const index = integerOf(item);
    if (index === undefined) return undefined;
    indexSpans.push(item.span);
    entries.push(entryOf(index, resourceAt(resources, index), item.span));
  }
  if (entries.length === 0) return undefined;
  entries.sort((a, b) => a.index - b.index);
  const size = resources.closed ? itemsOf(resources)?.length : undefined;
  return { entries, indexSpans, documented: false, ...(size === undefined ? {} : { size }) };
}

/** The items of a list, also of one that PHP printed with their numbers from 0. */
function itemsOf(value: Value | undefined): readonly Value[] | undefined {
  if (value?.kind === "list") return value.items;
  if (value?.kind !== "object" || value.members.length === 0) return undefined;
  if (!value.members.every(({ name }, index) => name === String(index))) return undefined;
  return value.members.flatMap(({ value: item }) => item ?? []);
}

function readDocumentedBatch(items: readonly Value[]): BatchFacts | undefined {
  const entries = items.flatMap((item) => {
    const index = integerOf(memberValue(item, "index"));
    return index === undefined ? [] : [entryOf(index, item, item.span)];
  });
  if (entries.length === 0) return undefined;
  const indexSpans = items.flatMap((item) => memberOf(item, "index")?.value?.span ?? []);
  return { entries, indexSpans, documented: true };
}

/** The result at an index; an object holds them under their numbers when some are missing. */
function resourceAt(resources: Value, index: number): Value | undefined {
  if (resources.kind === "object") return memberValue(resources, String(index));
  return resources.kind === "list" ? resources.items[index] : undefined;
}

function entryOf(index: number, value: Value | undefined, indexSpan: Span): BatchEntry {
  if (value === undefined) return { index, span: indexSpan };
  if (value.kind === "text") return { index, span: value.span, message: decodeEntities(value.text) };
  const code = memberValue(value, "code");
  const message = memberValue(value, "message");
  const number = code?.kind === "number" ? code.number : code?.kind === "text" ? code.text : undefined;
  return {
    index,
    span: value.span,
    ...(number === undefined ? {} : { code: number }),
    ...(message?.kind === "text" ? { message: decodeEntities(message.text) } : {}),
  };
}
