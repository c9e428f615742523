import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { suite, test } from "node:test";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { BROWSER_PLATFORM } from "../../server/src/browser/browserPlatform.ts";
import { NODE_PLATFORM } from "../../server/src/node/nodePlatform.ts";
import type { Gunzip } from "../../server/src/scan/unpacked.ts";

const MEMBERS = ["first line\n", "", "second line\n".repeat(9000), "last line\n"];

for (const [name, { gunzip }] of [
  ["the desktop", NODE_PLATFORM],
  ["a browser", BROWSER_PLATFORM],
] as const) {
  suite(`gzip on ${name}`, () => {
    test("is unpacked to its end, however many members there are and however their bytes come", async () => {
      const packed = Buffer.concat(MEMBERS.map((member) => gzipSync(member)));
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 }),
          async (sizes) => {
            assert.equal(await textOf(gunzip, piecesOf(packed, sizes)), MEMBERS.join(""));
          },
        ),
        { numRuns: 30, seed: 7 },
      );
    });

    test("is unpacked where packed bytes are packed once more, and look like a member of their own", async () => {
      const inner = Buffer.concat(MEMBERS.map((member) => gzipSync(member)));
      const packed = Buffer.concat([gzipSync(inner, { level: 0 }), gzipSync(inner, { level: 0 })]);
      const text = await textOf(gunzip, piecesOf(packed, [100]));
      assert.equal(text, inner.toString("utf8").repeat(2));
    });

    test("is refused in words where a member is damaged or cut", async () => {
      const [first, second] = [gzipSync("first"), gzipSync("second".repeat(99))];
      const broken = Buffer.from(second).fill(0xff, 12, 16);
      for (const packed of [second.subarray(0, -9), broken]) {
        await assert.rejects(
          textOf(gunzip, piecesOf(Buffer.concat([first, packed]), [50])),
          /^Error: it is packed, and /,
        );
      }
    });
  });
}

async function textOf(gunzip: Gunzip, packed: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of gunzip(packed)) parts.push(part);
  return Buffer.concat(parts).toString("utf8");
}

async function* piecesOf(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % sizes.length] ?? bytes.length;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}
