import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { symlinkSync } from "node:fs";
import path from "node:path";
import { suite, test } from "node:test";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import {
  CancellationTokenSource,
  ErrorCodes,
  ResponseError,
  type WorkDoneProgressReport,
} from "vscode-languageserver-protocol/node";
import { URI } from "vscode-uri";
import {
  type ErrorSummary,
  FileMethod,
  type ReadFileParams,
  ScanMethod,
  type ScannedErrors,
  type ScanReport,
  type ScanResult,
} from "../../server/src/protocol.ts";
import { accessLine, timedLine } from "../scan/collect.ts";
import { connectInBand, connectToProgram, type TestClient } from "../support/testClient.ts";
import { connectFor, folderOf, scanOf } from "./scanning.ts";

const NOON = new Date("2026-11-22T12:00:00Z");
const SERVICE = timedLine(NOON, 404, "Could not find a service for user");
const RECORDS = timedLine(NOON, 400, "No record(s) detected in request.");

suite("a scan over the wire", () => {
  test("reads files and folders of logs, and names each shortly", async (t) => {
    const client = await connectFor(t);
    const { root, uri } = folderOf({
      "app.log": SERVICE + RECORDS,
      "old/app.log.1": SERVICE,
      "old/app-2026-11-01.log.gz": gzipSync(SERVICE),
      "old/readme.md": SERVICE,
      "node_modules/x.log": SERVICE,
      "Größe 1.log": RECORDS,
    });
    const scan = await scanOf(client, [uri(""), uri("app.log")]);
    assert.deepEqual(
      scan.files.map(({ name, records }) => [name, records]),
      [
        ["Größe 1.log", 1],
        ["app.log", 2],
        ["old/app-2026-11-01.log.gz", 1],
        ["old/app.log.1", 1],
      ],
    );
    assert.deepEqual([scan.records, scan.kept, scan.partial], [5, 5, false]);
    assert.equal(scan.files[1]?.uri, pathToFileURL(path.join(root, "app.log")).href);
  });

  test("is summed up, filtered, listed, reported on and released", async (t) => {
    const client = await connectFor(t);
    const { uri } = folderOf({ "app.log": SERVICE + RECORDS + SERVICE + accessLine(NOON, 500) });
    const { scan } = await scanOf(client, [uri("app.log")]);
    const all = await client.connection.sendRequest<ErrorSummary>(ScanMethod.summary, { scan });
    assert.deepEqual([all.records, all.tables.rows[0]?.label], [4, "contact"]);
    const [problem] = all.problems.rows;
    assert.deepEqual(
      [problem?.label, problem?.detail, problem?.count, problem?.last.line],
      ["404 Not Found · NotFoundException", "Could not find a service for user", 2, 3],
    );
    const filter = { classes: ["BadRequestException"] };
    const some = await client.connection.sendRequest<ErrorSummary>(ScanMethod.summary, { scan, filter });
    assert.equal(some.records, 1);
    const { errors, total } = await client.connection.sendRequest<ScannedErrors>(ScanMethod.errors, {
      scan,
      filter: { problem: problem?.key },
      start: 1,
      count: 5,
    });
    assert.deepEqual([total, errors.map(({ place }) => `${place.name}:${place.line}`)], [2, ["app.log:3"]]);
    for (const [format, expected] of [
      ["markdown", /^# DreamFactory errors\n\n1 error of 1 problem in 1 file/],
      ["csv", /^file,line.*\r\napp\.log,2,/],
      ["json", /^\{"file":"app\.log"/],
    ] as const) {
      const params = { scan, filter, format };
      const { text } = await client.connection.sendRequest<ScanReport>(ScanMethod.report, params);
      assert.match(text, expected);
    }
    await client.connection.sendNotification(ScanMethod.release, { scan });
    assert.equal(await client.connection.sendRequest(ScanMethod.summary, { scan }), null);
  });

  test("reports its progress, and answers what it has when it is cancelled", async (t) => {
    const client = await connectFor(t);
    const filler = "2026-11-22T09:15:37Z INFO processed order 7\n".repeat(50_000);
    const { uri } = folderOf({ "app.log": SERVICE + filler.repeat(8) + SERVICE });
    const cancel = new CancellationTokenSource();
    const messages: string[] = [];
    client.connection.onNotification("$/progress", ({ value }: { value: WorkDoneProgressReport }) => {
      messages.push(`${value.kind} ${value.message ?? ""}`);
      if ((value.percentage ?? 0) >= 20) cancel.cancel();
    });
    const params = { uris: [uri("app.log")], workDoneToken: "t" };
    const result = await client.connection.sendRequest<ScanResult>(ScanMethod.scan, params, cancel.token);
    assert.deepEqual([result.partial, result.records], [true, 1]);
    assert.match(messages[0] ?? "", /^begin/);
    assert.match(messages[1] ?? "", /^report app\.log: \d+ kB of 18 MB, \d errors?$/);
    assert.match(messages.at(-1) ?? "", /^end/);
    assert.ok(messages.length < 60, `${messages.length} messages`);
  });

  test("lets a hover through while it runs", async (t) => {
    const client = await connectFor(t, () => connectToProgram("dist/server.js", ["--stdio"]));
    const { uri } = folderOf({ "app.log": SERVICE.repeat(100_000) });
    const document = client.open(SERVICE, "log");
    let scanned = false;
    const scan = scanOf(client, [uri("app.log")]).then((result) => {
      scanned = true;
      return result;
    });
    let hovers = 0;
    while (!scanned) {
      const position = { line: 0, character: 33 };
      const hover = { textDocument: { uri: document }, position };
      assert.ok(await client.connection.sendRequest("textDocument/hover", hover));
      hovers += 1;
    }
    assert.equal((await scan).records, 100_000);
    // A scan that holds up others answers one, at its end.
    assert.ok(hovers > 2, `only ${hovers} hovers`);
  });

  test("reads an open document as it is in the editor", async (t) => {
    const client = await connectFor(t);
    const { uri } = folderOf({ "app.log": SERVICE });
    client.open(RECORDS + SERVICE, "log", uri("app.log"));
    assert.equal((await scanOf(client, [uri("app.log")])).records, 2);
  });

  test("knows a file by the address that the editor gives it, whatever its name", async (t) => {
    const client = await connectFor(t);
    const name = "it's (1) of 2!.log";
    const { root, uri } = folderOf({ [name]: SERVICE });
    const inEditor = URI.file(path.join(root, name)).toString();
    client.open(RECORDS + SERVICE, "log", inEditor);
    const { files } = await scanOf(client, [uri(""), inEditor]);
    assert.deepEqual(
      files.map(({ uri, name, records }) => [uri, name, records]),
      [[inEditor, name, 2]],
    );
  });

  test("says of places in packed files that they are, whatever the file is called", async (t) => {
    const client = await connectFor(t);
    const { uri } = folderOf({ "a.log.gz": gzipSync(SERVICE), "b.log": gzipSync(SERVICE), "c.log": SERVICE });
    const { scan } = await scanOf(client, [uri("")]);
    const params = { scan, start: 0, count: 9 };
    const { errors } = await client.connection.sendRequest<ScannedErrors>(ScanMethod.errors, params);
    assert.deepEqual(
      errors.map(({ place }) => place.packed),
      [true, true, undefined],
    );
  });

  test("does not follow links that lead in circles", async (t) => {
    const client = await connectFor(t);
    const { root, uri } = folderOf({ "app.log": SERVICE });
    symlinkSync(root, path.join(root, "all.log"), "junction");
    const { files } = await scanOf(client, [uri("")]);
    assert.deepEqual(
      files.map(({ name }) => name),
      ["app.log"],
    );
  });

  test("takes errors of unsure origin by the settings", async (t) => {
    const text = '{"error":{"code":404,"message":"x"}}\n';
    const { uri } = folderOf({ "df.log": text });
    for (const [claim, records] of [
      ["always", 1],
      ["never", 0],
    ] as const) {
      const client = await connectFor(t, () =>
        connectInBand({ settings: { claim: { "**/df.log": claim } } }),
      );
      assert.equal((await scanOf(client, [uri("df.log")])).records, records, claim);
    }
  });
});

suite("a scan refuses in one sentence", () => {
  const rows: readonly (readonly [string, string | Buffer | undefined, RegExp])[] = [
    ["what is not there", undefined, /^there is no such file$/],
    [
      "a picture",
      Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7919) % 251)),
      /^It is a binary file/,
    ],
    ["UTF-16 without a byte order mark", Buffer.from(SERVICE.repeat(9), "utf16le"), /UTF-16 without a byte/],
    ["a packed file inside a packed one", gzipSync(gzipSync(SERVICE)), /compressed inside what was unpacked/],
    [
      "a packed file that was cut",
      gzipSync(SERVICE).subarray(0, 40),
      /^it is packed, and its end is missing$/,
    ],
    ["a packed file that is damaged", damaged(gzipSync(SERVICE)), /^it is packed, and damaged$/],
  ];
  for (const [name, content, refusal] of rows) {
    test(name, async (t) => {
      const client = await connectFor(t);
      const { uri } = folderOf(content === undefined ? {} : { "x.log": content });
      const { files, records } = await scanOf(client, [uri("x.log")]);
      assert.equal(files.length, 1);
      assert.match(files[0]?.refusal ?? "", refusal);
      assert.equal(records, 0);
    });
  }

  test("what only the editor could read, where the editor does not", async (t) => {
    const client = await connectFor(t);
    const { files } = await scanOf(client, ["vscode-vfs://github/x/app.log"]);
    assert.deepEqual(
      files.map(({ refusal }) => refusal),
      ["this editor does not read it for the server"],
    );
  });
});

