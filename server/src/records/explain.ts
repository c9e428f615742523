import { curlCode, findDriverCodes, sqlStateCode } from "../catalog/driverCodes.ts";
import { getExceptionClass, isExceptionName } from "../catalog/exceptionClasses.ts";
import { matchMessageLayers } from "../catalog/matchMessage.ts";
import type { DriverCode, ExceptionClass, MessageMatch, OtherClass } from "../catalog/model.ts";
import { getOtherClass } from "../catalog/otherClasses.ts";
import { getStatus } from "../catalog/statuses.ts";
import type { Phrase } from "../text/phrase.ts";
import { verbatim } from "../text/phrase.ts";
import type { BatchEntry, ErrorRecord } from "./model.ts";
import { notesOn } from "./notes.ts";

/** What one record means: most exact first in every list. All sentences are Markdown with holes for document text. */
export interface Explanation {
  /** `404 Not Found`, `Batch: 2 of 5 records failed`. */
  readonly title: Phrase;
  /** The short name of the PHP class; `undefined` when not even the status tells it. */
  readonly className: string | undefined;
  readonly exception: ExceptionClass | undefined;
  readonly otherClass: OtherClass | undefined;
  /** As the server wrote it, entities decoded. */
  readonly message: string | undefined;
  /** The catalog entries that the message follows, outermost first; empty when the message is not known. */
  readonly matches: readonly MessageMatch[];
  readonly driverCodes: readonly DriverCode[];
  readonly causes: readonly Phrase[];
  readonly fixes: readonly Phrase[];
  /** True when causes and fixes fit this very message; false when they are those of the class. */
  readonly exact: boolean;
  /** What a reader should know about the record itself: how sure it is, what is missing. */
  readonly notes: readonly Phrase[];
  /** The failing records of a batch. */
  readonly entries: readonly ExplainedEntry[];
  /** The error that stands inside the message. */
  readonly inner: Explanation | undefined;
}

/** One failing record of a batch with the most exact sentence about it. */
export interface ExplainedEntry {
  readonly entry: BatchEntry;
  readonly advice: Advice | undefined;
}

/** What happened, and what to do about it. */
export interface Advice {
  readonly cause: Phrase;
  readonly fix: Phrase;
}

/** Explains a record by its message, else by its driver's code, else by its class. Never throws. */
export function explainRecord(record: ErrorRecord): Explanation {
  // A log line that only carries an error says nothing of its own.
  if (
    record.inner &&
    record.exception === undefined &&
    record.status === undefined &&
    record.code === undefined
  ) {
    return explainRecord(record.inner);
  }
  const message = record.message?.value;
  const status = record.status?.value;
  const matches = matchMessageLayers(message ?? "", status);
  const driverCodes = driverCodesOf(record);
  const { exception, otherClass, className } = classOf(record, matches);
  const inner = record.inner && explainRecord(record.inner);
  const entries = record.entries.map(explainEntry);
  const advice = [
    ...(inner?.exact ? adviceOf(inner) : []),
    ...entries.flatMap((entry) => entry.advice ?? []).slice(0, 1),
    ...driverCodes.map(adviceOnCode),
    ...matches.map(adviceOnMessage).reverse(),
  ];
  const exact = advice.length > 0;
  // Before batches had a class of their own they failed for the same reasons.
  const advising = entries.length > 0 ? getExceptionClass("BatchException") : exception;
  const classCauses = advising?.causes ?? (otherClass ? [otherClass.meaning] : []);
  const classFixes = advising?.fixes.map(({ text }) => text) ?? otherClass?.fixes ?? [];
  return {
    title: titleOf(record, exception, driverCodes.length > 0),
    className,
    exception,
    otherClass,
    message,
    matches,
    driverCodes,
    causes: exact ? advice.map(({ cause }) => cause) : classCauses.map((text) => ({ text })),
    fixes: exact ? advice.map(({ fix }) => fix) : classFixes.map((text) => ({ text })),
    exact,
    notes: notesOn(record, exact, exact || classCauses.length > 0),
    entries,
    inner,
  };
}

function explainEntry(entry: BatchEntry): ExplainedEntry {
  const message = entry.message ?? "";
  const [driver] = findDriverCodes(message);
  if (driver !== undefined) return { entry, advice: adviceOnCode(driver) };
  const innermost = matchMessageLayers(message).at(-1);
  return { entry, advice: innermost && adviceOnMessage(innermost) };
}

