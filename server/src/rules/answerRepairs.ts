import { matchMessage } from "../catalog/matchMessage.ts";
import type { HttpRequest } from "../http/model.ts";
import { targetParts } from "../http/target.ts";
import { judgeJson } from "../json/judge.ts";
import type { ErrorRecord } from "../records/model.ts";
import type { Edit } from "../text/edit.ts";
import { applyEdits, editsCollide } from "../text/edit.ts";
import type { Repair } from "../text/fault.ts";
import { API_KEY_HEADER, SESSION_TOKEN_HEADER } from "./credentials.ts";
import type { DreamFactoryRequest } from "./dreamFactoryRequest.ts";
import { addHeader, alternative, possible, preferred } from "./finding.ts";
import type { Finding } from "./model.ts";
import { answerToUnreadableJson } from "./predictAnswer.ts";
import { readDreamFactoryRequest } from "./readDreamFactoryRequest.ts";
import { RULES } from "./rules.ts";

/**
 * What to change in the request so that a server no longer answers with this error, best first. Empty when nothing can
 * be changed mechanically. The record is the answer to the request; both stand in `text`.
 */
export function repairsForError(record: ErrorRecord, request: HttpRequest, text: string): readonly Repair[] {
  const read = readAnswered(request, text);
  const message = record.message?.value;
  if (read === undefined || message === undefined) return [];
  const id = matchMessage(message, record.status?.value)?.entry.id;
  if (id === undefined) return [];
  const findings = RULES.flatMap((rule) => rule.check(read));
  const predicted = findings.filter(({ answer }) => answer !== undefined && idOf(answer.message) === id);
  const related = findings.filter(({ code }) => RELATED_FINDINGS[id]?.includes(code));
  return withoutDoubles([
    ...repairsOf(predicted),
    ...repairsOf(related),
    ...repairOfJson(read, id),
    ...repairOfHeaders(read, id),
  ]);
}

/** An error from DreamFactory proves that its request went there. */
export function readAnswered(request: HttpRequest, text: string): DreamFactoryRequest | undefined {
  const base = targetParts(request.target).base.value;
  return readDreamFactoryRequest(request, text, { hosts: base === "" ? [] : [base] });
}

/** Findings that bring an error about without always doing so. Keys are ids of the message catalog. */
const RELATED_FINDINGS: Readonly<Record<string, readonly string[]>> = {
  "no-records-wrapped": ["form-encoded-json", "wrong-content-type"],
  "no-records": [
    "form-encoded-json",
    "wrong-content-type",
    "missing-resource-wrapper",
    "misspelled-resource-wrapper",
  ],
  "no-record-fields": ["form-encoded-json", "wrong-content-type"],
  "record-without-fields": ["superfluous-resource-wrapper"],
  "record-without-known-fields": ["superfluous-resource-wrapper", "form-encoded-json", "wrong-content-type"],
  "filter-unparsable": ["filter-not-encoded", "filter-without-parentheses"],
  "filter-field-unparsable": ["filter-not-encoded", "filter-without-parentheses", "filter-operator"],
  "filter-list-without-parentheses": ["filter-not-encoded"],
  "delete-without-selection": ["unknown-parameter", "form-encoded-json", "wrong-content-type"],
  "resource-not-found": ["missing-table-segment"],
  "no-session-token": [
    "swapped-credentials",
    "overlooked-authorization",
    "misspelled-header",
    "scheme-in-header",
  ],
  "no-api-key": ["swapped-credentials", "misspelled-header", "version-1-request"],
  "no-key-and-no-token": ["overlooked-authorization", "version-1-request"],
};

function idOf(message: string): string | undefined {
  return matchMessage(message)?.entry.id;
}

function repairsOf(findings: readonly Finding[]): readonly Repair[] {
  return findings.flatMap(({ repairs }) => repairs);
}

/** A malformed body reaches the server as an empty one: mending it is what the error asks for. */
function repairOfJson(request: DreamFactoryRequest, id: string): readonly Repair[] {
  const { body, http, text } = request;
  const part = http.body?.json[0];
  const answer = answerToUnreadableJson(request);
  if (body.content !== "malformed" || part === undefined || answer === undefined) return [];
  if (idOf(answer.message) !== id) return [];
  const { faults } = judgeJson(text, { span: part.span, masks: part.masks });
  const edits: Edit[] = [];
  for (const { repairs } of faults) {
    const repair = repairs.find((each) => each.safe);
    if (repair !== undefined && !editsCollide(edits, repair.edits)) edits.push(...repair.edits);
  }
  return mends(text, part, edits) ? [preferred({ text: "Repair the JSON of the request" }, edits)] : [];
}

function mends(
  text: string,
  { span, masks }: { span: { start: number; end: number }; masks: readonly unknown[] },
  edits: readonly Edit[],
): boolean {
  // Masks move with the edits; a body with comments inside is left to the faults' own repairs.
  if (edits.length === 0 || masks.length > 0) return false;
  const local = edits.map(({ span: place, newText }) => ({
    span: { start: place.start - span.start, end: place.end - span.start },
    newText,
  }));
  return judgeJson(applyEdits(text.slice(span.start, span.end), local)).verdict.code === 0;
}

function repairOfHeaders(request: DreamFactoryRequest, id: string): readonly Repair[] {
  switch (id) {
    case "no-key-and-no-token":
    case "no-api-key":
      return inserted(request, API_KEY_HEADER, "{{apiKey}}");
    case "no-session-token":
    case "user-not-authenticated":
      return inserted(request, SESSION_TOKEN_HEADER, "{{sessionToken}}");
    case "payload-type-unrecognized":
    case "no-records-wrapped":
    case "no-records":
    case "login-without-email":
      return request.body.content === "none" ? [] : inserted(request, "Content-Type", "application/json");
    default:
      return [];
  }
}

function inserted(request: DreamFactoryRequest, header: string, value: string): readonly Repair[] {
  const title = { text: "Insert header {header}", args: { header } };
  return possible(alternative(title, addHeader(request, header, value)));
}

/** One repair for each set of edits; the first one keeps its place. */
function withoutDoubles(repairs: readonly Repair[]): readonly Repair[] {
  const seen = new Set<string>();
  return repairs.filter(({ edits }) => {
    const key = JSON.stringify(edits);
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}
