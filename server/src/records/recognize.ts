import { exceptionForStatus, isExceptionName } from "../catalog/exceptionClasses.ts";
import { isDistinctive, matchMessage } from "../catalog/matchMessage.ts";
import type { ExceptionName, MessageTemplate } from "../catalog/model.ts";
import { ENVELOPE_NAMES, type Facts } from "./facts.ts";
import type { Claim, Confidence, Evidence } from "./model.ts";

/** What the text around a record adds to what the record says. */
export interface Surroundings {
  /** How unsure records are to be taken. */
  readonly claim: Claim;
  /** True when `error` is a list of one, as in 1.x. */
  readonly inList: boolean;
  /** A sign of DreamFactory near the record; asked only when the record alone does not decide. */
  readonly sign: () => Evidence | undefined;
  /** True where members beside the `error` are those of another API; asked only when the shape alone would do. */
  readonly foreign?: () => boolean;
}

/** Whose an error is taken to be, and which class it is. */
export interface Verdict {
  readonly exception: ExceptionName | undefined;
  readonly confidence: Confidence;
  /** The first one decided the class. */
  readonly evidence: readonly Evidence[];
}

/** Judges an error object; `undefined` when it is some other product's. The rules come from DreamFactory's source. */
export function recognize(facts: Facts, surroundings: Surroundings): Verdict | undefined {
  const { claim } = surroundings;
  const foreign =
    facts.names.some((name) => !ENVELOPE_NAMES.has(name)) || !couldBeCode(facts) || isSourceCode(facts);
  if (foreign && claim !== "always") return undefined;
  if (facts.message === undefined && facts.context === undefined && facts.code === undefined)
    return undefined;
  const shape = shapeOf(facts, surroundings);
  let confidence = strongest(shape.map((row) => row.confidence));
  const evidence = shape.map((row) => row.evidence);
  // Looking a message up costs more than all the rest, and a certain record with a status needs none.
  const needsWords = confidence !== "certain" || shownNumber(facts) === undefined;
  const match = needsWords ? matchOf(facts) : undefined;
  const known = match !== undefined && isDistinctive(match) ? match : undefined;
  const documented = isDocumented(facts, match) && !isForeign(surroundings) ? match : undefined;
  if (known !== undefined || documented !== undefined) {
    evidence.push("known-message");
    confidence ??= known === undefined ? "possible" : "likely";
    if (known !== undefined && isAsSent(facts)) confidence = "certain";
  }
  if (confidence === undefined && claim !== "never") {
    const sign = claim === "always" ? "setting" : surroundings.sign();
    if (sign === undefined) return undefined;
    evidence.push(sign);
    confidence = sign === "setting" ? "possible" : "likely";
  }
  if (confidence === undefined || (claim === "never" && confidence !== "certain")) return undefined;
  const { exception, decidedBy } = classOf(facts, known ?? documented);
  return { exception, confidence, evidence: [...new Set([decidedBy, ...evidence])] };
}

/** The signs that hold. Likeness alone does not count where the text around says whose answer it is. */
function shapeOf(facts: Facts, surroundings: Surroundings): readonly Sign[] {
  const shape = SHAPE_SIGNS.filter((row) => row.holds(facts, surroundings));
  const isUnsure = shape.length > 0 && shape.every((row) => row.confidence !== "certain");
  return isUnsure && isForeign(surroundings) ? [] : shape;
}

function isForeign({ claim, foreign }: Surroundings): boolean {
  return claim !== "always" && foreign?.() === true;
}

/** A server never leaves both out of an exception of its own; who quotes one may. */
function isAsSent(facts: Facts): boolean {
  return facts.names.includes("context") || facts.status !== undefined;
}

function matchOf(facts: Facts): MessageTemplate | undefined {
  return facts.message && matchMessage(facts.message.value, shownNumber(facts))?.entry;
}

/** What stands for the status: `status_code`, else a numeric `code`. */
function shownNumber({ status, code }: Facts): number | undefined {
  return status?.value ?? (typeof code?.value === "number" ? code.value : undefined);
}

/** The documentation's examples leave out what real servers send, so that only their words speak for them. */
function isDocumented(facts: Facts, match: MessageTemplate | undefined): boolean {
  return match?.source.where.startsWith(OFFICIAL_PAGE) === true && facts.code?.value === match.status;
}

interface Sign {
  readonly evidence: Evidence;
  readonly confidence: Confidence;
  holds(facts: Facts, surroundings: Surroundings): boolean;
}

