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

  test("refuses what is no command, with what was probably meant", async () => {
    const rows: readonly (readonly [string[], RegExp])[] = [
      [["scna"], /there is no command scna; did you mean scan\?\nTry: /],
      [["404"], /there is no command 404; there are scan, lint, explain, lsp\n/],
      [["help", "lnit"], /there is no command lnit; did you mean lint\?/],
      [["--hlep"], /there is no option --hlep; did you mean --help\?/],
      [["-x\u001b[2J"], /there is no option -x␛\[2J; there are --help, --version\n/],
      [[], /\nUsage: /],
      [["lsp"], /--stdio/],
    ];
    for (const [args, sentence] of rows) {
      const { code, out, err } = await run(args);
      assert.deepEqual([code, out], [2, ""], args.join(" "));
      assert.match(err, sentence);
    }
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
