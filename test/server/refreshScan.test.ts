import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { suite, test } from "node:test";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import type { WorkDoneProgressReport } from "vscode-languageserver-protocol/node";
import {
  type RefreshScanParams,
  ScanMethod,
  type ScannedErrors,
  type ScanResult,
} from "../../server/src/protocol.ts";
import { timedLine } from "../scan/collect.ts";
import { generateLog } from "../support/generateLog.ts";
import { connectInBand, type TestClient } from "../support/testClient.ts";
import { connectFor, folderOf, scanOf } from "./scanning.ts";

const NOON = new Date("2026-11-22T12:00:00Z");
const SERVICE = timedLine(NOON, 404, "Could not find a service for user");
const RECORDS = timedLine(NOON, 400, "No record(s) detected in request.");
const QUIET = "2026-11-22T09:15:37Z INFO processed order 7\n";
const ANY = 1e9;

suite("the refresh of a scan", () => {
  test("reads of a log that has grown little more than what was appended", async (t) => {
    const client = await connectFor(t);
    const { root, uri } = folderOf({ "app.log": SERVICE + QUIET.repeat(50_000) + SERVICE });
    const { scan, bytes } = await scanOf(client, [uri("app.log")]);
    const totals: string[] = [];
    client.connection.onNotification("$/progress", ({ value }: { value: WorkDoneProgressReport }) => {
      totals.push(/of (.*),/.exec(value.message ?? "")?.[1] ?? "");
    });
    appendFileSync(path.join(root, "app.log"), RECORDS);
    const refreshed = await refresh(client, { scan, atMost: 100_000, workDoneToken: "t" });
    assert.deepEqual(
      [refreshed?.scan, refreshed?.records, refreshed?.bytes],
      [scan, 3, bytes + RECORDS.length],
    );
    assert.ok(bytes > 2_000_000);
    assert.match(totals.join(" "), /^ (?:\d\d kB )+$/);
    const { errors } = await listOf(client, scan);
    assert.deepEqual(
      errors.map(({ place, className }) => [place.line, className]),
      [
        [1, "NotFoundException"],
        [50_002, "NotFoundException"],
        [50_003, "BadRequestException"],
      ],
    );
  });

  test("finds what a scan finds, wherever the log ended when it was scanned", async (t) => {
    const client = await connectFor(t);
    const { text } = generateLog({ seed: 8, length: 200_000, charactersPerError: 1500, nearMisses: 0.1 });
    const log = Buffer.from(text);
    const { root, uri } = folderOf({ "app.log": "" });
    const file = path.join(root, "app.log");
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(log.length), { minLength: 1, maxLength: 4 }), async (cuts) => {
        const [first = 0, ...others] = [...cuts, log.length].sort((a, b) => a - b);
        writeFileSync(file, log.subarray(0, first));
        const { scan } = await scanOf(client, [uri("app.log")]);
        let before = first;
        for (const end of others) {
          appendFileSync(file, log.subarray(before, end));
          before = end;
          // A small log is read from its start, a large one goes on.
          await refresh(client, { scan, atMost: ANY });
        }
        await assertAsFresh(client, scan, [uri("app.log")]);
      }),
      { numRuns: 15, seed: 7 },
    );
  });

  test("neither loses nor doubles an error that was cut when it was scanned", async (t) => {
    const client = await connectFor(t);
    const cut = SERVICE.indexOf("service");
    const { root, uri } = folderOf({ "app.log": QUIET.repeat(3000) + SERVICE.slice(0, cut) });
    const { scan, records } = await scanOf(client, [uri("app.log")]);
    assert.equal(records, 1);
    appendFileSync(path.join(root, "app.log"), SERVICE.slice(cut) + RECORDS);
    assert.equal((await refresh(client, { scan, atMost: 100_000 }))?.records, 2);
    const { errors } = await listOf(client, scan);
    assert.deepEqual(
      errors.map(({ message }) => message),
      ["Could not find a service for user", "No record(s) detected in request."],
    );
  });

  test("of several logs reads the ones that have grown, and lists by file", async (t) => {
    const client = await connectFor(t);
    const files = { "a.log": SERVICE.repeat(1000), "b.log": RECORDS.repeat(1000), "c.log": SERVICE };
    const { root, uri } = folderOf(files);
    const { scan } = await scanOf(client, [uri("")]);
    for (const name of ["a.log", "c.log"]) appendFileSync(path.join(root, name), RECORDS);
    const refreshed = await refresh(client, { scan, atMost: 100_000 });
    assert.deepEqual(
      refreshed?.files.map(({ name, records }) => [name, records]),
      [
        ["a.log", 1001],
        ["b.log", 1000],
        ["c.log", 2],
      ],
    );
    await assertAsFresh(client, scan, [uri("")]);
  });

  test("reads new files of a folder, and lists them where a scan does", async (t) => {
    const client = await connectFor(t);
    const { root, uri } = folderOf({ "a.log": SERVICE + QUIET.repeat(9000), "c.log": SERVICE });
    const { scan, records } = await scanOf(client, [uri("")]);
    writeFileSync(path.join(root, "b.log"), RECORDS + QUIET.repeat(9000) + SERVICE);
    appendFileSync(path.join(root, "c.log"), SERVICE);
    assert.equal((await refresh(client, { scan, atMost: 500_000 }))?.records, records + 3);
    await assertAsFresh(client, scan, [uri("")]);
    writeFileSync(path.join(root, "b.log"), SERVICE);
    appendFileSync(path.join(root, "c.log"), RECORDS);
    await refresh(client, { scan, atMost: ANY });
    await assertAsFresh(client, scan, [uri("")]);
  });

  test("takes what was not written to since as it is", async (t) => {
    const client = await connectFor(t);
    const { uri } = folderOf({ "a.log": SERVICE, "b.log.gz": gzipSync(SERVICE.repeat(9000)) });
    const { scan, records } = await scanOf(client, [uri(""), uri("none.log")]);
    assert.equal((await refresh(client, { scan, atMost: 0 }))?.records, records);
  });

  const rest = QUIET.repeat(3000);
  const rows: readonly (readonly [string, (file: string) => void])[] = [
    [
      "was cut and written to again",
      (file) => {
        truncateSync(file);
        appendFileSync(file, RECORDS);
      },
    ],
    [
      "was rotated, and is longer now",
      (file) => {
        renameSync(file, `${file}.1.old`);
        writeFileSync(file, RECORDS + rest + rest);
      },
    ],
    ["was written anew and longer, in place", (file) => writeFileSync(file, RECORDS + rest + rest + SERVICE)],
    [
      "was edited in the middle",
      (file) => writeFileSync(file, readFileSync(file, "utf8").replace(rest, rest + SERVICE + rest)),
    ],
    ["was edited to the same length", (file) => writeFileSync(file, SERVICE.replace("user", "USER") + rest)],
    ["has got a neighbor", (file) => writeFileSync(path.join(path.dirname(file), "new.log"), SERVICE)],
    [
      "has got a neighbor in another folder",
      (file) => {
        mkdirSync(path.join(path.dirname(file), "old"));
        writeFileSync(path.join(path.dirname(file), "old/app.log"), RECORDS);
      },
    ],
    ["is gone", (file) => rmSync(file)],
    ["has changed its name", (file) => renameSync(file, `${file}.1`)],
  ];
  for (const [name, change] of rows) {
    test(`is a fresh scan where the log ${name}`, async (t) => {
      const client = await connectFor(t);
      const { root, uri } = folderOf({ "app.log": SERVICE + rest, "other.log": RECORDS });
      const { scan } = await scanOf(client, [uri("")]);
      change(path.join(root, "app.log"));
      assert.ok(await refresh(client, { scan, atMost: ANY }));
      await assertAsFresh(client, scan, [uri("")]);
    });
  }

  test("is refused where it would read more than it may, and for a scan that is not known", async (t) => {
    const client = await connectFor(t);
    const { root, uri } = folderOf({
      "app.log": SERVICE + rest,
      "other.log.gz": gzipSync(rest, { level: 0 }),
    });
    const { scan, records } = await scanOf(client, [uri("")]);
    appendFileSync(path.join(root, "app.log"), SERVICE.repeat(1000));
    assert.equal(await refresh(client, { scan, atMost: 100_000 }), null);
    assert.equal((await listOf(client, scan)).total, records);
    assert.equal((await refresh(client, { scan, atMost: 200_000 }))?.records, records + 1000);
    appendFileSync(path.join(root, "other.log.gz"), gzipSync(SERVICE));
    assert.equal(await refresh(client, { scan, atMost: 100_000 }), null);
    assert.equal((await refresh(client, { scan, atMost: ANY }))?.records, records + 1001);
    assert.equal(await refresh(client, { scan: 77, atMost: ANY }), null);
  });

  test("reads an open document from its file, unless the editor says otherwise", async (t) => {
    const client = await connectFor(t);
    const { root, uri } = folderOf({ "app.log": SERVICE + rest });
    client.open(`${SERVICE + rest}`, "log", uri("app.log"));
    const params = { uris: [uri("app.log")], fromEditor: [] };
    const { scan } = await client.connection.sendRequest<ScanResult>(ScanMethod.scan, params);
    appendFileSync(path.join(root, "app.log"), RECORDS);
    const grown = await refresh(client, { scan, fromEditor: [], atMost: 100_000 });
    assert.equal(grown?.records, 2);
    const edited = await refresh(client, { scan, fromEditor: [uri("app.log")], atMost: ANY });
    assert.equal(edited?.records, 1);
  });

  test("one after the other where several are asked for at once", async (t) => {
    const client = await connectFor(t);
    const { root, uri } = folderOf({ "app.log": SERVICE + rest });
    const { scan } = await scanOf(client, [uri("app.log")]);
    appendFileSync(path.join(root, "app.log"), RECORDS + rest);
    const both = await Promise.all([1, 2].map(() => refresh(client, { scan, atMost: ANY })));
    assert.deepEqual(
      both.map((each) => each?.records),
      [2, 2],
    );
  });
});

