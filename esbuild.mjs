import { rm } from "node:fs/promises";
import { context } from "esbuild";
import { writeBundledPackages } from "./server/npm/bundledPackages.mjs";

const production = process.argv.includes("--production");
const watch = process.argv.includes("--watch");
const folder = option("out") ?? "dist";
const only = option("only")?.split(",");

/**
 * What runs where: one row per bundle. `--only=cli,server` builds some of them, `--out=folder` elsewhere. `apart`
 * leaves a module out that another bundle holds, and loads it from there.
 */
const bundles = [
  { entry: "client/src/node/main.ts", out: "client", platform: "node", external: ["vscode"] },
  // The catalog is shipped once: the desktop's server is the transport, its knowledge is the web server's.
  {
    entry: "server/src/node/main.ts",
    out: "server",
    platform: "node",
    apart: { "../server.ts": "./server.web.js" },
  },
  // The command line starts with little and loads its commands when it knows that it needs them.
  {
    entry: "server/src/node/cli.ts",
    out: "cli",
    platform: "node",
    apart: { "./commands.ts": "./cli.commands.js" },
  },
  { entry: "server/src/node/cli/commands.ts", out: "cli.commands", platform: "node" },
  { entry: "client/src/browser/main.ts", out: "client.web", platform: "browser", external: ["vscode"] },
  // The page of the Error Summary.
  { entry: "client/src/summary/view/main.ts", out: "summary", platform: "browser", format: "iife" },
  { entry: "client/src/summary/view/summary.css", out: "summary", ending: "css", platform: "browser" },
  { entry: "server/src/browser/main.ts", out: "server.web", platform: "browser", worker: true },
  {
    entry: "test/editor/suite/index.ts",
    out: "test/editor",
    platform: "node",
    external: ["vscode", "mocha"],
  },
  { entry: "test/editor/suite/alive.ts", out: "test/alive", platform: "node", external: ["vscode"] },
].filter(({ out }) => only?.includes(out) ?? true);

/** Resolves the modules that another bundle holds to that bundle. */
function modulesApart(apart) {
  return {
    name: "modules-apart",
    setup: (build) =>
      build.onResolve({ filter: /^\./ }, ({ path }) =>
        Object.hasOwn(apart, path) ? { path: apart[path], external: true } : undefined,
      ),
  };
}

/** Lets a CommonJS bundle run as a worker too, where there is no `module`. */
const WORKER_BANNER = 'var module = typeof module === "undefined" ? { exports: {} } : module;';

if (production) for (const { out } of bundles) await rm(`${folder}/${out}.js.map`, { force: true });

const contexts = await Promise.all(
  bundles.map(
    ({ entry, out, ending = "js", platform, format = "cjs", worker = false, external = [], apart = {} }) =>
      context({
        entryPoints: [entry],
        outfile: `${folder}/${out}.${ending}`,
        bundle: true,
        platform,
        format,
        banner: worker ? { js: WORKER_BANNER } : {},
        external,
        plugins: [modulesApart(apart)],
        target: platform === "node" ? "node20" : "es2023",
        // Node would compile a file that is imported once more than one that is required, to see what it is.
        supported: platform === "node" ? { "dynamic-import": false } : {},
        mainFields: platform === "node" ? ["module", "main"] : ["browser", "module", "main"],
        minify: production,
        sourcemap: !production,
        legalComments: "none",
        metafile: true,
        logLevel: "warning",
      }),
  ),
);

if (watch) {
  await Promise.all(contexts.map((each) => each.watch()));
  console.log("Watching client, server and test.");
} else {
  const results = await Promise.all(contexts.map((each) => each.rebuild()));
  const shipped = results.filter((_, index) => !bundles[index].entry.startsWith("test/"));
  writeBundledPackages(
    shipped.map(({ metafile }) => metafile),
    folder,
  );
  await Promise.all(contexts.map((each) => each.dispose()));
}

function option(name) {
  return process.argv.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
}
