import type { PredictedAnswer } from "./model.ts";

/** The answers that findings predict. Their messages are templates of the message catalog with the holes filled. */

export const NO_CREDENTIALS = badRequest(
  "No session token (JWT) or API Key detected in request. Please send in X-DreamFactory-Session-Token and/or X-DreamFactory-API-Key request header. You can also use URL query parameters session_token and/or api_key.",
);

export const NO_TOKEN = badRequest(
  "No session token (JWT) provided. Please provide a valid JWT using X-DreamFactory-Session-Token request header or 'session_token' url query parameter.",
);

export const TOKEN_WITHOUT_SEGMENTS: PredictedAnswer = {
  status: 401,
  exception: "UnauthorizedException",
  message: "Invalid token: Wrong number of segments",
};

export const NO_RECORDS = badRequest(
  `No record(s) detected in request. Please make sure record(s) are wrapped in a 'resource' tag. Example: {"resource":[{"record":1},{"record":2}]}`,
);

export const NO_RECORD_SETS = badRequest("The request contains no valid record sets.");
export const NO_RECORD_FIELDS = badRequest("The request contains no valid record fields.");
export const NO_FILTER_OR_RECORDS = badRequest("No filter or records given for delete request.");
export const CREATE_BY_ID = badRequest("Create record by identifier not currently supported.");
export const ROLLBACK_AND_CONTINUE = badRequest(
  "Rollback and continue operations can not be requested at the same time.",
);

export const UNRECOGNIZED_PAYLOAD = badRequest("Unrecognized payload type");
export const LOGIN_WITHOUT_PASSWORD = badRequest("Login request is missing required password.");
export const LOGIN_WITHOUT_EMAIL = badRequest("Login request is missing required email.");
export const TOO_LITTLE_FOR_PASSWORD = badRequest("Not enough information provided to change password.");

export const NO_FILTER_OPERATOR = badRequest("Invalid or unparsable filter request.");
export const LIST_WITHOUT_PARENTHESES = badRequest("Filter value lists must be wrapped in parentheses.");
export const ORDER_WITH_SEMICOLON = badRequest("Invalid order by clause in request.");

export function unreadableFilterField(field: string): PredictedAnswer {
  return badRequest(`Invalid or unparsable field in filter request: '${field}'`);
}

export function unknownField(field: string): PredictedAnswer {
  return badRequest(`Invalid field requested: ${field}`);
}

export function noSchemaData(action: "create" | "update" | "delete"): PredictedAnswer {
  return badRequest(`No data in schema ${action} request.`);
}

export function verbWithoutResource(verb: string, service: string): PredictedAnswer {
  return badRequest(
    `${verb} requests without a resource are not currently supported by the '${service}' service.`,
  );
}

export function unknownResource(resource: string, service: string): PredictedAnswer {
  return {
    status: 404,
    exception: "NotFoundException",
    message: `Resource '${resource}' not found for service '${service}'.`,
  };
}

/** The outer message of a batch in which the first record fails; `rolledBack` when the request asks for rollback. */
export function failedBatch(done: "created" | "updated", rolledBack: boolean): PredictedAnswer {
  return {
    status: 400,
    exception: "BatchException",
    message: `Batch Error: Not all requested records could be ${done}.${rolledBack ? " All changes rolled back." : ""}`,
  };
}

function badRequest(message: string): PredictedAnswer {
  return { status: 400, exception: "BadRequestException", message };
}
