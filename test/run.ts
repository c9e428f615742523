/**
 * Runs the tests: `node test/run.ts [--update] [words…]`. Words choose test files by their path; with none, every
 * file runs and then the tests inside a real VS Code. Ends with one line, `N passed, N failed`.
 */
import { globSync } from "node:fs";
import process from "node:process";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { runEditorTests } from "./editor/run.ts";

const args = process.argv.slice(2);
const words = args.filter((arg) => !arg.startsWith("-"));
const files = globSync("test/**/*.test.ts").filter((file) => {
  const name = file.replaceAll("\\", "/");
  return words.every((word) => name.includes(word));
});

const totals = { passed: 0, failed: 0 };
const execArgv = ["--disable-warning=MODULE_TYPELESS_PACKAGE_JSON", "--import=./test/support/seed.ts"];
if (args.includes("--update")) execArgv.push("--test-update-snapshots");

await new Promise<void>((done) => {
  run({ files, concurrency: 2, timeout: 300_000, execArgv })
    .on("test:pass", ({ details }) => {
      if (details.type !== "suite") totals.passed += 1;
    })
    .on("test:fail", ({ details: { error } }) => {
      // A suite fails with its tests, which count, or by itself.
      if (!("failureType" in error) || error.failureType !== "subtestsFailed") totals.failed += 1;
    })
    .on("end", done)
    .compose(spec())
    .pipe(process.stdout);
});

if (words.length === 0) {
  const editor = await runEditorTests();
  totals.passed += editor.passed;
  totals.failed += editor.failed;
}

console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed > 0 || totals.passed === 0 ? 1 : 0;
