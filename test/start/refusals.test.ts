import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:net";
import process from "node:process";
import { test } from "node:test";
import { launchChromium } from "../editor/vscode/chromium.ts";
import { installOnce, whyNpmFailed } from "../editor/vscode/npmCache.ts";
import { Refusal } from "../editor/vscode/refusal.ts";
import { serveVsCode } from "../editor/vscode/servedVsCode.ts";
import { temporaryFolder } from "../editor/vscode/temporaryFolder.ts";

test("a taken port is refused with another one to try", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const address = other.address();
  assert(typeof address === "object" && address !== null);
  const { port } = address;
  await refuses(
    serveVsCode({ port, userDataFolder: "unused" }),
    `Port ${port} is taken: end what listens there, or choose another with "npm start -- --port=${port + 1}".`,
  );
  other.close();
});

test("a browser that is not there is refused by its path", async () => {
  await withEnvironment({ CHROME_PATH: "/nowhere/chrome" }, () =>
    refuses(
      launchChromium(),
      "CHROME_PATH names /nowhere/chrome, which does not exist: correct it, or unset it to use an installed Chrome or Chromium.",
    ),
  );
});

test("without a network the refusal says so, and leaves nothing half installed", async () => {
  const environment = {
    DREAMFACTORY_ERRORS_CACHE: temporaryFolder("cache"),
    npm_config_registry: "http://127.0.0.1:9",
    npm_config_fetch_retries: "0",
  };
  await withEnvironment(environment, async () => {
    const install = () => installOnce({ name: "nothing", version: "1.0.0", title: "VS Code" });
    const expected =
      'VS Code could not be fetched, because npm\'s registry cannot be reached: connect to the network (or set "registry" in .npmrc) and try again.';
    await refuses(install(), expected);
    await refuses(install(), expected);
  });
});

test("what npm says becomes one sentence", () => {
  const rows = [
    ["npm error code ENOSPC\nnpm error nospc no space left on device", /the disk is full: make room in /],
    [
      "npm error code E404\nnpm error 404 Not Found - GET https://registry",
      /by npm \(404 Not Found - GET https/,
    ],
    ["", /by npm \(npm could not be started\)/],
  ] as const;
  for (const [errors, expected] of rows) assert.match(whyNpmFailed("Chromium", errors), expected);
});

async function refuses(attempt: Promise<unknown>, sentence: string): Promise<void> {
  await assert.rejects(attempt, (error) => {
    assert(error instanceof Refusal);
    assert.equal(error.message, sentence);
    return true;
  });
}

async function withEnvironment(
  changes: Readonly<Record<string, string>>,
  run: () => Promise<void>,
): Promise<void> {
  const before = { ...process.env };
  Object.assign(process.env, changes);
  try {
    await run();
  } finally {
    for (const name of Object.keys(changes)) delete process.env[name];
    Object.assign(process.env, before);
  }
}
