/** Runs the tests of `suite/` inside a real VS Code, and those of `screen/` on its window. */
import { readFileSync } from "node:fs";
import { cp, writeFile } from "node:fs/promises";
import path from "node:path";
import { runTests } from "@vscode/test-electron";
import type { TestOutcome } from "./outcome.ts";
import { ROOT, WORKSPACE } from "./paths.ts";
import { findVsCode, type VsCode } from "./vscode/executable.ts";
import { main } from "./vscode/refusal.ts";
import { temporaryFolder } from "./vscode/temporaryFolder.ts";
import { writeUserSettings } from "./vscode/userSettings.ts";

export interface Totals {
  readonly passed: number;
  readonly failed: number;
}

/** Runs all tests that need an editor, and prints one line per test. */
export async function runEditorTests(): Promise<Totals> {
  const vsCode = await findVsCode();
  return runSuite(vsCode);
}

/** Runs `suite/` in the extension host. */
async function runSuite({ executable }: VsCode): Promise<Totals> {
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

function readOutcomes(file: string): readonly TestOutcome[] {
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.filter((line) => line !== "").map((line) => JSON.parse(line));
}

function print(outcomes: readonly TestOutcome[], crash: unknown): Totals {
  for (const { name, duration, error } of outcomes) {
    console.log(error === undefined ? `✔ ${name} (${duration}ms)` : `✖ ${name}\n${error}`);
  }
  const failed = outcomes.filter(({ error }) => error !== undefined).length;
  const died = crash !== undefined && failed === 0;
  if (died) console.log(`✖ The editor ended before its tests did: ${crash}`);
  return { passed: outcomes.length - failed, failed: failed + (died ? 1 : 0) };
}

if (import.meta.main) {
  await main(async () => {
    const { passed, failed } = await runEditorTests();
    console.log(`${passed} passed, ${failed} failed`);
    return failed > 0 || passed === 0 ? 1 : 0;
  });
}
