import type { HttpRequest } from "../http/model.ts";
import type { JsonVerdict } from "../json/judgement.ts";
import * as answers from "./answers.ts";
import { isTrue } from "./apiOptions.ts";
import type { DreamFactoryRequest, RequestOptions } from "./dreamFactoryRequest.ts";
import { hasSystemRecords } from "./endpoint.ts";
import type { PredictedAnswer } from "./model.ts";
import { readDreamFactoryRequest } from "./readDreamFactoryRequest.ts";
import { findParameter } from "./requestUrl.ts";
import { isForced, selectsRecords } from "./selection.ts";

/**
 * The answer to a request whose body PHP refuses as JSON, or that has none: no DreamFactory release reports the JSON
 * error itself. Credentials, table and columns are taken for right. `undefined` for a body that PHP accepts, for other
 * servers, and where the answer hangs on something the text does not show.
 */
export function predictAnswer(
  request: HttpRequest,
  verdict: JsonVerdict,
  text: string,
  options: RequestOptions = {},
): PredictedAnswer | undefined {
  if (verdict.code === 0) return undefined;
  const read = readDreamFactoryRequest(request, text, options);
  return read === undefined ? undefined : answerToUnreadableJson(read);
}

/** The same for a request that was read before. */
export function answerToUnreadableJson(request: DreamFactoryRequest): PredictedAnswer | undefined {
  const { body } = request;
  if (request.generation === 1) return undefined;
  switch (body.content === "none" ? "json" : body.decoder) {
    case "json":
    case "multipart":
    case "xml":
      return answerToNothing(request);
    case "form":
      return answerToStrangeFields(request);
    case "csv":
      return body.isOneLine ? answerToNothing(request) : answerToStrangeRows(request);
    case "text":
      return answerToPlainText(request);
    case "sniffed":
      return body.isOneLine ? answerToUnknownType(request) : answerToStrangeRows(request);
    case "unknown":
      return undefined;
  }
}

/** The answer when the payload is empty. */
export function answerToNothing(request: DreamFactoryRequest): PredictedAnswer | undefined {
  const { resource, verb, path } = request;
  switch (resource) {
    case "table":
      return request.table === undefined ? answerWithoutTable(request) : answerWithoutRecords(request);
    case "record":
      if (verb === "POST") return answers.CREATE_BY_ID;
      return verb === "PUT" || verb === "PATCH" ? answers.NO_RECORD_FIELDS : undefined;
    case "schema":
      return answerWithoutSchema(request);
    case "session":
      return verb === "POST" && !hasLoginService(request) ? answers.LOGIN_WITHOUT_EMAIL : undefined;
    case "password":
      return verb === "POST" && !isReset(request) ? answers.TOO_LITTLE_FOR_PASSWORD : undefined;
    case "system":
      if (path.length === 1 && !request.openPath) return answerOfSystem(request);
      return verb === "POST" && path.length === 2 && hasSystemRecords(request)
        ? answers.CREATE_BY_ID
        : undefined;
    default:
      return undefined;
  }
}

/** The answer when plain text stands where records are expected. */
export function answerToPlainText(request: DreamFactoryRequest): PredictedAnswer | undefined {
  const { resource, verb } = request;
  if (resource === "record" && (verb === "PUT" || verb === "PATCH")) return answers.NO_RECORD_FIELDS;
  if (resource !== "table" || request.table === undefined || !isWrite(verb)) return answerToPath(request);
  return selectsRecords(request) ? undefined : answers.NO_RECORD_SETS;
}

/** The answer when a form holds one field whose name is the JSON text: nothing that a resource asks for. */
export function answerToStrangeFields(request: DreamFactoryRequest): PredictedAnswer | undefined {
  const { resource, verb, table } = request;
  if (resource === "record" && verb !== "POST") return undefined;
  return resource === "schema" && table !== undefined ? undefined : answerToNothing(request);
}

