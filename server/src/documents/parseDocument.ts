import type { HttpDocument } from "../http/model.ts";
import { parseHttpDocument } from "../http/parseHttpDocument.ts";
import type { ClientProfile } from "../http/profile.ts";
import { reparseHttpDocument } from "../http/reparseHttpDocument.ts";
import { findRecords } from "../records/findRecords.ts";
import type { ErrorRecord } from "../records/model.ts";
import { updateRecords } from "../records/updateRecords.ts";
import type { TextChange } from "../text/change.ts";
import type { ParsedDocument, ReadRequests } from "./model.ts";
import { faultsOfRequests, readRequests } from "./readRequests.ts";
import { withoutSuppressed } from "./suppressions.ts";

/** What the user's settings say about reading. */
export interface ParseOptions {
  readonly client: ClientProfile;
  readonly hosts: readonly string[];
  /** Whether envelopes of unsure origin are DreamFactory's in this document. */
  readonly claim: "auto" | "always" | "never";
}

/** Reads a document with the reader of its language. Never throws: every text has a parse. */
export function parseDocument(text: string, languageId: string, options: ParseOptions): ParsedDocument {
  const records = findRecords(text, { claim: options.claim });
  if (!holdsRequests(languageId)) return { text, languageId, records, faults: [] };
  return assemble(text, languageId, records, parseHttpDocument(text, { profile: options.client }), options);
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
  const { languageId, requests } = previous;
  const records = updateRecords(previous.records, text, change, { claim: options.claim });
  if (requests === undefined) return { text, languageId, records, faults: [] };
  const http = reparseHttpDocument(requests.http, text, change, { profile: options.client });
  return assemble(text, languageId, records, http, options, requests.readings);
}

/** Whether documents of the language are read as `.http` requests. */
export function holdsRequests(languageId: string): boolean {
  return languageId === "http" || languageId === "rest";
}

function assemble(
  text: string,
  languageId: string,
  records: readonly ErrorRecord[],
  http: HttpDocument,
  options: ParseOptions,
  readings?: ReadRequests["readings"],
): ParsedDocument {
  const requests = readRequests(http, text, options, readings);
  const faults = withoutSuppressed(faultsOfRequests(requests), text);
  return { text, languageId, records, requests, faults };
}
