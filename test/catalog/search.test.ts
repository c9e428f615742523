import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { ALSO_CALLED } from "../../server/src/catalog/alsoCalled.ts";
import { DRIVER_CODES } from "../../server/src/catalog/driverCodeList.ts";
import { findDriverCodes } from "../../server/src/catalog/driverCodes.ts";
import { editDistance } from "../../server/src/catalog/editDistance.ts";
import { EXCEPTION_CLASSES, isExceptionName } from "../../server/src/catalog/exceptionClasses.ts";
import { getHeader } from "../../server/src/catalog/headers.ts";
import { MESSAGE_TEMPLATES } from "../../server/src/catalog/messages.ts";
import { getOtherClass } from "../../server/src/catalog/otherClasses.ts";
import { searchTopics } from "../../server/src/catalog/search.ts";
import {
  CATALOG_TOPICS,
  driverCodeTopicId,
  getTopic,
  splitTopicId,
} from "../../server/src/catalog/topics.ts";
import { fillPhrase, verbatim } from "../../server/src/text/phrase.ts";

const FOUND_FIRST: readonly (readonly [query: string, topic: string])[] = [
  ["409", "exception/ConflictResourceException"],
  ["conflcit", "exception/ConflictResourceException"],
  ["duplicate", "exception/ConflictResourceException"],
  ["Duplicate key", "exception/ConflictResourceException"],
  ["upsert", "exception/ConflictResourceException"],
  ["400", "exception/BadRequestException"],
  ["json", "exception/InvalidJsonException"],
  ["trailing comma", "exception/InvalidJsonException"],
  ["singel quotes", "exception/InvalidJsonException"],
  ["1000", "exception/BatchException"],
  ["batch", "exception/BatchException"],
  ["unathorized", "exception/UnauthorizedException"],
  ["api key", "exception/UnauthorizedException"],
  ["permision", "exception/ForbiddenException"],
  ["role", "exception/ForbiddenException"],
  ["not found", "exception/NotFoundException"],
  ["NotFoundException", "exception/NotFoundException"],
  ["notfound", "exception/NotFoundException"],
  ["too many", "exception/TooManyRequestsException"],
  ["rate limit", "exception/TooManyRequestsException"],
  ["429 too many requests", "exception/TooManyRequestsException"],
  ["server error", "exception/InternalServerErrorException"],
  ["not supported", "exception/NotImplementedException"],
  ["maintenance", "exception/ServiceUnavailableException"],
  ["X-RateLimit", "header/X-RateLimit-Limit"],
  ["x-ratelimit-reset", "header/X-RateLimit-Reset"],
  ["Retry-After", "header/Retry-After"],
  ["retry logic", "practice/retry-logic"],
  ["quick reference", "quick-reference"],
  ["status_code", "envelope"],
  ["code 0", "class/DfException"],
  ["no records", "message/no-records-wrapped"],
  ["device token", "message/device-already-registered"],
  ["SQLSTATE 23000", "driver-code/sqlstate-23000"],
  ["SQLSTATE[42S02]: Base table or view not found", "message/mysql-table-missing"],
  ["1062", "driver-code/mysql-1062"],
  ["ORA-00001", "driver-code/ora-00001"],
  ["curl 28", "driver-code/curl-28"],
  ["QueryException", "class/QueryException"],
  ["DreamFactory\\Core\\Exceptions\\DfException", "class/DfException"],
  ["405", "status/405"],
  ["bad gateway", "status/502"],
  ["Request Entity Too Large", "status/413"],
];

for (const [query, topic] of FOUND_FIRST) {
  test(`“${query}” finds ${topic} first`, () => {
    assert.equal(searchTopics(CATALOG_TOPICS, query)[0]?.id, topic);
  });
}

test("the three classes of 400 come in the order of the official list", () => {
  assert.deepEqual(ids(searchTopics(CATALOG_TOPICS, "400", 3)), [
    "exception/BadRequestException",
    "exception/InvalidJsonException",
    "exception/BatchException",
  ]);
});

test("an empty query lists everything in the order of the catalog", () => {
  assert.deepEqual(searchTopics(CATALOG_TOPICS, " "), [...CATALOG_TOPICS]);
  assert.deepEqual(searchTopics(CATALOG_TOPICS, "", 11), CATALOG_TOPICS.slice(0, 11));
});

test("what nothing resembles finds nothing", () => {
  for (const query of ["zzzzzz", "99999", "qx"]) assert.deepEqual(searchTopics(CATALOG_TOPICS, query), []);
});

test("where no topic has all words, those with most of them are found", () => {
  assert.equal(
    searchTopics(CATALOG_TOPICS, "duplicate zzzzzz")[0]?.id,
    "exception/ConflictResourceException",
  );
});

