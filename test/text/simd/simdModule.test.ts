import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { suite, test } from "node:test";

const root = path.join(import.meta.dirname, "../../..");

suite("SIMD module", () => {
  test("is what its source compiles to", () => {
    const compiled = execFileSync(process.execPath, ["server/wasm/compile.mjs"], {
      cwd: root,
      encoding: "utf8",
    });
    const module = readFileSync(path.join(root, "server/src/text/simd/simdModule.ts"), "utf8");
    assert.equal(module, compiled, "npm run wasm was forgotten");
  });
});
