import type { DreamFactoryRequest } from "./dreamFactoryRequest.ts";
import { hasSystemRecords } from "./endpoint.ts";
import { addHeader, finding, possible, preferred, replacement } from "./finding.ts";
import type { Finding, PredictedAnswer } from "./model.ts";
import { answerToNothing, answerToPlainText, answerToStrangeFields } from "./predictAnswer.ts";
import type { Rule } from "./rule.ts";

const KIND = {
  code: "wrong-content-type",
  title: "JSON under another `Content-Type`",
  severity: "error",
  fixAllTitle: "Send all JSON bodies in this file as application/json",
  language: "http",
  wrong:
    'POST {{host}}/api/v2/db/_table/contact\nContent-Type: text/plain\n\n{"resource": [{"name": "Ada"}]}',
  right:
    'POST {{host}}/api/v2/db/_table/contact\nContent-Type: application/json\n\n{"resource": [{"name": "Ada"}]}',
  why:
    "The header alone decides how a body is read. As plain text it is no list of records, as XML or multipart it is " +
    "nothing, as CSV its lines become rows.",
  exceptions:
    "Scripts and remote web services get the body as it is. `text/json` and `…+json` are read as JSON.",
} as const;

export const wrongContentType: Rule = {
  kind: KIND,
  check(request): readonly Finding[] {
    const { decoder, contentType } = request.body;
    if (contentType === undefined || !holdsJson(request)) return [];
    if (decoder !== "text" && decoder !== "xml" && decoder !== "csv" && decoder !== "multipart") return [];
    const message = {
      text: "The body is JSON, but `{type}` says otherwise. DreamFactory does not read it as JSON.",
      args: { type: contentType.value },
    };
    const answer = answerUnder(request);
    const repairs = [preferred(CHANGE, [replacement(contentType.span, "application/json")], true)];
    return [finding(KIND, contentType.span, message, { repairs, ...(answer !== undefined && { answer }) })];
  },
};

const FORM_KIND = {
  code: "form-encoded-json",
  title: "JSON sent as a form",
  severity: "error",
  fixAllTitle: "Send all JSON bodies in this file as application/json",
  language: "http",
  wrong:
    "POST {{host}}/api/v2/db/_table/contact\nContent-Type: application/x-www-form-urlencoded\n\n" +
    '{"resource": [{"name": "Ada"}]}',
  right:
    'POST {{host}}/api/v2/db/_table/contact\nContent-Type: application/json\n\n{"resource": [{"name": "Ada"}]}',
  why:
    "`curl -d` sends this type unless told otherwise. PHP then takes the whole JSON text for the name of one form " +
    "field, and DreamFactory finds none of the fields that it looks for.",
} as const;

export const formEncodedJson: Rule = {
  kind: FORM_KIND,
  check(request): readonly Finding[] {
    const { decoder, contentType, span } = request.body;
    if (decoder !== "form" || span === undefined || !holdsJson(request)) return [];
    const message = {
      text: "The body is JSON, but is sent as a form. DreamFactory takes it for the name of one field.",
    };
    const answer = answerToStrangeFields(request);
    const edits =
      contentType === undefined
        ? addHeader(request, "Content-Type", "application/json")
        : [replacement(contentType.span, "application/json")];
    const place = contentType?.span ?? { start: span.start, end: span.start + 1 };
    return [
      finding(FORM_KIND, place, message, {
        repairs: possible(preferred(CHANGE, edits, true)),
        ...(answer !== undefined && { answer }),
      }),
    ];
  },
};

const CHANGE = { text: "Send as application/json" };

/** True when the body is JSON, right or wrong, and the endpoint reads it as data of its own. */
function holdsJson(request: DreamFactoryRequest): boolean {
  const { body, resource, verb, generation } = request;
  if (generation === 1 || (body.content !== "json" && body.content !== "malformed")) return false;
  if (verb !== "POST" && verb !== "PUT" && verb !== "PATCH" && verb !== "DELETE") return false;
  const isRead = ["table", "record", "schema", "procedure", "function", "password"].includes(resource);
  return isRead || hasSystemRecords(request) || (resource === "session" && verb === "POST");
}

function answerUnder(request: DreamFactoryRequest): PredictedAnswer | undefined {
  const { decoder, isOneLine } = request.body;
  if (decoder === "text") return answerToPlainText(request);
  return decoder === "csv" && !isOneLine ? undefined : answerToNothing(request);
}
