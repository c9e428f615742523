import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { before, suite, test } from "node:test";
import { gzipSync } from "node:zlib";
import { temporaryFolder } from "../editor/vscode/temporaryFolder.ts";
import { generateLog } from "../support/generateLog.ts";
import { type Run, run } from "./testHost.ts";

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

  test("finds what standard input would hold", async () => {
    async function* pieces(): AsyncGenerator<Uint8Array> {
      for (let at = 0; at < log.length; at += MEGABYTE) yield log.subarray(at, at + MEGABYTE);
    }
    const piped = await run(["scan", "-f", "json", "-"], { stdin: pieces() });
    const { out } = await run(["scan", "-f", "json", "large.log"], { cwd });
    assert.equal(out.replaceAll('"file":"large.log"', '"file":"-"'), piped.out);
    assert.ok(out.split("\n").length > 1000);
  });

  test("shows what was found so far when it is interrupted", async () => {
    const scanning: Run = run(["scan", "--list", "large.log"], {
      cwd,
      onOut: () => scanning.interrupt(),
    });
    const { code, out } = await scanning;
    assert.equal(code, 130);
    assert.match(out, /^large\.log:\d+:\d+: .*\n$/m);
    assert.ok(out.split("\n").length < 1000, "the rest was scanned too");
  });

  test("writes what it finds in a packed file while it unpacks it", async () => {
    const record = '{"error":{"code":404,"context":null,"message":"Resource not found","status_code":404}}\n';
    writeFileSync(path.join(cwd, "dense.log.gz"), gzipSync(record.repeat(60_000)));
    const written: number[] = [];
    const onOut = (text: string) => written.push(text.length);
    const { out } = await run(["scan", "--list", "dense.log.gz"], { cwd, onOut });
    assert.equal(out.split("\n").length, 60_001);
    assert.ok(written.length > 2 && (written[0] ?? 0) < out.length / 2, `written in ${written.length} parts`);
  });

  test("reads what is no plain UTF-8 as ever", async () => {
    writeFileSync(
      path.join(cwd, "utf16.log"),
      Buffer.from(`\ufeff${log.toString("utf8", 0, 17 * MEGABYTE)}`, "utf16le"),
    );
    writeFileSync(path.join(cwd, "packed.log"), gzipSync(log, { level: 0 }));
    writeFileSync(path.join(cwd, "binary.log"), Buffer.alloc(33 * MEGABYTE, Buffer.from([1, 2, 3, 0])));
    const packed = await run(["scan", "-f", "csv", "packed.log"], { cwd });
    const plain = await run(["scan", "-f", "csv", "large.log"], { cwd });
    assert.equal(packed.out.replaceAll("packed.log", "large.log"), plain.out);
    const utf16 = await run(["scan", "-f", "csv", "utf16.log"], { cwd });
    assert.ok(plain.out.startsWith(utf16.out.replaceAll("utf16.log", "large.log").slice(0, 100_000)));
    const binary = await run(["scan", "binary.log"], { cwd });
    assert.equal(binary.code, 2);
    assert.match(binary.err, /binary\.log: It is a binary file/);
  });
});
