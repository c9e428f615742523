import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { before, suite, test } from "node:test";
import { gzipSync } from "node:zlib";
import { temporaryFolder } from "../editor/vscode/temporaryFolder.ts";
import { generateLog } from "../support/generateLog.ts";
import { type Run, run } from "./testHost.ts";

const THREAD = new URL("../../server/src/node/pages/pageThread.ts", import.meta.url);
const MEGABYTE = 1 << 20;

suite("scan of large files", () => {
  let cwd = "";
  let log = Buffer.alloc(0);

  before(() => {
    cwd = temporaryFolder("large");
    const { text } = generateLog({ seed: 3, length: 2 * MEGABYTE, charactersPerError: 20_000 });
    log = Buffer.from(text.repeat(19));
    writeFileSync(path.join(cwd, "large.log"), log);
  });

  for (const args of [
    [],
    ["--list"],
    ["-f", "json"],
    ["-f", "csv"],
    ["-f", "markdown"],
    ["--since", "2026-11-22"],
  ]) {
    test(`says the same with a second thread and without: ${args.join(" ")}`, async () => {
      const [one, two] = await Promise.all([
        run(["scan", ...args, "large.log"], { cwd }),
        run(["scan", ...args, "large.log"], { cwd, pageThread: THREAD }),
      ]);
      assert.deepEqual(two, one);
      assert.deepEqual([one.code, one.err], [1, ""]);
    });
  }

  test("finds what standard input would hold", async () => {
    async function* pieces(): AsyncGenerator<Uint8Array> {
      for (let at = 0; at < log.length; at += MEGABYTE) yield log.subarray(at, at + MEGABYTE);
    }
    const piped = await run(["scan", "-f", "json", "-"], { stdin: pieces() });
    const { out } = await run(["scan", "-f", "json", "large.log"], { cwd, pageThread: THREAD });
    assert.equal(out.replaceAll('"file":"large.log"', '"file":"-"'), piped.out);
    assert.ok(out.split("\n").length > 1000);
  });

  test("shows what was found so far when it is interrupted", async () => {
    const scanning: Run = run(["scan", "--list", "large.log"], {
      cwd,
      pageThread: THREAD,
      onOut: () => scanning.interrupt(),
    });
    const { code, out } = await scanning;
    assert.equal(code, 130);
    assert.match(out, /^large\.log:\d+:\d+: .*\n$/m);
    assert.ok(out.split("\n").length < 1000, "the rest was scanned too");
  });

  const failures: readonly (readonly [string, string, string])[] = [
    ["ends", "process.exit(3)", "the thread that reads it has ended"],
    ["throws", "throw new Error('there is no memory')", "there is no memory"],
    [
      "cannot read",
      "import { parentPort as port } from 'node:worker_threads';" +
        "port.on('message', () => port.postMessage({ failure: { code: 'EACCES', message: '' } }))",
      "access is denied",
    ],
  ];
  for (const [name, script, sentence] of failures) {
    test(`says in a sentence why it stopped when the thread ${name}, and reads the other files`, async () => {
      writeFileSync(path.join(cwd, "small.log"), '{"error":{"code":404,"context":null,"message":"x"}}\n');
      const pageThread = new URL(`data:text/javascript,${encodeURIComponent(script)}`);
      const { code, out, err } = await run(["scan", "--list", "large.log", "small.log"], { cwd, pageThread });
      assert.equal(code, 2);
      assert.equal(err, `dreamfactory-errors scan: large.log: ${sentence}\n`);
      assert.match(out, /^small\.log:1:1: /m);
    });
  }

  test("reads what is no plain UTF-8 as ever", async () => {
    writeFileSync(
      path.join(cwd, "utf16.log"),
      Buffer.from(`\ufeff${log.toString("utf8", 0, 17 * MEGABYTE)}`, "utf16le"),
    );
    writeFileSync(path.join(cwd, "packed.log"), gzipSync(log, { level: 0 }));
    writeFileSync(path.join(cwd, "binary.log"), Buffer.alloc(33 * MEGABYTE, Buffer.from([1, 2, 3, 0])));
    const packed = await run(["scan", "-f", "csv", "packed.log"], { cwd, pageThread: THREAD });
    const plain = await run(["scan", "-f", "csv", "large.log"], { cwd, pageThread: THREAD });
    assert.equal(packed.out.replaceAll("packed.log", "large.log"), plain.out);
    const utf16 = await run(["scan", "-f", "csv", "utf16.log"], { cwd, pageThread: THREAD });
    assert.ok(plain.out.startsWith(utf16.out.replaceAll("utf16.log", "large.log").slice(0, 100_000)));
    const binary = await run(["scan", "binary.log"], { cwd, pageThread: THREAD });
    assert.equal(binary.code, 2);
    assert.match(binary.err, /binary\.log: It is a binary file/);
  });
});
