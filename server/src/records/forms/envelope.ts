import type { LayeredText } from "../../text/escapes.ts";
import { codeOf, decodeFrom, lengthOf, unitAt } from "../../text/escapes.ts";
import type { Span } from "../../text/span.ts";
import { type ErrorKey, readErrorKey } from "../errorKey.ts";
import { type Facts, readFacts } from "../facts.ts";
import type { ErrorRecord, RecordForm } from "../model.ts";
import { isBlank } from "../readBareText.ts";
import { readValue } from "../readValue.ts";
import { recognize } from "../recognize.ts";
import type { Scan } from "../scan.ts";
import type { ObjectValue, Value } from "../value.ts";

/**
 * An envelope `{"error":{…}}` in JSON, JSON inside strings, or as other languages print it; `at` is where the letters
 * of its `error` key start.
 */
export function readEnvelope(scan: Scan, at: number): ErrorRecord | undefined {
  const key = readErrorKey(scan.text, at, scan.span.end);
  if (key === undefined || !mayBeEnvelope(key)) return undefined;
  const value = readValue(key.source, key.valueStart, { style: key.style, literalQuote: key.literalQuote });
  const error = errorObject(value);
  if (error === undefined) return undefined;
  const facts = readFacts(error);
  const verdict = recognize(facts, {
    claim: scan.claim,
    inList: value.kind === "list",
    sign: () => scan.signNear(at),
  });
  if (verdict === undefined) return undefined;
  const whole = wholeSpan(key, value);
  return {
    span: whole.span,
    form: formOf(key),
    ...verdict,
    ...fieldsOf(facts),
    ...truncationOf(facts, value, whole.closed),
    hotspots: hotspotsOf(key.span, facts),
  };
}

const FIRST_NAME =
  /(?:^|[^\w])(?:code|context|message|status_code|trace)["'“”‘’`]?(?::protected)?\]?\s*(?:=>|[:=])/;

/** Refuses most other products' errors by their first characters. */
function mayBeEnvelope(key: ErrorKey): boolean {
  return FIRST_NAME.test(decodeFrom(key.source, key.valueStart, 96 * (1 + key.source.layers.length)));
}

function errorObject(value: Value): ObjectValue | undefined {
  if (value.kind === "object") return value;
  const first = value.kind === "list" && value.items.length === 1 ? value.items[0] : undefined;
  return first?.kind === "object" ? first : undefined;
}

/** From the bracket that opens around the key to the one that closes it, when nothing else stands between them. */
function wholeSpan(key: ErrorKey, value: Value): { readonly span: Span; readonly closed: boolean } {
  const member = { start: key.span.start, end: value.span.end };
  if (key.opener === undefined) return { span: member, closed: true };
  if (!value.closed) return { span: { start: key.opener, end: member.end }, closed: true };
  const at = skipToInk(key.source, member.end);
  const unit = unitAt(key.source, at);
  const code = codeOf(unit);
  if ("}])".includes(String.fromCharCode(code))) {
    return { span: { start: key.opener, end: at + lengthOf(unit) }, closed: true };
  }
  if (code === COMMA) return { span: member, closed: true };
  return { span: { start: key.opener, end: member.end }, closed: false };
}

function skipToInk(source: LayeredText, start: number): number {
  let at = start;
  for (;;) {
    const unit = unitAt(source, at);
    const code = codeOf(unit);
    if (unit === 0 || (!isBlank(code) && code !== SEMICOLON)) return at;
    at += lengthOf(unit);
  }
}

function formOf(key: ErrorKey): RecordForm {
  if (key.source.layers.length > 0) return "escaped-envelope";
  return key.printed ? "printed-envelope" : "envelope";
}

function fieldsOf(
  facts: Facts,
): Pick<ErrorRecord, "code" | "status" | "message" | "context" | "trace" | "entries" | "batchSize"> {
  const { code, status, message, context, trace, batch } = facts;
  return {
    ...(code === undefined ? {} : { code }),
    ...(status === undefined ? {} : { status }),
    ...(message === undefined ? {} : { message }),
    ...(context === undefined ? {} : { context }),
    trace,
    entries: batch?.entries ?? [],
    ...(batch?.size === undefined ? {} : { batchSize: batch.size }),
  };
}

function truncationOf(facts: Facts, value: Value, closed: boolean): Pick<ErrorRecord, "truncatedAfter"> {
  const after = facts.truncatedAfter ?? (closed && value.closed ? undefined : facts.names.at(-1));
  return after === undefined ? {} : { truncatedAfter: after };
}

function hotspotsOf(key: Span, facts: Facts): Span[] {
  const spans = [key];
  for (const located of [facts.code, facts.status, facts.message]) {
    if (located !== undefined && located.span.end > located.span.start) spans.push(located.span);
  }
  if (facts.batch !== undefined) {
    spans.push(...facts.batch.indexSpans, ...facts.batch.entries.map((entry) => entry.span));
  }
  return spans.sort((a, b) => a.start - b.start || a.end - b.end);
}

const COMMA = 0x2c;
const SEMICOLON = 0x3b;
