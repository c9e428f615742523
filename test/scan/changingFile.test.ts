import assert from "node:assert/strict";
import { test } from "node:test";
import { NODE_PLATFORM } from "../../server/src/node/nodePlatform.ts";
import type { Files } from "../../server/src/scan/files.ts";
import { refreshScan } from "../../server/src/scan/refreshScan.ts";
import { type ScanFilesOptions, scanFiles } from "../../server/src/scan/scanFiles.ts";
import { timedLine } from "./collect.ts";

const OPTIONS: ScanFilesOptions = {
  decode: NODE_PLATFORM.decode,
  gunzip: NODE_PLATFORM.gunzip,
  claimOf: () => "auto",
  cancelled: () => false,
  pause: async () => {},
  onProgress: () => {},
};

test("a file that is cut right after its last byte was read is not taken for unchanged", async () => {
  const line = timedLine(new Date(0), 404, "Could not find a service for user");
  const before = NODE_PLATFORM.encode(line.repeat(3));
  const after = NODE_PLATFORM.encode(line);
  let bytes = before;
  const files: Files = {
    stat: async () => ({
      kind: "file",
      size: bytes.length,
      version: { id: "1", modified: String(bytes.length) },
    }),
    list: async () => [],
    async *read(_uri, start = 0, end = bytes.length) {
      yield bytes.subarray(start, end);
      bytes = after;
    },
  };
  const scan = await scanFiles(files, ["memory:/app.log"], OPTIONS);
  assert.equal(scan.collection.count(), 3);
  const refreshed = await refreshScan(files, scan, before.length, OPTIONS);
  assert.equal(refreshed?.collection.count(), 1);
});
