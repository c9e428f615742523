import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { execFileSync } from "node:child_process";
import { appendFileSync, rmSync, writeFileSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { before, suite, test } from "node:test";
import { setImmediate } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { type FilePart, fileChunks } from "../../server/src/node/fileChunks.ts";
import { NODE_PLATFORM } from "../../server/src/node/nodePlatform.ts";
import { findFiles } from "../../server/src/scan/files.ts";
import { temporaryFolder } from "../editor/vscode/temporaryFolder.ts";

const TEXT = Array.from({ length: 4000 }, (_, line) => `line ${line}\n`).join("");

suite("chunks of a file", () => {
  let log = "";

  before(() => {
    log = path.join(temporaryFolder("chunks"), "a.log");
    writeFileSync(log, TEXT);
  });

  const parts: readonly FilePart[] = [
    {},
    { size: 1000 },
    { size: TEXT.length },
    { start: 777, size: 1000 },
    { start: 777, end: 3001, size: 1000 },
    { start: TEXT.length },
    { end: 0 },
  ];
  for (const part of parts) {
    test(`are its bytes in their order: ${JSON.stringify(part)}`, async () => {
      await using file = await open(log);
      let text = "";
      for await (const chunk of fileChunks(file, part)) {
        assert.ok(chunk.length <= (part.size ?? TEXT.length));
        text += Buffer.from(chunk).toString("latin1");
      }
      assert.equal(text, TEXT.slice(part.start, part.end));
    });
  }

  test("hold what is appended while they are looked at", async () => {
    writeFileSync(log, TEXT);
    await using file = await open(log);
    let text = "";
    for await (const chunk of fileChunks(file, { size: 10_000 })) {
      if (text === "") appendFileSync(log, "more\n");
      text += Buffer.from(chunk).toString("latin1");
    }
    assert.equal(text, `${TEXT}more\n`);
  });

  test("of a small file take little memory", async () => {
    await using file = await open(log);
    for await (const chunk of fileChunks(file)) assert.ok(chunk.buffer.byteLength < 2 * TEXT.length);
  });

  if (process.platform !== "win32") {
    const pipe = () => {
      const name = path.join(path.dirname(log), "pipe");
      rmSync(name, { force: true });
      execFileSync("mkfifo", [name]);
      return name;
    };

    test("of a pipe come one by one, and it can be closed before there are more", async () => {
      const name = pipe();
      const [file, writer] = await Promise.all([open(name), open(name, "w")]);
      await writer.write("first");
      for await (const chunk of fileChunks(file)) {
        assert.equal(Buffer.from(chunk).toString(), "first");
        break;
      }
      await file.close();
      await writer.close();
    });

    test("of a pipe are not asked for by a scan of the server, which would wait while nobody writes", async () => {
      assert.ok(NODE_PLATFORM.files);
      const uri = pathToFileURL(pipe()).href;
      const found = await findFiles(NODE_PLATFORM.files, [uri], () => false);
      assert.deepEqual(found.files, []);
      assert.deepEqual(found.missing, [{ uri, reason: "it is no file on disk" }]);
    });
  }

  test("end with the failure of the disk, behind what was read before", async () => {
    const disk = failingAfter(2);
    const read: number[] = [];
    await assert.rejects(async () => {
      for await (const chunk of fileChunks(disk, { size: 8 })) {
        // Meanwhile the next chunk fails.
        await setImmediate();
        read.push(chunk.length);
      }
    }, /the disk is gone/);
    assert.deepEqual(read, [8, 8]);
  });

  test("are not heard of any more once somebody has had enough", async () => {
    for await (const _ of fileChunks(failingAfter(1), { size: 8 })) break;
    await setImmediate();
  });
});

/** A file whose chunks are all full, until the disk fails. */
function failingAfter(chunks: number): FileHandle {
  let left = chunks;
  const file: Pick<FileHandle, "stat" | "read"> = {
    stat: async () => ({ isFile: () => true, size: 1000 }) as never,
    read: async (buffer: unknown) => {
      if (left-- === 0) throw new Error("the disk is gone");
      return { bytesRead: (buffer as Buffer).length, buffer } as never;
    },
  };
  return file as FileHandle;
}