test("a number is never taken for another", () => {
  assert.ok(!ids(searchTopics(CATALOG_TOPICS, "408")).includes("exception/ConflictResourceException"));
});

test("a search finds the same topics in the same order every time, whatever is typed", () => {
  fc.assert(
    fc.property(fc.string(), (query) => {
      const first = ids(searchTopics(CATALOG_TOPICS, query));
      assert.deepEqual(ids(searchTopics(CATALOG_TOPICS, query)), first);
      assert.equal(new Set(first).size, first.length);
    }),
    { numRuns: 50 },
  );
});

test("every message is found first by its own words, save those that are the name of a class", () => {
  const letters = (text: string) => text.toLowerCase().replace(/\W/g, "");
  const classNames = EXCEPTION_CLASSES.flatMap(({ name }) => getTopic(`exception/${name}`)?.names ?? []).map(
    letters,
  );
  for (const topic of CATALOG_TOPICS) {
    const label = fillPhrase(topic.label);
    if (topic.kind !== "message" || classNames.includes(letters(label))) continue;
    const [found] = searchTopics(CATALOG_TOPICS, label, 1);
    assert.equal(letters(found === undefined ? "" : fillPhrase(found.label)), letters(label));
  }
});

test("every topic has a unique id, says what it is, and is found first by its first name", () => {
  assert.equal(new Set(ids(CATALOG_TOPICS)).size, CATALOG_TOPICS.length);
  for (const topic of CATALOG_TOPICS) {
    for (const words of [topic.label, topic.description, topic.detail])
      assert.notEqual(fillPhrase(words), "", topic.id);
    assert.equal(splitTopicId(topic.id).kind, topic.kind);
    assert.equal(getTopic(topic.id), topic);
    const [name] = topic.names;
    if (name === undefined || topic.kind === "exception") continue;
    assert.equal(searchTopics(CATALOG_TOPICS, name)[0]?.id, topic.id);
  }
});

test("every class of the eleven is found first by its name", () => {
  for (const { name } of EXCEPTION_CLASSES) {
    assert.equal(searchTopics(CATALOG_TOPICS, name)[0]?.id, `exception/${name}`);
  }
});

test("an id splits into its kind and a name that finds the entry", () => {
  assert.deepEqual(splitTopicId("header/Retry-After"), { kind: "header", name: "Retry-After" });
  assert.ok(getHeader(splitTopicId("header/Retry-After").name));
  assert.deepEqual(splitTopicId("quick-reference"), { kind: "quick-reference", name: "" });
  assert.equal(getTopic("exception/Unknown"), undefined);
});

test("every driver code of a message leads to its topic", () => {
  const [code] = findDriverCodes(
    "SQLSTATE[HY000]: General error: 1364 Field 'name' doesn't have a default value",
  );
  assert.equal(code?.name, "MySQL 1364");
  for (const { name } of DRIVER_CODES) {
    assert.deepEqual(getTopic(driverCodeTopicId(name))?.label, verbatim(name));
  }
});

test("every related topic exists", () => {
  for (const { name, seeAlso } of EXCEPTION_CLASSES) {
    assert.ok(seeAlso.length > 0, name);
    for (const id of seeAlso) assert.ok(getTopic(id), `${name}: ${id}`);
    assert.ok(!seeAlso.includes(`exception/${name}`), name);
  }
});

test("the class of every message is in the catalog", () => {
  for (const { id, exception } of MESSAGE_TEMPLATES) {
    const name = exception.slice(exception.lastIndexOf("\\") + 1);
    assert.ok(isExceptionName(name) || getOtherClass(name), `${id}: ${exception}`);
  }
});

test("other names are given to classes that exist, and to all of the eleven", () => {
  for (const { name } of EXCEPTION_CLASSES) assert.ok(ALSO_CALLED[name], name);
  for (const name of Object.keys(ALSO_CALLED)) {
    assert.ok(EXCEPTION_CLASSES.some((entry) => entry.name === name) || getOtherClass(name), name);
  }
});

const DISTANCES: readonly (readonly [a: string, b: string, distance: number])[] = [
  ["conflict", "conflict", 0],
  ["conflcit", "conflict", 1],
  ["confict", "conflict", 1],
  ["conflicts", "conflict", 1],
  ["canflict", "conflict", 1],
  ["cnofilct", "conflict", 2],
  ["role", "rules", 2],
  ["abcdef", "uvwxyz", 3],
  ["a", "abcd", 3],
];

for (const [a, b, distance] of DISTANCES) {
  test(`from ${a} to ${b} it is ${distance} within 2`, () => {
    assert.equal(editDistance(a, b, 2), distance);
    assert.equal(editDistance(b, a, 2), distance);
  });
}

function ids(topics: readonly { readonly id: string }[]): string[] {
  return topics.map(({ id }) => id);
}