/** What in the shape of an error speaks for DreamFactory, and how strongly. */
const SHAPE_SIGNS: readonly Sign[] = [
  { evidence: "batch-code", confidence: "certain", holds: isBatch },
  { evidence: "batch-context", confidence: "certain", holds: (facts) => facts.batch !== undefined },
  { evidence: "trace", confidence: "certain", holds: (facts) => facts.trace.some(namesDreamFactory) },
  {
    evidence: "generation-1",
    confidence: "certain",
    holds: (facts, { inList }) =>
      inList &&
      facts.names.includes("context") &&
      (facts.code !== undefined || facts.truncatedAfter !== undefined),
  },
  {
    evidence: "context-key",
    confidence: "certain",
    holds: (facts) =>
      hasContext(facts) &&
      facts.contextKind !== "text" &&
      facts.code !== undefined &&
      facts.status !== undefined,
  },
  {
    evidence: "context-key",
    confidence: "likely",
    holds: (facts) => hasContext(facts) && isContextEnough(facts),
  },
  {
    evidence: "status-code",
    confidence: "likely",
    holds: (facts) =>
      isHttpStatus(facts.status?.value) &&
      typeof facts.code?.value === "number" &&
      facts.message !== undefined &&
      facts.contextKind !== "text" &&
      isInOrder(facts) &&
      !/^(?:\.{3}|…)?$/.test(facts.message.value),
  },
  { evidence: "sqlstate", confidence: "likely", holds: (facts) => speaksSqlState(facts) },
  {
    evidence: "entities",
    confidence: "likely",
    holds: (facts) =>
      typeof facts.code?.value === "number" && /&(?:quot|#039|lt|gt|amp);/.test(facts.rawMessage?.text ?? ""),
  },
];

const OFFICIAL_PAGE = "https://wiki.dreamfactory.com/";

const RANK: readonly Confidence[] = ["certain", "likely", "possible"];

function strongest(all: readonly Confidence[]): Confidence | undefined {
  return RANK.find((each) => all.includes(each));
}

function hasContext(facts: Facts): boolean {
  return facts.context !== undefined;
}

/** A context says little alone; with a whole-number code, or cut off behind a null context, no other API has it. */
function isContextEnough(facts: Facts): boolean {
  if (typeof facts.code?.value === "number") {
    if (facts.message === undefined) return facts.truncatedAfter !== undefined;
    // Words are nobody's context here; fields are everybody's. Any counts where DreamFactory puts it.
    if (facts.contextKind === "object" && !isHttpStatus(facts.code.value)) return false;
    return facts.contextKind !== "text" && isContextInPlace(facts);
  }
  return facts.code === undefined && facts.truncatedAfter !== undefined && facts.message !== undefined;
}

/** Before the message, or with a status; or as the official page shows it. */
function isContextInPlace({ names, status, contextNames }: Facts): boolean {
  if (status !== undefined || names.indexOf("context") < names.indexOf("message")) return true;
  return contextNames?.every((name) => DOCUMENTED_CONTEXT.has(name)) === true;
}

const DOCUMENTED_CONTEXT: ReadonlySet<string> = new Set(["field", "error"]);

/** As every version with a status sends them, and as programs print them that sort by name. */
function isInOrder({ names }: Facts): boolean {
  return names.indexOf("code") < names.indexOf("message") && names.at(-1) === "status_code";
}

/** An expression in the message's place: a program that makes errors, not one that was sent. */
function isSourceCode({ rawMessage }: Facts): boolean {
  return (
    rawMessage?.quoted === false &&
    /^\$?[A-Za-z_]\w*(?:(?:\??\.|->|::)\w+|\([^()]*\))+$/.test(rawMessage.text)
  );
}

/** DreamFactory's codes are whole numbers or SQLSTATEs. */
function couldBeCode({ code }: Facts): boolean {
  if (code === undefined) return true;
  return typeof code.value === "number" ? Number.isInteger(code.value) : /^[0-9A-Z]{5}$/.test(code.value);
}

/** Others count from 1000 as well; the context or the status always goes with DreamFactory's. */
function isBatch(facts: Facts): boolean {
  return isBatchCode(facts) && (facts.names.includes("context") || facts.status !== undefined);
}

function isBatchCode({ code }: Facts): boolean {
  return code?.value === 1000;
}

function isHttpStatus(status: number | undefined): boolean {
  return status !== undefined && status >= 100 && status <= 599;
}

function speaksSqlState({ code, message }: Facts): boolean {
  const state = /SQLSTATE\[(\w{5})\]/.exec(message?.value ?? "")?.[1];
  return state !== undefined && (typeof code?.value === "number" || code?.value === state);
}

function namesDreamFactory(line: { readonly value: string }): boolean {
  return /dreamfactory|df-core/i.test(line.value);
}

/** The class by the strongest evidence: batch code or context, known message, `status_code`, `code`. */
export function classOf(
  facts: Facts,
  known: MessageTemplate | undefined,
): { readonly exception: ExceptionName | undefined; readonly decidedBy: Evidence } {
  const status = facts.status?.value;
  const code = typeof facts.code?.value === "number" ? facts.code.value : undefined;
  const beforeBatches = facts.names[0] === "context" && code !== 1000;
  if (isBatchCode(facts)) return { exception: "BatchException", decidedBy: "batch-code" };
  if (facts.batch !== undefined) {
    return {
      exception: beforeBatches ? "BadRequestException" : "BatchException",
      decidedBy: "batch-context",
    };
  }
  const shown = status ?? code;
  if (
    known !== undefined &&
    isExceptionName(known.exception) &&
    (shown === undefined || shown === known.status)
  ) {
    return { exception: known.exception, decidedBy: "known-message" };
  }
  if (shown === 400 && /invalid json|malformed json/i.test(facts.message?.value ?? "")) {
    return { exception: "InvalidJsonException", decidedBy: "known-message" };
  }
  if (status !== undefined) return { exception: exceptionForStatus(status), decidedBy: "status-code" };
  if (code !== undefined) return { exception: exceptionForStatus(code), decidedBy: "code" };
  if (known !== undefined) return { exception: undefined, decidedBy: "known-message" };
  return { exception: undefined, decidedBy: facts.code === undefined ? "context-key" : "sqlstate" };
}