suite("a scan handles", () => {
  const rows: readonly (readonly [string, Buffer, number])[] = [
    ["UTF-16 with a byte order mark", Buffer.from(`\ufeff${SERVICE}`, "utf16le"), 1],
    ["CRLF", Buffer.from((SERVICE + SERVICE).replaceAll("\n", "\r\n")), 2],
    [
      "bytes that are not UTF-8",
      Buffer.concat([Buffer.from([0xff, 0xfe - 1, 0x0a]), Buffer.from(SERVICE)]),
      1,
    ],
    ["a log that was cut while it was written", Buffer.concat([Buffer.alloc(5000), Buffer.from(SERVICE)]), 1],
    ["an empty file", Buffer.alloc(0), 0],
  ];
  for (const [name, content, records] of rows) {
    test(name, async (t) => {
      const client = await connectFor(t);
      const { uri } = folderOf({ "x.log": content });
      const scan = await scanOf(client, [uri("x.log")]);
      assert.deepEqual([scan.records, scan.files[0]?.refusal], [records, undefined]);
    });
  }
});

suite("a scan through the editor", () => {
  const bytes = Buffer.from(SERVICE.repeat(5000) + RECORDS);
  const options = { initializationOptions: { readsFiles: true } };

  test("reads what only the editor can reach, folders and packed files too", async (t) => {
    const client = await connectFor(t, () => connectInBand(options));
    serve(client, { "a.log": bytes, "b.log.gz": gzipSync(bytes) });
    const { files } = await scanOf(client, ["vscode-vfs://github/logs"]);
    assert.deepEqual(
      files.map(({ name, records }) => [name, records]),
      [
        ["a.log", 5001],
        ["b.log.gz", 5001],
      ],
    );
  });

  test("says why when a file is too large for it", async (t) => {
    const client = await connectFor(t, () => connectInBand(options));
    serve(client, { "a.log": bytes }, 180e6);
    const { files } = await scanOf(client, ["vscode-vfs://github/logs/a.log"]);
    assert.equal(
      files[0]?.refusal,
      "it has 180 MB; of files that only the editor can reach, at most 100 MB are read",
    );
  });

  test("passes on what the editor says of a file that it cannot read", async (t) => {
    const client = await connectFor(t, () => connectInBand(options));
    serve(client, {});
    const { files } = await scanOf(client, ["vscode-vfs://github/logs/a.log"]);
    assert.equal(files[0]?.refusal, "there is no such file");
  });
});

/** Answers for a file system that has one folder, `/logs`. */
function serve(client: TestClient, files: Readonly<Record<string, Buffer>>, size?: number): void {
  const fileOf = (uri: string): Buffer => {
    const file = files[uri.slice(uri.lastIndexOf("/") + 1)];
    if (file === undefined) throw new ResponseError(ErrorCodes.InvalidRequest, "there is no such file");
    return file;
  };
  client.connection.onRequest(FileMethod.stat, ({ uri }: { uri: string }) =>
    uri.endsWith("/logs") ? { kind: "folder", size: 0 } : { kind: "file", size: size ?? fileOf(uri).length },
  );
  client.connection.onRequest(FileMethod.list, () =>
    Object.keys(files).map((name) => ({ name, kind: "file" })),
  );
  client.connection.onRequest(FileMethod.read, ({ uri, start, count }: ReadFileParams) =>
    fileOf(uri)
      .subarray(start, start + count)
      .toString("base64"),
  );
}

function damaged(packed: Buffer): Buffer {
  const bytes = Buffer.from(packed);
  bytes.fill(0xff, 20, 40);
  return bytes;
}
