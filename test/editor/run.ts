/**
 * Runs the tests of `suite/` inside a real VS Code, and those of `screen/` on its window:
 * `npm run test:editor [-- words…]`. Words choose among the screen tests by their file; the word `suite` is the suite.
 */
import { globSync, readFileSync } from "node:fs";
import { cp, writeFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { runTests } from "@vscode/test-electron";
import type { TestOutcome } from "./outcome.ts";
import { ROOT, WORKSPACE } from "./paths.ts";
import { findVsCode } from "./vscode/executable.ts";
import { main } from "./vscode/refusal.ts";
import { temporaryFolder } from "./vscode/temporaryFolder.ts";
import { writeUserSettings } from "./vscode/userSettings.ts";

export interface Totals {
  readonly passed: number;
  readonly failed: number;
}

/** Runs all tests that need an editor, or those that the words choose, and prints one line per test. */
export async function runEditorTests(words: readonly string[] = []): Promise<Totals> {
  const { executable, kind } = await findVsCode();
  // The screen tests look for VS Code themselves: they need not try again what failed.
  if (kind === "served") process.env.VSCODE_VERSION = "served";
  const chosen = (name: string): boolean => words.length === 0 || words.some((word) => name.includes(word));
  const suite = chosen("suite") ? await runSuite(executable) : { passed: 0, failed: 0 };
  const files = globSync(path.join(ROOT, "test/editor/screen/*.screen.ts"));
  const screen = await runScreen(files.filter((file) => chosen(path.basename(file))));
  return { passed: suite.passed + screen.passed, failed: suite.failed + screen.failed };
}

/** Runs `suite/` in the extension host. */
async function runSuite(executable: string): Promise<Totals> {
  const scratch = temporaryFolder("suite");
  const results = path.join(scratch, "results.jsonl");
  const workspace = path.join(scratch, "workspace");
  const userData = path.join(scratch, "user");
  await writeFile(results, "");
  await cp(WORKSPACE, workspace, { recursive: true });
  await writeUserSettings(userData);
  const crash = await runTests({
    vscodeExecutablePath: executable,
    extensionDevelopmentPath: ROOT,
    extensionTestsPath: path.join(ROOT, "dist/test/editor.js"),
    launchArgs: [workspace, `--user-data-dir=${userData}`],
    extensionTestsEnv: { RESULTS_FILE: results },
  }).then(
    () => undefined,
    (error: unknown) => error,
  );
  return print(readOutcomes(results), crash);
}

/** Runs `screen/`, each file in a process of its own, one after the other: a window needs a whole processor. */
async function runScreen(files: string[]): Promise<Totals> {
  const totals = { passed: 0, failed: 0 };
  if (files.length === 0) return totals;
  await new Promise<void>((done) => {
    run({
      files,
      concurrency: 1,
      // Only against hanging: a slow machine may take its time.
      timeout: 600_000,
    })
      .on("test:pass", () => {
        totals.passed += 1;
      })
      .on("test:fail", () => {
        totals.failed += 1;
      })
      .on("end", done)
      .compose(spec())
      .pipe(process.stdout);
  });
  return totals;
}

function readOutcomes(file: string): readonly TestOutcome[] {
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.filter((line) => line !== "").map((line) => JSON.parse(line));
}

function print(outcomes: readonly TestOutcome[], crash: unknown): Totals {
  for (const { name, duration, note = `${duration}ms`, error } of outcomes) {
    console.log(error === undefined ? `✔ ${name} (${note})` : `✖ ${name}\n${error}`);
  }
  const failed = outcomes.filter(({ error }) => error !== undefined).length;
  const died = crash !== undefined && failed === 0;
  if (died) console.log(`✖ The editor ended before its tests did: ${crash}`);
  return { passed: outcomes.length - failed, failed: failed + (died ? 1 : 0) };
}

if (import.meta.main) {
  if (process.argv.includes("--screenshots")) process.env.SCREENSHOTS = "yes";
  await main(async () => {
    const { passed, failed } = await runEditorTests(
      process.argv.slice(2).filter((argument) => !argument.startsWith("-")),
    );
    console.log(`${passed} passed, ${failed} failed`);
    return failed > 0 || passed === 0 ? 1 : 0;
  });
}
