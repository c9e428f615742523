import { decodeEntities } from "../text/entities.ts";
import type { Located, Span } from "../text/span.ts";
import { type BatchFacts, readBatch } from "./readBatch.ts";
import { integerOf, type ObjectValue, type TextValue, type Value } from "./values/value.ts";

/** What an error object says, read off its members; spans are raw text. */
export interface Facts {
  /** The member names in text order. */
  readonly names: readonly string[];
  readonly code?: Located<number | string>;
  readonly status?: Located<number>;
  /** Escapes and entities removed. */
  readonly message?: Located<string>;
  /** The message with its entities. */
  readonly rawMessage?: TextValue;
  readonly context?: Span;
  readonly contextKind?: Value["kind"];
  /** The names in a context that is an object. */
  readonly contextNames?: readonly string[];
  readonly trace: readonly Located<string>[];
  readonly batch?: BatchFacts;
  /** The name of the last member that could be read, when the text was cut off. */
  readonly truncatedAfter?: string;
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
  const facts: { -readonly [K in keyof Facts]: Facts[K] } = { names: [], trace: [], span: error.span };
  const names: string[] = [];
  for (const { name, value } of error.members) {
    const repeated = names.includes(name);
    names.push(name);
    if (value === undefined || repeated || isCutNumber(error, value)) continue;
    switch (name) {
      case "code": {
        const code = readCode(value);
        if (code !== undefined) facts.code = code;
        break;
      }
      case "status_code": {
        const status = integerOf(value);
        if (status !== undefined) facts.status = { value: status, span: inkOf(value) };
        break;
      }
      case "message":
        if (value.kind === "text") {
          facts.rawMessage = value;
          facts.message = { value: decodeMessage(value.text), span: value.inner };
        } else if (value.kind === "null") {
          facts.message = { value: "", span: value.span };
        }
        break;
      case "context": {
        facts.context = value.span;
        facts.contextKind = value.kind;
        if (value.kind === "object") facts.contextNames = value.members.map(({ name }) => name);
        const batch = readBatch(value);
        if (batch !== undefined) facts.batch = batch;
        break;
      }
      case "trace":
        facts.trace = readTrace(value);
        break;
    }
  }
  facts.names = names;
  const cut = cutAfter(error);
  if (cut !== undefined) facts.truncatedAfter = cut;
  return facts;
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

function readCode(value: Value): Located<number | string> | undefined {
  if (value.kind === "number") return { value: value.number, span: value.span };
  return value.kind === "text" ? { value: value.text, span: value.inner } : undefined;
}

function inkOf(value: Value): Span {
  return value.kind === "text" ? value.inner : value.span;
}

function readTrace(value: Value): Located<string>[] {
  if (value.kind !== "list") return [];
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
