import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import process from "node:process";
import { test } from "node:test";

const TOOL = "node_modules/vscode-tmgrammar-test/dist/unit.js";

for (const [host, cases] of [
  ["log", "*.log"],
  ["http", "*.http"],
]) {
  test(`the injection colors ${cases}, and leaves the rest to the grammar it is injected into`, () => {
    const args = [TOOL, "--compact", "-g", `test/grammar/${host}.host.json`, `test/grammar/${cases}`];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
    assert.equal(status, 0, stdout + stderr);
    assert.match(stdout, /run successfu/);
  });
}
