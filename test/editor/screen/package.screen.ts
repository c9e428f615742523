import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { test } from "node:test";
import { ROOT, WORKSPACE } from "../paths.ts";
import { hoverOver } from "../vscode/gestures.ts";
import { temporaryFolder } from "../vscode/temporaryFolder.ts";
import { inWindow } from "../vscode/window.ts";

const LIMIT = 900_000;
const CONTENTS = [
  "CHANGELOG.md",
  "LICENSE",
  "README.md",
  "client/images/icon.png",
  "client/l10n/bundle.l10n.de.json",
  "client/l10n/bundle.l10n.es.json",
  "client/snippets/javascript.json",
  "client/snippets/php.json",
  "client/snippets/python.json",
  "client/snippets/typescript.json",
  "client/walkthrough/fix.svg",
  "client/walkthrough/hover.svg",
  "client/walkthrough/log.svg",
  "client/walkthrough/look-up.svg",
  "dist/THIRD_PARTY_NOTICES.txt",
  "dist/client.js",
  "dist/client.web.js",
  "dist/server.js",
  "dist/server.web.js",
  "dist/summary.css",
  "dist/summary.js",
  "package.json",
  "package.nls.de.json",
  "package.nls.es.json",
  "package.nls.json",
  "syntaxes/dreamfactory-errors.injection.tmLanguage.json",
];

test("the package holds what runs and what people read, and nothing else", () => {
  assert.deepEqual(vsce("ls", "--no-dependencies").trim().split("\n").sort(), CONTENTS);
});

test("the package is small, installs, and starts by itself", async () => {
  const vsix = path.join(temporaryFolder("package"), "extension.vsix");
  const { scripts } = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8"));
  assert.doesNotMatch(vsce(...scripts.package.split(" ").slice(1), "--out", vsix), /WARN/i);
  const { size } = statSync(vsix);
  assert(size < LIMIT, `${size} bytes`);

  await inWindow({ folder: WORKSPACE, place: "dreamfactory.log:12:1", vsix }, async (page) => {
    await hoverOver(page, "Duplicate entry", "409 Conflict");
  });
});

function vsce(...args: readonly string[]): string {
  const main = path.join(ROOT, "node_modules", "@vscode", "vsce", "vsce");
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    cwd: ROOT,
    encoding: "utf8",
  });
  assert.equal(status, 0, stdout + stderr);
  return stdout + stderr;
}
