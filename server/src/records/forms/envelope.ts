import { unitAt, withLayer } from "../../text/escapes.ts";
import { codeOf, type Layer, type LayeredText, lengthOf } from "../../text/layers/layer.ts";
import type { Span } from "../../text/span.ts";
import { readFacts } from "../facts.ts";
import { type ErrorKey, readErrorKey } from "../keys/errorKey.ts";
import { hasForeignSibling } from "../keys/siblings.ts";
import { statusLineBefore, timeBefore } from "../line.ts";
import type { ErrorRecord, RecordForm } from "../model.ts";
import { recognize } from "../recognize.ts";
import { recordOf } from "../recordOf.ts";
import type { Scan } from "../scan.ts";
import { ahead, type Cursor, cursorAt, isBlank, isCloser } from "../values/cursor.ts";
import { readValueAt } from "../values/readValue.ts";
import type { ObjectValue, Value } from "../values/value.ts";

/**
 * An envelope `{"error":{…}}` in JSON, JSON inside strings, or as other languages print it; `at` is where the letters
 * of its `error` key start.
 */
export function readEnvelope(scan: Scan, at: number): ErrorRecord | undefined {
  return readEnvelopeIn(scan, at, []);
}

/** The same inside a text that is known to be wrapped in layers, such as the message of another error. */
export function readEnvelopeIn(scan: Scan, at: number, outer: readonly Layer[]): ErrorRecord | undefined {
  const key = readErrorKey(scan.text, at, scan.span.end, outer);
  if (key === undefined) return undefined;
  const cursor = cursorAt(key.source, key.valueStart);
  if (!mayBeEnvelope(cursor, key.source.layers.length)) return undefined;
  const value = readValueAt(cursor, { style: key.style, literalQuote: key.literalQuote });
  scan.noteReach(value.span.end);
  const error = errorObject(value);
  if (error === undefined) return undefined;
  const facts = readFacts(key.style === "java" ? withoutModelNames(error) : error);
  const verdict = recognize(facts, {
    claim: scan.claim,
    inList: value.kind === "list",
    sign: () => scan.signNear(at),
    foreign: () => hasForeignSibling(scan.text, { start: key.span.start, end: value.span.end }),
  });
  if (verdict === undefined) return undefined;
  const whole = wholeSpan(key, value);
  const cut = facts.truncatedAfter ?? (whole.closed && value.closed ? undefined : facts.names.at(-1));
  const response = statusLineBefore(scan.text, whole.span.start);
  return recordOf(scan, facts.status === undefined ? { ...facts, status: response } : facts, {
    span: whole.span,
    form: formOf(key),
    verdict,
    source: withLayer(key.source, "double-quoted"),
    hotspots: [key.span],
    time: timeBefore(scan.text, whole.span.start),
    truncatedAfter: cut,
  });
}

const FIRST_NAME =
  /(?:^|[^\w])(?:code|context|message|status_code|trace)["'“”‘’`]?(?::protected)?\]?\s*(?:=>|[:=])/;

/** Refuses most other products' errors by their first characters. */
function mayBeEnvelope(cursor: Cursor, layers: number): boolean {
  return FIRST_NAME.test(ahead(cursor, 96 * (1 + layers)));
}

function errorObject(value: Value): ObjectValue | undefined {
  if (value.kind === "object") return value;
  const first = value.kind === "list" && value.items.length === 1 ? value.items[0] : undefined;
  return first?.kind === "object" ? first : undefined;
}

/** A client's own class may say the status once more under a name of its own, which speaks for nobody. */
function withoutModelNames(error: ObjectValue): ObjectValue {
  const members = error.members.filter(({ name }) => name !== "statusCode");
  return members.length === error.members.length ? error : { ...error, members };
}

/** From the bracket that opens around the key to the one that closes it, when nothing else stands between them. */
function wholeSpan(key: ErrorKey, value: Value): { readonly span: Span; readonly closed: boolean } {
  const member = { start: key.span.start, end: value.span.end };
  if (key.opener === undefined) return { span: member, closed: true };
  if (!value.closed) return { span: { start: key.opener, end: member.end }, closed: true };
  const at = skipToInk(key.source, member.end);
  const unit = unitAt(key.source, at);
  const code = codeOf(unit);
  if (isCloser(code)) {
    return { span: { start: key.opener, end: at + lengthOf(unit) }, closed: true };
  }
  if (code === COMMA) {
    const behind = skipToInk(key.source, at + lengthOf(unit));
    const closer = unitAt(key.source, behind);
    // A comma after the last member, as PHP prints it.
    return isCloser(codeOf(closer))
      ? { span: { start: key.opener, end: behind + lengthOf(closer) }, closed: true }
      : { span: member, closed: true };
  }
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

const COMMA = 0x2c;
const SEMICOLON = 0x3b;
