import { decodeEntities } from "../text/entities.ts";
import type { Located, Span } from "../text/span.ts";
import { type BatchFacts, readBatch } from "./readBatch.ts";
import { integerOf, memberValue, type ObjectValue, type TextValue, type Value } from "./values/value.ts";

/** What an error object says, read off its members; spans are raw text. */
export interface Facts {
  /** The member names in text order. */
  readonly names: readonly string[];
  readonly code?: Located<number | string> | undefined;
  readonly status?: Located<number> | undefined;
  /** Escapes and entities removed. */
  readonly message?: Located<string> | undefined;
  /** The message with its entities. */
  readonly rawMessage?: TextValue | undefined;
  readonly context?: Span | undefined;
  readonly contextKind?: Value["kind"] | undefined;
  /** The names in a context that is an object. */
  readonly contextNames?: readonly string[] | undefined;
  readonly trace: readonly Located<string>[];
  readonly batch?: BatchFacts | undefined;
  /** The name of the last member that could be read, when the text was cut off. */
  readonly truncatedAfter?: string | undefined;
  readonly span: Span;
}

/** The members of an error object. */
export const ENVELOPE_NAMES: ReadonlySet<string> = new Set([
  "code",
  "context",
  "message",
  "status_code",
  "trace",
]);

/** Collects the facts of an error object in one pass. Of members that repeat, the first counts. */
export function readFacts(error: ObjectValue): Facts {
  const named = (name: string): Value | undefined => {
    const value = memberValue(error, name);
    return value === undefined || isCutNumber(error, value) ? undefined : value;
  };
  const message = named("message");
  const context = named("context");
  return {
    names: error.members.map(({ name }) => name),
    code: readCode(named("code")),
    status: readStatus(named("status_code")),
    message: readMessage(message),
    rawMessage: message?.kind === "text" ? message : undefined,
    context: context?.span,
    contextKind: context?.kind,
    contextNames: context?.kind === "object" ? context.members.map(({ name }) => name) : undefined,
    trace: readTrace(named("trace")),
    batch: context && readBatch(context),
    truncatedAfter: cutAfter(error),
    span: error.span,
  };
}

function readStatus(value: Value | undefined): Facts["status"] {
  const status = integerOf(value);
  return value === undefined || status === undefined ? undefined : { value: status, span: inkOf(value) };
}

function readMessage(value: Value | undefined): Facts["message"] {
  if (value?.kind === "text") return { value: decodeMessage(value.text), span: value.inner };
  return value?.kind === "null" ? { value: "", span: value.span } : undefined;
}

/** What came through a page was encoded twice. */
function decodeMessage(text: string): string {
  const decoded = decodeEntities(text);
  return /&amp;(?:quot|lt|gt|amp|#0?39);/.test(text) ? decodeEntities(decoded) : decoded;
}

/** Half a number is no number: the last digits of what was cut off may be missing. */
function isCutNumber({ closed, span }: ObjectValue, value: Value): boolean {
  return !closed && value.kind === "number" && value.span.end === span.end && Math.abs(value.number) < 100;
}

function readCode(value: Value | undefined): Facts["code"] {
  if (value?.kind === "number") return { value: value.number, span: value.span };
  return value?.kind === "text" ? { value: value.text, span: value.inner } : undefined;
}

function inkOf(value: Value): Span {
  return value.kind === "text" ? value.inner : value.span;
}

const NO_FRAMES: Facts["trace"] = [];

function readTrace(value: Value | undefined): Facts["trace"] {
  if (value?.kind !== "list") return NO_FRAMES;
  return value.items.flatMap((item) =>
    item.kind === "text" ? [{ value: decodeEntities(item.text), span: item.inner }] : [],
  );
}

/** The last member's name, when the object or anything in it was cut off; a name that was cut itself has no value. */
function cutAfter(error: ObjectValue): string | undefined {
  const last = error.members.findLast((member) => member.value !== undefined);
  const cut = error.members.find((member) => member.value !== undefined && !isWhole(member.value));
  if (cut !== undefined) return cut.name;
  return error.closed ? undefined : last?.name;
}

function isWhole(value: Value): boolean {
  if (!value.closed) return false;
  if (value.kind === "object")
    return value.members.every(({ value }) => value === undefined || isWhole(value));
  return value.kind !== "list" || value.items.every(isWhole);
}
