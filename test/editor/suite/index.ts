import { appendFileSync } from "node:fs";
import Mocha from "mocha";
import type { TestOutcome } from "../outcome.ts";

/**
 * Entry that VS Code calls in the extension host. Outcomes go line by line into the file that `RESULTS_FILE` names,
 * because the host's console does not reach the terminal from everywhere.
 */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: "tdd", timeout: 20_000, reporter: "min" });
  mocha.suite.emit("pre-require", globalThis, "", mocha);
  await import("./activation.test.ts");

  const failures = await new Promise<number>((done) => {
    const runner = mocha.run(done);
    runner.on("pass", (test) => report({ name: test.fullTitle(), duration: test.duration ?? 0 }));
    runner.on("fail", (test, error) =>
      report({ name: test.fullTitle(), error: error.stack ?? error.message }),
    );
  });
  if (failures > 0) throw new Error(`${failures} tests failed.`);
}

function report(outcome: TestOutcome): void {
  const file = process.env.RESULTS_FILE;
  if (file) appendFileSync(file, `${JSON.stringify(outcome)}\n`);
}
