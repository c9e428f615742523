import assert from "node:assert/strict";
import { test } from "node:test";
import {
  EXCEPTION_CLASSES,
  exceptionForStatus,
  getExceptionClass,
  isExceptionName,
} from "../../server/src/catalog/exceptionClasses.ts";

test("the eleven classes stand in the order of the official list", () => {
  assert.deepEqual(
    EXCEPTION_CLASSES.map(({ name, title }) => `${title}: ${name}`),
    [
      "400 Bad Request: BadRequestException",
      "400 Invalid JSON: InvalidJsonException",
      "400 Batch Error: BatchException",
      "401 Unauthorized: UnauthorizedException",
      "403 Forbidden: ForbiddenException",
      "404 Not Found: NotFoundException",
      "409 Conflict: ConflictResourceException",
      "429 Too Many Requests: TooManyRequestsException",
      "500 Internal Server Error: InternalServerErrorException",
      "501 Not Implemented: NotImplementedException",
      "503 Service Unavailable: ServiceUnavailableException",
    ],
  );
});

test("a class is found by its exact name", () => {
  for (const entry of EXCEPTION_CLASSES) {
    assert.ok(isExceptionName(entry.name));
    assert.equal(getExceptionClass(entry.name), entry);
  }
  for (const text of ["notFoundException", "RestException", "toString", ""])
    assert.ok(!isExceptionName(text));
});

test("a status names the class that answers with it", () => {
  assert.equal(exceptionForStatus(400), "BadRequestException");
  assert.equal(exceptionForStatus(409), "ConflictResourceException");
  assert.equal(exceptionForStatus(503), "ServiceUnavailableException");
  assert.equal(exceptionForStatus(405), undefined);
  assert.equal(exceptionForStatus(1000), undefined);
});

test("only batches carry a code that is not the status", () => {
  const others = EXCEPTION_CLASSES.filter(({ code, status }) => code !== status);
  assert.deepEqual(
    others.map(({ name, code, status }) => [name, code, status]),
    [["BatchException", 1000, 400]],
  );
});

test("the headers of a rate limit come with 429 alone", () => {
  const withHeaders = EXCEPTION_CLASSES.filter(({ headers }) => headers.length > 0);
  assert.deepEqual(
    withHeaders.map(({ name, headers }) => [
      name,
      ...headers.map((header) => `${header.name}: ${header.example}`),
    ]),
    [
      [
        "TooManyRequestsException",
        "Retry-After: 60",
        "X-RateLimit-Limit: 1000",
        "X-RateLimit-Remaining: 0",
        "X-RateLimit-Reset: 1707700800",
      ],
    ],
  );
});
