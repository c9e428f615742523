import type { LayeredText } from "../text/escapes.ts";
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
  const truncatedAfter = frame.truncatedAfter ?? facts.truncatedAfter;
  const inner = scan.readInner(facts, frame.source);
  const { exception, confidence, evidence } = frame.verdict;
  return {
    span: frame.span,
    form: frame.form,
    exception,
    ...given("className", frame.className),
    confidence,
    evidence,
    ...given("code", code),
    ...given("status", status),
    ...given("message", message),
    ...given("context", context),
    trace,
    entries: batch?.entries ?? [],
    ...given("batchSize", batch?.size),
    ...given("truncatedAfter", truncatedAfter),
    ...given("inner", inner),
    ...given("time", frame.time),
    ...given("request", frame.request),
    hotspots: hotspotsOf(facts, frame),
  };
}

/** A property, or nothing at all where the value is unknown. */
function given<K extends string, T>(key: K, value: T | undefined): Partial<Record<K, T>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, T>);
}

function hotspotsOf({ code, status, message, batch }: Facts, frame: Frame): Span[] {
  const spans = [...(frame.hotspots ?? [])];
  for (const located of [frame.className, code, status, message]) {
    if (located !== undefined) spans.push(located.span);
  }
  if (batch !== undefined) spans.push(...batch.indexSpans, ...batch.entries.map((entry) => entry.span));
  const inked = spans.filter((span) => span.end > span.start);
  inked.sort((a, b) => a.start - b.start || a.end - b.end);
  return inked.filter((span, i) => span.start !== inked[i - 1]?.start || span.end !== inked[i - 1]?.end);
}
