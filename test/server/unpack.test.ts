import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { suite, type TestContext, test } from "node:test";
import { gzipSync } from "node:zlib";
import { BROWSER_PLATFORM } from "../../server/src/browser/browserPlatform.ts";
import { NODE_PLATFORM } from "../../server/src/node/nodePlatform.ts";
import { FileMethod, type ReadFileParams, ScanMethod, type UnpackedFile } from "../../server/src/protocol.ts";
import { connectInBand, type TestClient } from "../support/testClient.ts";
import { connectFor } from "./scanning.ts";

const TEXT = "first line\nGröße: 5 µm\n";
const LONG = "a line of forty characters, more or less\n".repeat(1_250_000);

const rows: readonly (readonly [string, Buffer, UnpackedFile | RegExp])[] = [
  ["a packed file", gzipSync(TEXT), { text: TEXT }],
  ["a byte order mark left out", gzipSync(`\ufeff${TEXT}`), { text: TEXT }],
  ["UTF-16 with a byte order mark", gzipSync(Buffer.from(`\ufeff${TEXT}`, "utf16le")), { text: TEXT }],
  ["a file of several members", Buffer.concat([gzipSync(TEXT), gzipSync(TEXT)]), { text: TEXT + TEXT }],
  ["a damaged file", broken(TEXT), /^it is packed, and damaged/],
  [
    "a file that holds too much",
    gzipSync(LONG),
    /^it holds more than 50 MB; unpack it, and scan what comes of it$/,
  ],
];

for (const [where, platform] of [
  ["on the desktop", { ...NODE_PLATFORM, files: undefined }],
  ["in the web", BROWSER_PLATFORM],
] as const) {
  suite(`what a packed file holds, ${where}`, () => {
    const connect = (t: TestContext) =>
      connectFor(t, () => connectInBand({ platform, initializationOptions: { readsFiles: true } }));

    for (const [name, packed, expected] of rows) {
      test(name, async (t) => {
        const answer = await unpack(await connect(t), packed);
        if (expected instanceof RegExp) assert.match(answer.refusal ?? "", expected);
        else assert.deepEqual(answer, expected);
      });
    }

    test("of a file that was cut, as far as it can be read", async (t) => {
      const text = Array.from({ length: 100_000 }, (_, line) => `${Math.imul(line, 0x9e3779b1)}\n`).join("");
      const packed = gzipSync(text);
      const { text: read } = await unpack(await connect(t), packed.subarray(0, -1000));
      assert.ok(read.length > text.length / 4 && text.startsWith(read));
    });
  });
}

function unpack(client: TestClient, packed: Buffer): Promise<UnpackedFile> {
  client.connection.onRequest(FileMethod.stat, () => ({ kind: "file", size: packed.length }));
  client.connection.onRequest(FileMethod.read, ({ start, count }: ReadFileParams) =>
    packed.subarray(start, start + count).toString("base64"),
  );
  return client.connection.sendRequest<UnpackedFile>(ScanMethod.unpack, { uri: "vscode-vfs://x/app.log.gz" });
}

function broken(text: string): Buffer {
  return Buffer.from(gzipSync(text)).fill(0xff, 12, 30);
}