function adviceOnCode({ meaning, fix, captures: args = {} }: DriverCode): Advice {
  return { cause: { text: meaning, args }, fix: { text: fix, args } };
}

function adviceOnMessage({ entry, captures: args }: MessageMatch): Advice {
  return { cause: { text: entry.cause, args: withStops(entry.cause, args) }, fix: { text: entry.fix, args } };
}

/** What the server said ends like a sentence where another one of ours follows. */
function withStops(cause: string, args: MessageMatch["captures"]): MessageMatch["captures"] {
  const ended = Array.from(cause.matchAll(/: \{(\w+)\} [A-Z]/g), ([, name = ""]) => {
    const said = args[name] ?? "";
    return [name, /[\p{L}\p{N}"')\]]$/u.test(said) ? `${said}.` : said];
  });
  return { ...args, ...Object.fromEntries(ended) };
}

function adviceOf({ causes: [cause], fixes: [fix] }: Explanation): Advice[] {
  return cause === undefined || fix === undefined ? [] : [{ cause, fix }];
}

/** What the message and the code say of the database or the connection behind the server. */
function driverCodesOf({ message, code, status }: ErrorRecord): readonly DriverCode[] {
  const found = findDriverCodes(message?.value ?? "");
  if (found.length > 0 || code === undefined) return found;
  const bare =
    typeof code.value === "string"
      ? sqlStateCode(code.value)
      : code.value !== status?.value && code.value > 0 && code.value < 100
        ? curlCode(code.value)
        : undefined;
  return bare === undefined ? [] : [bare];
}

function classOf(
  { exception, className, code, status }: ErrorRecord,
  matches: readonly MessageMatch[],
): Pick<Explanation, "exception" | "otherClass" | "className"> {
  if (exception !== undefined) {
    return { exception: getExceptionClass(exception), otherClass: undefined, className: exception };
  }
  const written = className?.value.slice(className.value.lastIndexOf("\\") + 1);
  const thrown = written ?? matches[0]?.entry.exception ?? guessOther(code?.value, status?.value);
  if (thrown !== undefined && isExceptionName(thrown)) {
    return { exception: getExceptionClass(thrown), otherClass: undefined, className: thrown };
  }
  const otherClass = thrown === undefined ? undefined : getOtherClass(thrown);
  return { exception: undefined, otherClass, className: otherClass?.name ?? written };
}

/** The class that a code without `status_code` points to. */
function guessOther(code: number | string | undefined, status: number | undefined): string | undefined {
  if (typeof code === "string" && /^[0-9A-Z]{5}$/.test(code)) return "QueryException";
  if (code === 0) return "DfException";
  return status === undefined ? undefined : "RestException";
}

function titleOf(
  { entries, batchSize, status, code, form }: ErrorRecord,
  exception: ExceptionClass | undefined,
  isDatabase: boolean,
): Phrase {
  if (entries.length > 0) return batchTitle(entries, batchSize);
  const number = status?.value ?? (typeof code?.value === "number" ? code.value : undefined);
  if (
    exception !== undefined &&
    (number === undefined || number === exception.status || number === exception.code)
  ) {
    return verbatim(exception.title);
  }
  const known = number === undefined ? undefined : getStatus(number);
  if (known !== undefined) return verbatim(`${known.status} ${known.phrase}`);
  if (code === undefined && exception === undefined) {
    if (form === "trace") return { text: "Part of a stack trace" };
    if (isDatabase) return { text: "Database error" };
    return { text: form === "log-line" ? "Entry in DreamFactory's log" : "DreamFactory error" };
  }
  return exception === undefined
    ? { text: "Error {code}", args: { code: code?.value ?? "" } }
    : { text: "{code} · {title}", args: { code: number ?? "", title: exception.title } };
}

function batchTitle(entries: readonly BatchEntry[], size: number | undefined): Phrase {
  const [first] = entries;
  if (size !== undefined && size >= entries.length) {
    return { text: "Batch: {failed} of {size} records failed", args: { failed: entries.length, size } };
  }
  return entries.length === 1
    ? { text: "Batch: record {index} failed", args: { index: first?.index ?? 0 } }
    : { text: "Batch: {failed} records failed", args: { failed: entries.length } };
}
