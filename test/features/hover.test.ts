import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { EXCEPTION_CLASSES } from "../../server/src/catalog/exceptionClasses.ts";
import { getHover } from "../../server/src/features/hover.ts";
import { FULL_SUPPORT, openDocument } from "../support/documents.ts";
import { readMarks } from "../support/markedText.ts";

const REQUEST = "GET https://example.com/api/v2/db/_table/contacts\nX-DreamFactory-API-Key: {{key}}\n\n";

/** What a server really answers for each class, with the cursor on the message. */
const ANSWERS: Readonly<Record<string, string>> = {
  BadRequestException: `{"error":{"code":400,"context":null,"message":"█Invalid or unparsable filter request.","status_code":400}}`,
  InvalidJsonException: `{"error":{"code":400,"context":null,"message":"█Invalid or malformed JSON.","status_code":400}}`,
  BatchException: `{"error":{"code":1000,"context":{"error":[1],"resource":[{"id":8},{"code":"23000","message":"SQLSTATE[23000]: Integrity constraint violation: 1062 Duplicate entry 'test5' for key 'name'"}]},"message":"█Batch Error: Not all requested records could be created.","status_code":400}}`,
  UnauthorizedException: `{"error":{"code":401,"context":null,"message":"█Invalid credentials supplied.","status_code":401}}`,
  ForbiddenException: `{"error":{"code":403,"context":null,"message":"█Role not found. A role may not be assigned to you or your application.","status_code":403}}`,
  NotFoundException: `{"error":{"code":404,"context":null,"message":"█Table &quot;contact&quot; does not exist in the database.","status_code":404}}`,
  ConflictResourceException: `{"error":{"code":409,"context":null,"message":"█The Device Token is already registered for you application.","status_code":409}}`,
  TooManyRequestsException: `{"error":{"code":429,"context":[{"id":1,"name":"lim","object":{"id":1,"type":"instance","rate":1,"period":"minute"}}],"message":"█API limit(s) exceeded. ","status_code":429}}`,
  InternalServerErrorException: `{"error":{"code":500,"context":null,"message":"█Failed to call database stored procedure.\\nsetFetchMode has not been implemented","status_code":500}}`,
  NotImplementedException: `{"error":{"code":501,"context":null,"message":"█Not Implemented","status_code":501}}`,
  ServiceUnavailableException: `{"error":{"code":503,"context":null,"message":"█Scripting is disabled for this environment.","status_code":503}}`,
};

suite("hover names the class", () => {
  for (const { name, status } of EXCEPTION_CLASSES) {
    const answer = ANSWERS[name] ?? "";

    test(`${name} in a log`, () => {
      assert.match(
        hover(`[2026-11-22T09:17:03+00:00] local.INFO: answered ${answer} to 10.0.0.7`, "log"),
        new RegExp(`\`${name}\``),
      );
    });

    test(`${name} in the response of an .http document`, () => {
      const response = `HTTP/1.1 ${status} x\nContent-Type: application/json\n\n${answer}\n`;
      assert.match(hover(`${REQUEST}\n${response}`, "http"), new RegExp(`\`${name}\``));
    });
  }
});

function hover(marked: string, languageId: string): string {
  const { text, cursor } = readMarks(marked);
  const { document, parsed } = openDocument(text, languageId);
  const answer = getHover(document, parsed, document.positionAt(cursor), FULL_SUPPORT);
  return answer === undefined ? "" : (answer.contents as { value: string }).value;
}
