import { matchMessageLayers } from "../catalog/matchMessage.ts";
import { unitAt, withLayer } from "../text/escapes.ts";
import { codeOf, type LayeredText, lengthOf, NOTHING } from "../text/layers/layer.ts";
import type { Facts } from "./facts.ts";
import { readEnvelopeIn } from "./forms/envelope.ts";
import { KEY } from "./keys/errorKey.ts";
import type { ErrorRecord } from "./model.ts";
import { classOf } from "./recognize.ts";
import type { Scan } from "./scan.ts";

/**
 * The error that stands inside a message: an envelope that a remote service or a script's call answered with, or the
 * message of an exception that another one wraps. `source` is how the message itself is written.
 */
export function readInner(scan: Scan, facts: Facts, source: LayeredText): ErrorRecord | undefined {
  const { message } = facts;
  if (message === undefined) return undefined;
  return readInnerEnvelope(scan, message, source) ?? readWrappedMessage(message, source);
}

type Message = NonNullable<Facts["message"]>;

function readInnerEnvelope(scan: Scan, message: Message, source: LayeredText): ErrorRecord | undefined {
  if (!/["'{&]\s*error\b/.test(message.value)) return undefined;
  const { span } = message;
  const inside: Scan = { ...scan, span, claim: "auto", context: true, signNear: () => "request-path" };
  const raw = scan.text.slice(span.start, span.end);
  for (let at = raw.indexOf(KEY); at >= 0; at = raw.indexOf(KEY, at + KEY.length)) {
    const record = readEnvelopeIn(inside, span.start + at, source.layers);
    if (record !== undefined) return record;
  }
  return undefined;
}

/** `Failed to update many to one assignment.` and behind it the message of what really failed. */
function readWrappedMessage(message: Message, source: LayeredText): ErrorRecord | undefined {
  const lineBreak = message.value.indexOf("\n");
  const wrapped = lineBreak < 0 ? undefined : matchMessageLayers(message.value)[1];
  if (wrapped === undefined) return undefined;
  const span = { start: locate(source, message.span.start, lineBreak + 1), end: message.span.end };
  const value = message.value.slice(lineBreak + 1);
  const facts: Facts = { names: ["message"], message: { value, span }, trace: [], span };
  const { exception, decidedBy } = classOf(facts, wrapped.entry);
  if (exception === undefined) return undefined;
  return {
    span,
    form: "message",
    exception,
    confidence: "certain",
    evidence: [decidedBy],
    message: { value, span },
    trace: [],
    entries: [],
    hotspots: [span],
  };
}

/** The raw offset of the character with that index in the decoded text. */
function locate(source: LayeredText, start: number, index: number): number {
  const decoded = withLayer(source, "entities");
  let at = start;
  for (let i = 0; i < index; i++) {
    const unit = unitAt(decoded, at);
    if (unit === NOTHING || codeOf(unit) === 0) break;
    at += lengthOf(unit);
  }
  return at;
}
