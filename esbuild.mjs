import { rm } from "node:fs/promises";
import { context } from "esbuild";

const production = process.argv.includes("--production");
const watch = process.argv.includes("--watch");

/** What runs where: one row per bundle. */
const bundles = [
  { entry: "client/src/node/main.ts", out: "client", platform: "node", external: ["vscode"] },
  { entry: "server/src/node/main.ts", out: "server", platform: "node" },
  { entry: "client/src/browser/main.ts", out: "client.web", platform: "browser", external: ["vscode"] },
  { entry: "server/src/browser/main.ts", out: "server.web", platform: "browser", format: "iife" },
  {
    entry: "test/editor/suite/index.ts",
    out: "test/editor",
    platform: "node",
    external: ["vscode", "mocha"],
  },
  { entry: "test/editor/suite/alive.ts", out: "test/alive", platform: "node", external: ["vscode"] },
];

if (production) for (const { out } of bundles) await rm(`dist/${out}.js.map`, { force: true });

const contexts = await Promise.all(
  bundles.map(({ entry, out, platform, format = "cjs", external = [] }) =>
    context({
      entryPoints: [entry],
      outfile: `dist/${out}.js`,
      bundle: true,
      platform,
      format,
      external,
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
