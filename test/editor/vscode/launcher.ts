#!/usr/bin/env -S node --disable-warning=MODULE_TYPELESS_PACKAGE_JSON
/**
 * Stands in for VS Code's executable where none can be downloaded: takes the same arguments, runs the extension tests
 * in a served VS Code inside a headless browser, and ends with their exit code.
 */
import process from "node:process";
import { parseArgs } from "node:util";
import { launchChromium } from "./chromium.ts";
import { main } from "./refusal.ts";
import { remoteUri, serveVsCode } from "./servedVsCode.ts";
import { runExtensionTests } from "./servedWindow.ts";

await main(async () => {
  const { values, positionals } = parseArgs({
    strict: false,
    allowPositionals: true,
    options: {
      extensionDevelopmentPath: { type: "string" },
      extensionTestsPath: { type: "string" },
      "user-data-dir": { type: "string" },
    },
  });
  const [folder = process.cwd()] = positionals;
  const server = await serveVsCode({ userDataFolder: String(values["user-data-dir"]) });
  const browser = await launchChromium();
  try {
    return await runExtensionTests(
      browser,
      server.windowAddress(folder, {
        extensionDevelopmentPath: remoteUri(String(values.extensionDevelopmentPath)),
        extensionTestsPath: remoteUri(String(values.extensionTestsPath)),
      }),
    );
  } finally {
    await browser.close();
    await server.stop();
  }
});
