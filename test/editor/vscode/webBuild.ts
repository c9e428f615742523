import { cp, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { ROOT } from "../paths.ts";
import { temporaryFolder } from "./temporaryFolder.ts";

/** The extension without its desktop entry, and without a say in where it runs: that leaves the worker in the browser. */
export async function webBuild(): Promise<string> {
  const folder = temporaryFolder("web");
  const manifest = JSON.parse(await readFile(path.join(ROOT, "package.json"), "utf8"));
  const webManifest = { ...manifest, main: undefined, extensionKind: undefined };
  await writeFile(path.join(folder, "package.json"), JSON.stringify(webManifest));
  const bundles = ["client.web.js", "server.web.js", "summary.js", "summary.css"].map(
    (file) => `dist/${file}`,
  );
  for (const file of ["package.nls.json", "syntaxes", ...bundles]) {
    await cp(path.join(ROOT, file), path.join(folder, file), { recursive: true });
  }
  return folder;
}
