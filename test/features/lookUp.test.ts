import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { lookUp } from "../../server/src/features/lookUp.ts";

const ENVELOPE =
  '{"error":{"code":404,"context":null,"message":"Table &quot;a&quot; does not exist in the database.","status_code":404}}';

suite("looking an error up", () => {
  const rows: readonly [query: string, topic: string][] = [
    ["X-RateLimit", "header/X-RateLimit-Limit"],
    ["SQLSTATE 23000", "driver-code/sqlstate-23000"],
    ["trailing comma", "fault/trailing-comma"],
    [ENVELOPE, "message/table-not-found"],
    [`[2026-11-22T09:16:11+00:00] production.WARNING: answered ${ENVELOPE}`, "message/table-not-found"],
    ["REST Exception #404 > Could not find a service for crn", "message/"],
    ['{"error":{"code":400,"message":"The wind blows."}}', "exception/BadRequestException"],
  ];
  for (const [query, topic] of rows) {
    test(`${query.slice(0, 60)} → ${topic}`, () => {
      const first = lookUp(query).slice(0, 2);
      assert.ok(
        first.some((item) => item.topic.startsWith(topic)),
        JSON.stringify(first),
      );
    });
  }

  const first: readonly (readonly [query: string, topic: string])[] = [
    ["conflcit", "exception/ConflictResourceException"],
    ["409", "exception/ConflictResourceException"],
    ["duplicate", "exception/ConflictResourceException"],
    ["duplicate key", "exception/ConflictResourceException"],
    ["duplicate-key", "fault/duplicate-key"],
    ["key given twice", "fault/duplicate-key"],
    ["http 400", "exception/BadRequestException"],
    ["status 404", "exception/NotFoundException"],
    ["error 1000", "exception/BatchException"],
    ["HTTP 429", "exception/TooManyRequestsException"],
    ["http 502", "status/502"],
    ["how to fix 401", "exception/UnauthorizedException"],
    ["api key missing", "exception/UnauthorizedException"],
    ["missing api key", "exception/UnauthorizedException"],
    ["expired token", "exception/UnauthorizedException"],
    ["login", "exception/UnauthorizedException"],
    ["invalid json", "exception/InvalidJsonException"],
    ["json error", "exception/InvalidJsonException"],
    ["json syntax error", "exception/InvalidJsonException"],
    ["missing required field", "exception/BadRequestException"],
    ["batch error", "exception/BatchException"],
    ["table does not exist", "exception/NotFoundException"],
    ["database down", "exception/ServiceUnavailableException"],
    ["No record(s) detected in request", "message/no-records"],
    ["0", "class/DfException"],
    ["42S02", "driver-code/sqlstate-42s02"],
    ["curl error 28", "driver-code/curl-28"],
  ];
  for (const [query, topic] of first) {
    test(`“${query}” lists ${topic} first`, () => assert.equal(lookUp(query)[0]?.topic, topic));
  }

  test("every class of the official list can be read online", () => {
    const classes = lookUp("").filter(({ topic }) => topic.startsWith("exception/"));
    assert.equal(classes.length, 11);
    for (const { online, topic } of classes) {
      assert.match(online ?? "", /^https:\/\/wiki\.dreamfactory\.com\/Error_Codes#/, topic);
    }
  });

  test("what the web does not say has no address", () =>
    assert.equal(lookUp("trailing comma")[0]?.online, undefined));
});
