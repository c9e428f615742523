import { isDistinctive, matchMessage } from "../../catalog/matchMessage.ts";
import type { Located, Span } from "../../text/span.ts";
import type { Facts } from "../facts.ts";
import { continuedEnd, lineStart, timeBefore } from "../line.ts";
import type { ErrorRecord, Evidence } from "../model.ts";
import { classOf } from "../recognize.ts";
import { recordOf } from "../recordOf.ts";
import type { Scan } from "../scan.ts";

const MAX_LENGTH = 4096;

/** A message alone, as the admin console shows it or as somebody quotes it; `at` is where it begins. */
export function readQuotedMessage(scan: Scan, at: number): ErrorRecord | undefined {
  const outer = wrappingLine(scan.text, at);
  return (outer === undefined ? undefined : readMessage(scan, outer)) ?? readMessage(scan, at);
}

/** Where the line above starts, when it says of what the message was the reason. */
function wrappingLine(text: string, at: number): number | undefined {
  if (text[at - 1] !== "\n") return undefined;
  const above = lineStart(text, at - 1);
  return text.startsWith("Failed to ", above) ? above : undefined;
}

function readMessage(scan: Scan, at: number): ErrorRecord | undefined {
  const { text } = scan;
  const span = { start: at, end: messageEnd(text, at, Math.min(scan.span.end, at + MAX_LENGTH)) };
  const message: Located<string> = { value: text.slice(span.start, span.end), span };
  const match = matchMessage(message.value)?.entry;
  const status = statusBefore(text, at);
  const isKnown = match !== undefined && (isDistinctive(match) || match.status === status?.value);
  const known = isKnown ? match : undefined;
  const evidence: Evidence | undefined = isKnown ? "known-message" : driverEvidence(scan, message);
  if (evidence === undefined) return undefined;
  const facts: Facts = { names: [], message, trace: [], span, ...(status === undefined ? {} : { status }) };
  const { exception } = classOf(facts, known);
  return recordOf(scan, facts, {
    span,
    form: "message",
    verdict: { exception, confidence: known === undefined ? "possible" : "likely", evidence: [evidence] },
    source: { text, end: span.end, layers: [] },
    time: timeBefore(text, at),
  });
}

/** A database's message counts when it stands alone in its lines, with the statement that the framework adds. */
function driverEvidence(scan: Scan, { value, span }: Located<string>): Evidence | undefined {
  if (!value.startsWith("SQLSTATE[")) return undefined;
  if (scan.text.slice(lineStart(scan.text, span.start), span.start).trim() !== "") return undefined;
  return scan.signNear(span.start) ?? (isOwnStatement(scan, span.start, value) ? "sqlstate" : undefined);
}

/** What DreamFactory itself asks databases: its own tables, the names of schemas; or the toast of its console. */
const OWN_TABLE =
  /\b(?:information_schema\.schemata|cors_config|db_(?:field|table|relationship)_extras|db_virtual_relationship|file_service_config|rws_\w+_config|role_service_access|service_(?:doc|event_map|cache_config)|sql_db_config|system_(?:lookup|resource)|token_map|user_to_app_to_role|app_to_app_group)\b/;
const STATEMENT = / \((?:SQL|Connection): /;

function isOwnStatement({ text }: Scan, start: number, message: string): boolean {
  const statement = message.search(STATEMENT);
  return (
    (statement >= 0 && OWN_TABLE.test(message.slice(statement))) ||
    /(?:^|\n)Api Error\r?\n$/.test(text.slice(Math.max(0, start - 16), start))
  );
}

/** Up to the quote that closes around it, else to the end of its last line. */
function messageEnd(text: string, at: number, limit: number): number {
  const end = continuedEnd(text, at, limit);
  const closer = CLOSERS[openerBefore(text, at)];
  const close = closer === undefined ? -1 : text.slice(at, end).indexOf(closer);
  const trimmedEnd = close < 0 ? end : at + close;
  return at + text.slice(at, trimmedEnd).trimEnd().length;
}

const CLOSERS: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  "`": "`",
  "“": "”",
  "‘": "’",
  ">": "<",
};

/** The character before the message, or before a status in front of it: `"401. Invalid credentials supplied"`. */
function openerBefore(text: string, at: number): string {
  return /(.)(?:[45]\d\d[.:]? )?$/.exec(text.slice(Math.max(0, at - 8), at))?.[1] ?? "";
}

function statusBefore(text: string, at: number): Located<number> | undefined {
  const found = /\b([45]\d\d)[.:]? $/.exec(text.slice(Math.max(0, at - 8), at));
  if (found?.[1] === undefined) return undefined;
  const span: Span = { start: at - found[0].length, end: at - found[0].length + 3 };
  return { value: Number(found[1]), span };
}