/** The answer when each line of the text became a row with one column that no table has. */
function answerToStrangeRows(request: DreamFactoryRequest): PredictedAnswer | undefined {
  const { resource, verb, table } = request;
  const rolledBack = isTrue(findParameter(request, "rollback")?.value.value ?? "");
  if (resource === "session" || resource === "password") return answerToNothing(request);
  if (resource !== "table" || table === undefined) return answerToPath(request);
  if (verb === "POST") return answers.failedBatch("created", rolledBack);
  const updates = (verb === "PUT" || verb === "PATCH") && !selectsRecords(request);
  return updates ? answers.failedBatch("updated", rolledBack) : undefined;
}

function answerToUnknownType(request: DreamFactoryRequest): PredictedAnswer | undefined {
  const { resource, verb, table } = request;
  switch (resource) {
    case "table":
    case "record":
      // A table looks for options in the body whatever the verb is.
      return table === undefined ? answerWithoutTable(request) : answers.UNRECOGNIZED_PAYLOAD;
    case "schema":
      return answers.UNRECOGNIZED_PAYLOAD;
    case "session":
    case "password":
      return verb === "POST" ? answers.UNRECOGNIZED_PAYLOAD : undefined;
    case "system":
      if (!hasSystemRecords(request) || request.openPath) return undefined;
      if (verb === "POST" && request.id !== undefined) return answers.CREATE_BY_ID;
      return verb === "POST" || verb === "PUT" || verb === "PATCH" ? answers.UNRECOGNIZED_PAYLOAD : undefined;
    default:
      return undefined;
  }
}

/** What is refused before the body is looked at. */
function answerToPath(request: DreamFactoryRequest): PredictedAnswer | undefined {
  if (request.resource === "table" && request.table === undefined) return answerWithoutTable(request);
  return request.resource === "record" && request.verb === "POST" ? answers.CREATE_BY_ID : undefined;
}

function answerWithoutTable({ verb, openPath }: DreamFactoryRequest): PredictedAnswer | undefined {
  return isWrite(verb) && !openPath ? answers.verbWithoutResource(verb, "_table") : undefined;
}

function answerWithoutRecords(request: DreamFactoryRequest): PredictedAnswer | undefined {
  const { verb, openPath } = request;
  if (verb === "POST") return answers.NO_RECORDS;
  // `_table/{{path}}` may name one record.
  if (verb === "PUT" || verb === "PATCH") return openPath ? undefined : answers.NO_RECORDS;
  return verb === "DELETE" && !selectsRecords(request) && isForced(request) === false
    ? answers.NO_FILTER_OR_RECORDS
    : undefined;
}

function answerOfSystem(request: DreamFactoryRequest): PredictedAnswer | undefined {
  const { verb, path } = request;
  const name = path[0]?.value;
  if (verb === "POST" && (name === "limit" || name === "event_script")) return answers.NO_RECORDS;
  if (!hasSystemRecords(request)) return undefined;
  return answerWithoutRecords(request);
}

function answerWithoutSchema({ verb, path }: DreamFactoryRequest): PredictedAnswer | undefined {
  // `_schema/{table}` makes do without a body; the collections and the parts below a table do not.
  const parts = path.length - 1;
  if (parts === 1) return undefined;
  if (verb === "POST") return answers.noSchemaData("create");
  if (verb === "PUT" || verb === "PATCH") return answers.noSchemaData("update");
  const isCollection = parts === 0 || (parts === 2 && ["_field", "_related"].includes(path[2]?.value ?? ""));
  return verb === "DELETE" && isCollection ? answers.noSchemaData("delete") : undefined;
}

function isReset(request: DreamFactoryRequest): boolean {
  return request.url.open || findParameter(request, "reset") !== undefined;
}

function hasLoginService(request: DreamFactoryRequest): boolean {
  return request.url.open || findParameter(request, "service", "state", "oauth_token") !== undefined;
}

function isWrite(verb: string | undefined): verb is "POST" | "PUT" | "PATCH" | "DELETE" {
  return verb === "POST" || verb === "PUT" || verb === "PATCH" || verb === "DELETE";
}
