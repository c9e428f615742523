import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";

/**
 * Makes the npm package of the command line: `node server/npm/pack.mjs [folder]`, `dist/npm` when left out. The
 * package.json of the repository describes the editor extension, so that this one is made from it. Ends with the path
 * of the packed file.
 */
const root = path.resolve(import.meta.dirname, "../..");
const folder = path.resolve(process.argv[2] ?? path.join(root, "dist/npm"));
const bundles = ["cli", "cli.commands"];

const { version, license, author, repository, homepage, bugs, engines } = JSON.parse(
  readFileSync(path.join(root, "package.json"), "utf8"),
);
const manifest = {
  name: "dreamfactory-errors",
  version,
  description: "Finds errors of DreamFactory's REST APIs in logs, explains them, and lints .http requests.",
  keywords: ["dreamfactory", "rest", "http", "log", "error", "linter", "lsp"],
  license,
  author,
  repository,
  homepage,
  bugs,
  bin: { "dreamfactory-errors": "cli.js" },
  files: [...bundles.map((name) => `${name}.js`), "THIRD_PARTY_NOTICES.txt", "sbom.cdx.json", "editors.md"],
  engines: { node: engines.node },
};

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const build = ["esbuild.mjs", "--production", `--only=${bundles.join(",")}`, `--out=${folder}`];
execFileSync(process.execPath, build, { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
writeFileSync(path.join(folder, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
cpSync(path.join(root, "server/npm/README.md"), path.join(folder, "README.md"));
cpSync(path.join(root, "LICENSE"), path.join(folder, "LICENSE"));
cpSync(path.join(root, "client/docs/editors.md"), path.join(folder, "editors.md"));
const npm = process.platform === "win32" ? "npm.cmd" : "npm";
const packed = execFileSync(npm, ["pack", "--silent"], {
  cwd: folder,
  encoding: "utf8",
  shell: process.platform === "win32",
});
console.log(path.join(folder, packed.trim()));
