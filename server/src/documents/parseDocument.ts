import { embeddedHttp } from "../http/embeddedHttp.ts";
import type { HttpDocument } from "../http/model.ts";
import { parseHttpDocument } from "../http/parseHttpDocument.ts";
import { reparseHttpDocument } from "../http/reparseHttpDocument.ts";
import { type FirstRecords, findFirstRecords, findRecordsAround } from "../records/findRecords.ts";
import { updateFirstRecords } from "../records/updateFirstRecords.ts";
import type { TextChange } from "../text/change.ts";
import type { Span } from "../text/span.ts";
import type { ParsedDocument, ParseOptions, ReadRequests } from "./model.ts";
import { faultsOfRequests, readRequests } from "./readRequests.ts";
import { withoutSuppressed } from "./suppressions.ts";

/** Reads a document with the reader of its language. Never throws: every text has a parse. */
export function parseDocument(text: string, languageId: string, options: ParseOptions): ParsedDocument {
  const first = findFirstRecords(text, MOST_RECORDS, { claim: options.claim });
  const http = readHttp(text, languageId, options);
  return assemble(withRecords(text, languageId, first), http, options);
}

/** Nobody looks through more; a log of 50 MB may hold ten times as many, and reading them all would take seconds. */
const MOST_RECORDS = 20_000;

/** The parse with the records around a span beside those that are known. */
export function parseAround(parsed: ParsedDocument, span: Span, options: ParseOptions): ParsedDocument {
  const { text, recordsEnd } = parsed;
  if (recordsEnd === undefined || span.end <= recordsEnd) return parsed;
  const around = findRecordsAround(text, span, { claim: options.claim });
  const further = around.filter((record) => record.span.start >= recordsEnd);
  return { ...parsed, records: [...parsed.records, ...further] };
}

/**
 * Reads a document again after one change of its text: what the change cannot have touched is taken over. The result
 * equals that of {@link parseDocument} on the new text with the same options.
 */
export function reparseDocument(
  previous: ParsedDocument,
  text: string,
  change: TextChange,
  options: ParseOptions,
): ParsedDocument {
  const { languageId, requests, records, recordsEnd: end } = previous;
  const first = updateFirstRecords({ records, end }, text, MOST_RECORDS, change, { claim: options.claim });
  const parsed = withRecords(text, languageId, first);
  // A change in a document with code blocks can move their borders; they are few and short.
  if (requests === undefined || !isHttp(languageId)) {
    return assemble(parsed, readHttp(text, languageId, options), options);
  }
  const http = reparseHttpDocument(requests.http, text, change, { profile: options.client });
  return assemble(parsed, http, options, requests);
}

/** Whether documents of the language can hold requests: `.http` documents, and code blocks in prose. */
export function holdsRequests(languageId: string): boolean {
  return isHttp(languageId) || languageId === "markdown" || languageId === "asciidoc";
}

function isHttp(languageId: string): boolean {
  return languageId === "http" || languageId === "rest";
}

/** The requests of a document; `undefined` for a language that has none. */
function readHttp(text: string, languageId: string, { client }: ParseOptions): HttpDocument | undefined {
  if (isHttp(languageId)) return parseHttpDocument(text, { profile: client });
  if (!holdsRequests(languageId)) return undefined;
  const spans = embeddedHttp(text, languageId);
  return { blocks: spans.flatMap((span) => parseHttpDocument(text, { profile: client, span }).blocks) };
}

function withRecords(text: string, languageId: string, { records, end }: FirstRecords): ParsedDocument {
  return { text, languageId, records, faults: [], ...(end === undefined ? {} : { recordsEnd: end }) };
}

function assemble(
  parsed: ParsedDocument,
  http: HttpDocument | undefined,
  options: ParseOptions,
  previous?: ReadRequests,
): ParsedDocument {
  if (http === undefined) return parsed;
  const requests = readRequests(http, parsed.text, options, previous);
  return { ...parsed, requests, faults: withoutSuppressed(faultsOfRequests(requests), parsed.text) };
}
