import { rm } from "node:fs/promises";
import { context } from "esbuild";

const production = process.argv.includes("--production");
const watch = process.argv.includes("--watch");
const folder = option("out") ?? "dist";
const only = option("only")?.split(",");

/** What runs where: one row per bundle. `--only=cli,server` builds some of them, `--out=folder` elsewhere. */
const bundles = [
  { entry: "client/src/node/main.ts", out: "client", platform: "node", external: ["vscode"] },
  { entry: "server/src/node/main.ts", out: "server", platform: "node" },
  { entry: "server/src/node/cli.ts", out: "cli", platform: "node" },
  { entry: "server/src/node/cli/commands.ts", out: "cli.commands", platform: "node" },
  { entry: "client/src/browser/main.ts", out: "client.web", platform: "browser", external: ["vscode"] },
  { entry: "server/src/browser/main.ts", out: "server.web", platform: "browser", format: "iife" },
  {
    entry: "test/editor/suite/index.ts",
    out: "test/editor",
    platform: "node",
    external: ["vscode", "mocha"],
  },
  { entry: "test/editor/suite/alive.ts", out: "test/alive", platform: "node", external: ["vscode"] },
].filter(({ out }) => only?.includes(out) ?? true);

/** The command line starts with little and loads its commands from a bundle of their own. */
const commandsApart = {
  name: "commands-apart",
  setup: (build) => {
    build.onResolve({ filter: /^\.\/commands\.ts$/ }, () => ({ path: "./cli.commands.js", external: true }));
  },
};

if (production) for (const { out } of bundles) await rm(`${folder}/${out}.js.map`, { force: true });

const contexts = await Promise.all(
  bundles.map(({ entry, out, platform, format = "cjs", external = [] }) =>
    context({
      entryPoints: [entry],
      outfile: `${folder}/${out}.js`,
      bundle: true,
      platform,
      format,
      external,
      plugins: out === "cli" ? [commandsApart] : [],
      target: platform === "node" ? "node20" : "es2023",
      mainFields: ["module", "main"],
      minify: production,
      sourcemap: !production,
      legalComments: "none",
      logLevel: "warning",
    }),
  ),
);

if (watch) {
  await Promise.all(contexts.map((each) => each.watch()));
  console.log("Watching client, server and test.");
} else {
  await Promise.all(contexts.map((each) => each.rebuild()));
  await Promise.all(contexts.map((each) => each.dispose()));
}

function option(name) {
  return process.argv.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
}
