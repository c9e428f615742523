import { appendFileSync } from "node:fs";
import process from "node:process";
import Mocha from "mocha";
import type { TestOutcome } from "../outcome.ts";
import { noteOf } from "./notes.ts";

/**
 * Entry that VS Code calls in the extension host. Outcomes go line by line into the file that `RESULTS_FILE` names:
 * the host's console reaches the terminal in some editors only.
 */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: "tdd", timeout: 60_000, reporter: "min" });
  mocha.suite.emit("pre-require", globalThis, "", mocha);
  // First, while no extension has started yet.
  await import("./speed.suite.ts");
  await import("./activation.suite.ts");
  await import("./hover.suite.ts");
  await import("./fixes.suite.ts");
  await import("./referencePage.suite.ts");
  await import("./navigation.suite.ts");
  await import("./explaining.suite.ts");
  await import("./largeLog.suite.ts");
  await import("./walkthrough.suite.ts");

  const failures = await new Promise<number>((done) => {
    mocha
      .run(done)
      .on("pass", (test) =>
        report({ name: test.fullTitle(), duration: test.duration ?? 0, note: noteOf(test) }),
      )
      .on("fail", (test, error) => report({ name: test.fullTitle(), error: error.stack ?? error.message }));
  });
  if (failures > 0) throw new Error(`${failures} failed`);
}

function report(outcome: TestOutcome): void {
  const file = process.env.RESULTS_FILE;
  if (file) appendFileSync(file, `${JSON.stringify(outcome)}\n`);
}