test("where files can only be read whole, a refresh is a fresh scan", async (t) => {
  const client = await connectFor(t, () => connectInBand({ initializationOptions: { readsFiles: true } }));
  let text = SERVICE + QUIET.repeat(3000);
  const starts: number[] = [];
  client.connection.onRequest("dreamfactoryErrors/statFile", () => ({ kind: "file", size: text.length }));
  client.connection.onRequest("dreamfactoryErrors/readFile", ({ start, count }) => {
    starts.push(start);
    return Buffer.from(text.slice(start, start + count)).toString("base64");
  });
  const { scan } = await scanOf(client, ["vscode-vfs://github/app.log"]);
  text += RECORDS;
  assert.equal((await refresh(client, { scan, atMost: ANY }))?.records, 2);
  assert.deepEqual(starts, [0, 0]);
});

function refresh(client: TestClient, params: RefreshScanParams): Promise<ScanResult | null> {
  return client.connection.sendRequest<ScanResult | null>(ScanMethod.refresh, params);
}

function listOf(client: TestClient, scan: number): Promise<ScannedErrors> {
  return client.connection.sendRequest<ScannedErrors>(ScanMethod.errors, { scan, start: 0, count: 10_000 });
}

/** Compares what the server says of a scan with what it says of a fresh one. */
async function assertAsFresh(client: TestClient, scan: number, uris: readonly string[]): Promise<void> {
  const { scan: fresh } = await scanOf(client, uris);
  assert.deepEqual(await listOf(client, scan), await listOf(client, fresh));
  const [before, after] = await Promise.all(
    [scan, fresh].map((each) => client.connection.sendRequest(ScanMethod.summary, { scan: each })),
  );
  assert.deepEqual(before, after);
  await client.connection.sendNotification(ScanMethod.release, { scan: fresh });
}
