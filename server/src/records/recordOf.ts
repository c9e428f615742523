import type { LayeredText } from "../text/layers/layer.ts";
import type { Located, Span } from "../text/span.ts";
import type { Facts } from "./facts.ts";
import type { ErrorRecord, RecordForm } from "./model.ts";
import type { Verdict } from "./recognize.ts";
import type { Scan } from "./scan.ts";

/** What a form knows of a record beside its facts. */
export interface Frame {
  readonly span: Span;
  readonly form: RecordForm;
  readonly verdict: Verdict;
  /** The text of the message as its form wraps it, in which a forwarded error may stand. */
  readonly source: LayeredText;
  /** Where a hover answers, beside code, status, message, class and failing indexes. */
  readonly hotspots?: readonly Span[];
  readonly className?: Located<string> | undefined;
  readonly time?: Located<string> | undefined;
  readonly request?: Located<string> | undefined;
  /** Overrides what the facts say. */
  readonly truncatedAfter?: string | undefined;
}

/** Puts a record together, with the error inside its message where there is one. */
export function recordOf(scan: Scan, facts: Facts, frame: Frame): ErrorRecord {
  const { code, status, message, context, trace, batch } = facts;
  const { className, time, request } = frame;
  const truncatedAfter = frame.truncatedAfter ?? facts.truncatedAfter;
  const inner = scan.readInner(scan, facts, frame.source);
  const record: { -readonly [K in keyof ErrorRecord]: ErrorRecord[K] } = {
    span: frame.span,
    form: frame.form,
    exception: frame.verdict.exception,
    confidence: frame.verdict.confidence,
    evidence: frame.verdict.evidence,
    trace,
    entries: batch?.entries ?? NO_ENTRIES,
    hotspots: hotspotsOf(facts, frame),
  };
  if (className !== undefined) record.className = className;
  if (code !== undefined) record.code = code;
  if (status !== undefined) record.status = status;
  if (message !== undefined) record.message = message;
  if (context !== undefined) record.context = context;
  if (batch?.size !== undefined) record.batchSize = batch.size;
  if (truncatedAfter !== undefined) record.truncatedAfter = truncatedAfter;
  if (inner !== undefined) record.inner = inner;
  if (time !== undefined) record.time = time;
  if (request !== undefined) record.request = request;
  return record;
}

const NO_ENTRIES: ErrorRecord["entries"] = [];

function hotspotsOf({ code, status, message, batch }: Facts, frame: Frame): Span[] {
  const spans = [...(frame.hotspots ?? [])];
  for (const located of [frame.className, code, status, message]) {
    if (located !== undefined) spans.push(located.span);
  }
  if (batch !== undefined) spans.push(...batch.indexSpans, ...batch.entries.map((entry) => entry.span));
  if (!isInOrder(spans)) spans.sort((a, b) => a.start - b.start || a.end - b.end);
  const inked: Span[] = [];
  for (const span of spans) {
    const last = inked.at(-1);
    const isRepeated = last?.start === span.start && last.end === span.end;
    if (span.end > span.start && !isRepeated) inked.push(span);
  }
  return inked;
}

function isInOrder(spans: readonly Span[]): boolean {
  let last: Span | undefined;
  for (const span of spans) {
    if (last !== undefined && span.start <= last.start) return false;
    last = span;
  }
  return true;
}
