import { CREATE_BY_ID } from "./answers.ts";
import type { DreamFactoryRequest } from "./dreamFactoryRequest.ts";
import { hasSystemRecords } from "./endpoint.ts";
import { alternative, finding, isWritten, replacement } from "./finding.ts";
import type { Finding } from "./model.ts";
import type { Rule } from "./rule.ts";

const KIND = {
  code: "create-by-id",
  title: "POST to one record",
  severity: "error",
  language: "http",
  wrong: 'POST {{host}}/api/v2/db/_table/contact/7\n\n{"name": "Ada"}',
  right: 'PATCH {{host}}/api/v2/db/_table/contact/7\n\n{"name": "Ada"}',
  why: "A record is created in its table, and changed by its identifier. The identifier of a new record stands in the body.",
} as const;

export const createById: Rule = {
  kind: KIND,
  check(request): readonly Finding[] {
    const { id, verb, http, path } = request;
    const isRecord = request.resource === "record" || hasSystemRecords(request);
    if (verb !== "POST" || id === undefined || !isRecord || request.generation === 1) return [];
    const message = {
      text: "POST creates records and takes no identifier. DreamFactory refuses `{id}` here.",
      args: { id: id.value },
    };
    const collection = path[path.indexOf(id) - 1];
    const tail = { start: collection?.span.end ?? id.span.start, end: path.at(-1)?.span.end ?? id.span.end };
    const withoutId =
      collection === undefined ||
      !isWritten(request, id) ||
      request.text.slice(tail.start, tail.end).includes("{{")
        ? []
        : [alternative({ text: "Remove /{id}", args: { id: id.value } }, [replacement(tail, "")])];
    return [
      finding(KIND, id.span, message, { answer: CREATE_BY_ID, repairs: [...asPatch(http), ...withoutId] }),
    ];
  },
};

function asPatch({ method }: DreamFactoryRequest["http"]): Finding["repairs"] {
  if (method.value !== "POST" || method.span.start === method.span.end) return [];
  return [alternative({ text: "Change POST to PATCH" }, [replacement(method.span, "PATCH")])];
}
