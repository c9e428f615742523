import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { suite, test } from "node:test";
import { terminalOf } from "../../server/src/node/cli/processHost.ts";
import { run } from "./testHost.ts";

const { version } = JSON.parse(readFileSync("package.json", "utf8"));

suite("the command line", () => {
  test("shows its version and its help", async () => {
    assert.deepEqual(await run(["--version"]), { code: 0, out: `${version}\n`, err: "" });
    const { out } = await run(["--help"]);
    for (const command of ["scan", "lint", "explain", "lsp"]) {
      assert.match(out, new RegExp(`\\n  ${command} `));
      const help = await run([command, "--help"]);
      assert.equal(help.code, 0);
      assert.match(help.out, new RegExp(`\\nUsage: dreamfactory-errors ${command} `));
      assert.match(help.out, /\nExample/);
      assert.equal((await run(["help", command])).out, help.out);
    }
  });

  test("fits a terminal of 120 columns", async () => {
    for (const command of ["", "scan", "lint", "explain", "lsp"]) {
      const { out } = await run(["help", command]);
      assert.deepEqual(
        out.split("\n").filter((line) => line.length > 120),
        [],
        command,
      );
    }
  });

  test("refuses what is no command", async () => {
    const { code, out, err } = await run(["scna"]);
    assert.deepEqual([code, out], [2, ""]);
    assert.match(err, /there is no command “scna”; the commands are scan, lint, explain, lsp\./);
    assert.equal((await run([])).code, 2);
    assert.equal((await run(["lsp"])).code, 2);
  });

  test("uses colors by convention", () => {
    const rows: readonly (readonly [isTTY: boolean, env: Record<string, string>, colors: boolean])[] = [
      [true, {}, true],
      [false, {}, false],
      [true, { NO_COLOR: "1" }, false],
      [true, { NO_COLOR: "" }, true],
      [false, { FORCE_COLOR: "1" }, true],
      [false, { FORCE_COLOR: "1", NO_COLOR: "1" }, false],
      [true, { FORCE_COLOR: "0" }, false],
      [true, { TERM: "dumb" }, false],
    ];
    for (const [isTTY, env, colors] of rows) {
      assert.equal(terminalOf({ isTTY, columns: 80 }, env).colors, colors, JSON.stringify({ isTTY, env }));
    }
  });
});
