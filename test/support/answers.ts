import type { ExceptionName } from "../../server/src/catalog/model.ts";

/** The envelope of the official page, for it shows no answer of some classes. */
const documented = (code: number, message: string): string =>
  `{\n  "error": {\n    "code": ${code},\n    "message": "█${message}",\n    "context": {\n      "field": "email",\n      "error": "Invalid email format"\n    }\n  }\n}`;

/** Answers of each class with the cursor on the message: as a real server sends it, then as the official page shows it. */
export const ANSWERS: Readonly<Record<ExceptionName, readonly string[]>> = {
  BadRequestException: [
    `{"error":{"code":400,"context":null,"message":"█Invalid or unparsable filter request.","status_code":400}}`,
    documented(400, "Bad Request"),
    `{\n  "error": {\n    "code": 400,\n    "message": "█Invalid JSON: Syntax error"\n  }\n}`,
  ],
  InvalidJsonException: [
    `{"error":{"code":400,"context":null,"message":"█Invalid or malformed JSON.","status_code":400}}`,
  ],
  BatchException: [
    `{"error":{"code":1000,"context":{"error":[1],"resource":[{"id":8},{"code":"23000","message":"SQLSTATE[23000]: Integrity constraint violation: 1062 Duplicate entry 'test5' for key 'name'"}]},"message":"█Batch Error: Not all requested records could be created.","status_code":400}}`,
    `{\n  "error": {\n    "code": 400,\n    "message": "█Batch operation error",\n    "context": {\n      "errors": [\n        {"index": 0, "message": "Duplicate key value"},\n        {"index": 2, "message": "Foreign key violation"}\n      ]\n    }\n  }\n}`,
  ],
  UnauthorizedException: [
    `{"error":{"code":401,"context":null,"message":"█Invalid credentials supplied.","status_code":401}}`,
    documented(401, "The wind blows."),
  ],
  ForbiddenException: [
    `{"error":{"code":403,"context":null,"message":"█Role not found. A role may not be assigned to you or your application.","status_code":403}}`,
    documented(403, "The wind blows."),
  ],
  NotFoundException: [
    `{"error":{"code":404,"context":null,"message":"█Table &quot;contact&quot; does not exist in the database.","status_code":404}}`,
    documented(404, "The wind blows."),
  ],
  ConflictResourceException: [
    `{"error":{"code":409,"context":null,"message":"█The Device Token is already registered for you application.","status_code":409}}`,
    `{\n  "error": {\n    "code": 409,\n    "message": "█Duplicate entry '[email protected]' for key 'email'"\n  }\n}`,
  ],
  TooManyRequestsException: [
    `{"error":{"code":429,"context":[{"id":1,"name":"lim","object":{"id":1,"type":"instance","rate":1,"period":"minute"}}],"message":"█API limit(s) exceeded. ","status_code":429}}`,
    documented(429, "The wind blows."),
  ],
  InternalServerErrorException: [
    `{"error":{"code":500,"context":null,"message":"█Failed to call database stored procedure.\\nsetFetchMode has not been implemented","status_code":500}}`,
    documented(500, "The wind blows."),
  ],
  NotImplementedException: [
    `{"error":{"code":501,"context":null,"message":"█Not Implemented","status_code":501}}`,
    documented(501, "The wind blows."),
  ],
  ServiceUnavailableException: [
    `{"error":{"code":503,"context":null,"message":"█Scripting is disabled for this environment.","status_code":503}}`,
    documented(503, "The wind blows."),
  ],
};
