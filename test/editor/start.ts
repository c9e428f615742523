/**
 * `npm start [-- --port=N]`: opens VS Code with the extension on `test/workspace/`, an installed `code` or else the one
 * from npm, served on the loopback interface; says "Ready" once the extension has shown that it is alive.
 */
import { rmSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { waitForAlive } from "./alive.ts";
import { ROOT, WORKSPACE } from "./paths.ts";
import { start } from "./vscode/childProcess.ts";
import { launchChromium } from "./vscode/chromium.ts";
import { onPath } from "./vscode/onPath.ts";
import { main, Refusal } from "./vscode/refusal.ts";
import { remoteUri, serveVsCode } from "./vscode/servedVsCode.ts";
import { temporaryFolder } from "./vscode/temporaryFolder.ts";
import { writeUserSettings } from "./vscode/userSettings.ts";

const DEFAULT_PORT = "8642";
const PROBE = path.join(ROOT, "dist", "test", "alive.js");
const PATIENCE = 60_000;

await main(async () => {
  const port = readPort(process.argv.slice(2));
  // What was started is ended, and temporary folders are removed, as this process exits.
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(0));

  const userDataFolder = temporaryFolder("user");
  await writeUserSettings(userDataFolder);
  const aliveFile = path.join(userDataFolder, "alive.json");
  const code = onPath("code");
  const { closed } = await (code === undefined
    ? openServed(port, userDataFolder, aliveFile)
    : openInstalled(code, userDataFolder, aliveFile));
  console.log("Ready. Press Ctrl-C to end.");
  await closed;
  return 0;
});

interface Opened {
  /** Resolves when VS Code ends by itself. */
  readonly closed: Promise<void>;
}

/** Opens the window of an installed VS Code, with a profile of its own. */
async function openInstalled(code: string, userDataFolder: string, aliveFile: string): Promise<Opened> {
  const args = ["--wait", "--new-window", "--disable-workspace-trust", `--user-data-dir=${userDataFolder}`];
  const development = [`--extensionDevelopmentPath=${ROOT}`, `--extensionTestsPath=${PROBE}`];
  const window = start(code, [...args, ...development, WORKSPACE], { ALIVE_FILE: aliveFile });
  // The probe ends when its file goes, and the window closes with the probe.
  process.once("exit", () => rmSync(aliveFile, { force: true }));
  await proveAlive(aliveFile);
  console.log("VS Code is open.");
  return { closed: window.ended };
}

/** Serves the VS Code from npm, and opens it once in a headless browser to see that the extension runs in it. */
async function openServed(port: number, userDataFolder: string, aliveFile: string): Promise<Opened> {
  const env = { ALIVE_FILE: aliveFile };
  const server = await serveVsCode({ port, userDataFolder, folder: WORKSPACE, installed: ROOT, env });
  const browser = await launchChromium();
  const page = await browser.newPage();
  await page.goto(
    server.windowAddress(WORKSPACE, {
      extensionDevelopmentPath: remoteUri(ROOT),
      extensionTestsPath: remoteUri(PROBE),
    }),
  );
  await proveAlive(aliveFile);
  await browser.close();
  console.log(`VS Code is at ${server.address}`);
  return { closed: server.ended };
}

async function proveAlive(file: string): Promise<void> {
  const alive = await waitForAlive(file, PATIENCE);
  if (alive === undefined) {
    throw new Refusal(
      `VS Code opened, but the extension did not answer within ${PATIENCE / 1000} seconds: run "npm run test:editor" to see why.`,
    );
  }
  if ("error" in alive) {
    throw new Refusal(`The extension does not run (${alive.error}): run "npm run test:editor" to see more.`);
  }
  console.log(
    `DreamFactory Errors ${alive.version} is alive: ${alive.records} error records in dreamfactory.log.`,
  );
}

function readPort(args: readonly string[]): number {
  const { port = DEFAULT_PORT } = parseArgs({
    args: [...args],
    options: { port: { type: "string" } },
  }).values;
  const number = Number(port);
  if (Number.isInteger(number) && number >= 0 && number <= 65_535) return number;
  throw new Refusal(`"${port}" is not a port: give a number, as in "npm start -- --port=${DEFAULT_PORT}".`);
}
