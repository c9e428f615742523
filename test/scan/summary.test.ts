import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import { findBursts } from "../../server/src/scan/bursts.ts";
import { type Collection, createCollection } from "../../server/src/scan/collection.ts";
import { readRequestTarget } from "../../server/src/scan/requestTarget.ts";
import { createTimelineBuilder } from "../../server/src/scan/timeline.ts";
import { accessLine, collect, timedLine } from "./collect.ts";

const NOON = Date.parse("2026-11-22T12:00:00Z");
const MINUTE = 60_000;
const at = (minutes: number): Date => new Date(NOON + minutes * MINUTE);

suite("summary", () => {
  const logs = {
    "app.log": [
      timedLine(at(0), 404, "Could not find a service for user"),
      timedLine(at(1), 404, "Table 'contact' does not exist in the database."),
      timedLine(at(2), 400, "No record(s) detected in request."),
      timedLine(at(30), 404, "Could not find a service for mail"),
    ].join(""),
    "access.log":
      accessLine(at(5), 500, "POST /api/v2/db/_table/contact?fields=*") +
      accessLine(at(6), 404, "GET /api/v2/db/_table/contact/17?related=x") +
      accessLine(at(7), 404, "GET /api/v2/db/_table/contact/18"),
  };

  test("counts classes, problems, endpoints and tables, the most frequent first", () => {
    const { records, classes, groups, endpoints, tables } = collect(logs).summary();
    const counts = (rows: readonly { name: string; count: number }[]) =>
      rows.map(({ name, count }) => [name, count]);
    assert.equal(records, 7);
    assert.deepEqual(counts(classes), [
      ["NotFoundException", 5],
      ["BadRequestException", 1],
      ["InternalServerErrorException", 1],
    ]);
    assert.deepEqual(
      groups.slice(0, 2).map(({ count, problem }) => [count, problem.pattern]),
      [
        [2, "Could not find a service for {name}"],
        [2, ""],
      ],
    );
    assert.deepEqual(counts(endpoints), [
      ["GET db/_table/contact/{id}", 2],
      ["POST db/_table/contact", 1],
    ]);
    assert.deepEqual(counts(tables), [["contact", 4]]);
  });

  test("explains each record by its own words, secrets masked", () => {
    const duplicate = (value: string) => timedLine(at(0), 500, `Duplicate entry '${value}' for key 'email'`);
    const jwt = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOjF9.x";
    const { records } = collect({ "app.log": ["ada", "bob", jwt].map(duplicate).join("") }).list({}, 0, 3);
    const named = records.map(({ record: { cause, fix } }) => /\{|ada|bob|•••|eyJ/.exec(cause + fix)?.[0]);
    assert.deepEqual(named, ["ada", "bob", "•••"]);
    assert.equal(new Set(records.map(({ record }) => record.problem)).size, 1);
  });

  test("says when and where each was seen first and last", () => {
    const [services] = collect(logs).summary().groups;
    assert.deepEqual([services?.firstSeen, services?.lastSeen], [at(0).getTime(), at(30).getTime()]);
    assert.deepEqual([services?.first.record.line, services?.last.record.line], [1, 4]);
  });

  test("puts every record with a time into one bar of its class", () => {
    const { timeline } = collect({ ...logs, "undated.log": timedLine(at(0), 404, "x").slice(25) }).summary();
    const total = timeline.bars.flatMap(({ counts }) => Object.values(counts)).reduce((a, b) => a + b, 0);
    assert.deepEqual([total, timeline.undated, timeline.width], [7, 1, MINUTE / 2]);
    assert.deepEqual(timeline.bars[0], { start: NOON, counts: { NotFoundException: 1 } });
  });

  test("finds the stretches in which far more went wrong than usual", () => {
    const quiet = Array.from({ length: 60 }, (_, minute) => timedLine(at(minute), 404, "No user"));
    const burst = Array.from({ length: 200 }, (_, i) => timedLine(at(20 + i / 100), 500, "Down"));
    const { bursts } = collect({ "app.log": [...quiet, ...burst].join("") }).summary();
    assert.deepEqual(
      bursts.map(({ start, end, className }) => [start, end, className]),
      [[at(20).getTime(), at(22).getTime(), "InternalServerErrorException"]],
    );
    assert.ok(bursts[0] !== undefined && bursts[0].count >= 200 && bursts[0].factor >= 5);
    assert.deepEqual(collect({ "app.log": quiet.join("") }).summary().bursts, []);
  });
});

suite("time line", () => {
  const moments = fc.array(
    fc.oneof(
      fc.integer({ min: NOON, max: NOON + 3600_000 }),
      fc.integer({ min: NOON, max: NOON + 40 * 365 * 86_400_000 }),
    ),
    { minLength: 1, maxLength: 200 },
  );

  test("holds every moment in the bar that covers it, in at most 120 bars, in any order", () => {
    fc.assert(
      fc.property(moments, (times) => {
        const builder = createTimelineBuilder();
        for (const time of times) builder.add("A", time);
        const { bars, width } = builder.timeline();
        const expected = new Map<number, number>();
        const origin = bars[0]?.start ?? 0;
        for (const time of times) {
          const start = origin + Math.floor((time - origin) / width) * width;
          expected.set(start, (expected.get(start) ?? 0) + 1);
        }
        assert.deepEqual(
          bars.map(({ start, counts }) => [start, counts.A]),
          [...expected].sort(([a], [b]) => a - b),
        );
        assert.ok(((bars.at(-1)?.start ?? 0) - origin) / width < 120);
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  test("has no burst where nothing is known of the usual", () => {
    assert.deepEqual(findBursts({ width: 1000, undated: 0, bars: [] }), []);
    assert.deepEqual(findBursts({ width: 1000, undated: 0, bars: [{ start: 0, counts: { A: 900 } }] }), []);
  });
});

suite("filters", () => {
  const collection = collect({
    "a.log": timedLine(at(0), 404, "Could not find a service for user") + timedLine(at(9), 500, "Down"),
    "b.log": accessLine(at(5), 404, "GET /api/v2/db/_table/contact") + timedLine(at(9), 404, "x").slice(25),
  });
  const lines = (filter: object) =>
    collection.list(filter, 0, 10).records.map(({ file, record }) => `${file}:${record.line}`);

  const rows: readonly (readonly [string, object, readonly string[]])[] = [
    ["nothing", {}, ["a.log:1", "a.log:2", "b.log:1", "b.log:2"]],
    ["a class", { classes: ["InternalServerErrorException"] }, ["a.log:2"]],
    ["no class", { classes: [] }, []],
    ["a time", { from: at(1).getTime(), to: at(9).getTime() }, ["b.log:1"]],
    ["a beginning", { from: at(5).getTime() }, ["a.log:2", "b.log:1"]],
    ["words of the message", { text: "SERVICE user" }, ["a.log:1"]],
    ["a request", { text: "_table/contact" }, ["b.log:1"]],
    ["a file", { text: "b.log 404" }, ["b.log:1", "b.log:2"]],
    ["words that stand nowhere", { text: "service contact" }, []],
  ];
  for (const [name, filter, expected] of rows) {
    test(`by ${name} leave what fits`, () => {
      assert.deepEqual(lines(filter), expected);
      assert.equal(collection.summary(filter).records, expected.length);
    });
  }

  test("by a problem leave the records of that problem", () => {
    const { groups } = collection.summary();
    for (const { problem, count } of groups) {
      const name = `${problem.title}\n${problem.className}\n${problem.pattern}`;
      assert.equal(collection.list({ problem: name }, 0, 10).total, count);
    }
  });

  test("see as many records as are kept, and the whole counts all", () => {
    const text = timedLine(at(0), 404, "x").repeat(10);
    const bounded = collect({ "a.log": text }, 4);
    assert.deepEqual([bounded.count(), bounded.kept()], [10, 4]);
    assert.equal(bounded.summary().records, 10);
    assert.equal(bounded.summary({ text: "404" }).records, 4);
    assert.deepEqual(bounded.list({}, 3, 5).records.length, 1);
  });
});

suite("records that may still change", () => {
  const record = (message: string) => {
    const [placed] = collect({ x: timedLine(at(0), 404, message) }).list({}, 0, 1).records;
    assert.ok(placed);
    return placed.record;
  };
  const messages = (collection: Collection) =>
    collection.list({}, 0, 99).records.map(({ file, record: { message } }) => `${file} ${message}`);

  test("are counted, summed up and listed behind those of their file, until others replace them", () => {
    const collection = createCollection();
    collection.add("a", record("one"));
    assert.ok(collection.hold("a", [record("two"), record("three")]));
    collection.add("b", record("four"));
    assert.deepEqual(messages(collection), ["a one", "a two", "a three", "b four"]);
    assert.deepEqual([collection.count(), collection.kept(), collection.summary().records], [4, 4, 4]);
    collection.add("a", record("two"));
    assert.ok(collection.hold("a", [record("five")]));
    assert.deepEqual(messages(collection), ["a one", "a two", "a five", "b four"]);
    assert.equal(collection.summary().records, 4);
    assert.ok(collection.hold("a", []));
    assert.equal(collection.summary().records, 3);
  });

  test("have their place in the order of files and lines, whenever they come", () => {
    const log = collect({ x: timedLine(at(0), 404, "one") + timedLine(at(1), 404, "two").repeat(2) });
    const [one, two, three] = log.list({}, 0, 3).records.map(({ record }) => record);
    assert.ok(one && two && three);
    const collection = createCollection();
    const lines = (filter = {}) => {
      const { groups, classes } = collection.summary(filter);
      return [...groups, ...classes].map(({ count, first, last }) =>
        [count, first, last].map((each) =>
          typeof each === "number" ? each : `${each.file}:${each.record.line}`,
        ),
      );
    };
    collection.hold("a", [two]);
    collection.add("c", one);
    collection.add("c", two);
    assert.deepEqual(lines(), [
      [2, "a:2", "c:2"],
      [1, "c:1", "c:1"],
      [3, "a:2", "c:2"],
    ]);
    collection.arrange(["a", "b", "c"]);
    collection.add("b", one);
    collection.add("a", one);
    collection.hold("a", [three]);
    assert.deepEqual(lines(), [
      [3, "a:1", "c:1"],
      [2, "a:3", "c:2"],
      [5, "a:1", "c:2"],
    ]);
    assert.deepEqual(lines(), lines({ text: "404" }));
  });

  test("count for good where they are too many to be held", () => {
    const collection = createCollection(10, 3);
    assert.ok(collection.hold("a", [record("one"), record("two")]));
    assert.ok(!collection.hold("b", [record("three"), record("four")]));
    assert.ok(collection.hold("a", []));
    assert.deepEqual(messages(collection), ["b three", "b four"]);
  });

  test("are listed as far as records are kept", () => {
    const collection = createCollection(2);
    for (const message of ["one", "two", "three"]) collection.add("a", record(message));
    collection.hold("a", [record("four")]);
    assert.deepEqual(
      [messages(collection), collection.kept(), collection.count()],
      [["a one", "a two"], 2, 4],
    );
  });
});

suite("request targets", () => {
  const rows: readonly (readonly [string, string | undefined, string | undefined])[] = [
    ["GET /api/v2/db/_table/contact?limit=1", "GET db/_table/contact", "contact"],
    ["GET /api/v2/db/_table/contact/5 HTTP/1.1", "GET db/_table/contact/{id}", "contact"],
    ["GET /api/v2/db/_table/contact/ada", "GET db/_table/contact/{id}", "contact"],
    ["PATCH https://df.example.com/api/v2/db/_schema/todo/name", "PATCH db/_schema/todo/name", "todo"],
    ["DELETE /df/public/rest/user/session", "DELETE user/session", undefined],
    ["GET db/_table/x", "GET db/_table/x", "x"],
    ["GET /api/v2/system/role/12/", "GET system/role/{id}", undefined],
    ["GET /api/v2/db", "GET db", undefined],
    ["GET /api/v2/", undefined, undefined],
    ["nonsense", undefined, undefined],
  ];
  for (const [written, endpoint, table] of rows) {
    test(`of ${written}`, () => {
      const target = readRequestTarget(written);
      assert.deepEqual([target?.endpoint, target?.table], [endpoint, table]);
    });
  }
});
