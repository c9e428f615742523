import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { lookUp } from "../../server/src/features/lookUp.ts";

const ENVELOPE =
  '{"error":{"code":404,"context":null,"message":"Table &quot;a&quot; does not exist in the database.","status_code":404}}';

suite("looking an error up", () => {
  const rows: readonly [query: string, topic: string][] = [
    ["conflcit", "exception/ConflictResourceException"],
    ["409", "exception/ConflictResourceException"],
    ["duplicate", "exception/ConflictResourceException"],
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
