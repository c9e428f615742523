import assert from "node:assert/strict";
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { test } from "node:test";
import { Command } from "../server/src/protocol.ts";
import { DEFAULT_SETTINGS } from "../server/src/settings.ts";

const ROOT = path.join(import.meta.dirname, "..");

interface Setting {
  readonly type: string;
  readonly default: unknown;
  readonly markdownDescription: string;
  readonly enum?: readonly string[];
  readonly markdownEnumDescriptions?: readonly string[];
}

interface Manifest {
  readonly main: string;
  readonly browser: string;
  readonly icon: string;
  readonly l10n: string;
  readonly activationEvents: readonly string[];
  readonly capabilities: {
    readonly untrustedWorkspaces: { readonly supported: boolean };
    readonly virtualWorkspaces: boolean;
  };
  readonly contributes: {
    readonly commands: readonly { command: string; title: string; category: string }[];
    readonly menus: Readonly<Record<string, readonly { command: string; when: string }[]>>;
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
    readonly walkthroughs: readonly {
      steps: readonly {
        id: string;
        description: string;
        media: { svg: string; altText: string };
        completionEvents: readonly string[];
      }[];
    }[];
    readonly languages: readonly { id: string; configuration?: string }[];
    readonly grammars?: readonly { path: string; language?: string; injectTo: readonly string[] }[];
  };
}

const manifest: Manifest = JSON.parse(read("package.json"));
const words: Readonly<Record<string, string>> = JSON.parse(read("package.nls.json"));
const { commands, menus, configuration, languages, walkthroughs, grammars = [] } = manifest.contributes;
const settings = Object.entries(configuration.properties);

test("every key of the manifest has its words, and no words are left over", () => {
  const used = [...read("package.json").matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key);
  assert.deepEqual([...new Set(used)].sort(), Object.keys(words).sort());
});

test("every setting has a default of its type and a description", () => {
  for (const [name, setting] of settings) {
    const type = Array.isArray(setting.default) ? "array" : typeof setting.default;
    assert.equal(type, setting.type, name);
    assert.match(setting.markdownDescription, /^%configuration\./, name);
    const { markdownEnumDescriptions: descriptions } = setting;
    if (descriptions !== undefined) assert.equal(descriptions.length, setting.enum?.length, name);
  }
});

test("the server's defaults are those of the manifest", () => {
  const { http, rules, logs, inlayHints, codeLens, codeActions, claim } = DEFAULT_SETTINGS;
  const defaults = {
    "dreamfactoryErrors.http.client": http.client,
    "dreamfactoryErrors.http.hosts": http.hosts,
    "dreamfactoryErrors.rules": rules,
    "dreamfactoryErrors.logs.problems": logs.problems,
    "dreamfactoryErrors.inlayHints.enabled": inlayHints.enabled,
    "dreamfactoryErrors.codeLens.enabled": codeLens.enabled,
    "dreamfactoryErrors.codeActions.showDocumentation": codeActions.showDocumentation,
    "dreamfactoryErrors.codeActions.suppress": codeActions.suppress,
    "dreamfactoryErrors.claim": claim,
  };
  const clientOnly = ["dreamfactoryErrors.languages", "dreamfactoryErrors.trace.server"];
  const declared = settings.filter(([name]) => !clientOnly.includes(name));
  assert.deepEqual(Object.fromEntries(declared.map(([name, each]) => [name, each.default])), defaults);
});

test("the extension starts for the languages that it reads, and for no others", () => {
  const read = configuration.properties["dreamfactoryErrors.languages"]?.default;
  assert(Array.isArray(read));
  assert.deepEqual(
    manifest.activationEvents,
    read.map((language) => `onLanguage:${language}`),
  );
});

test("commands stand under one category, and those without a use in the palette are hidden there", () => {
  for (const { command, category } of commands) {
    assert.match(command, /^dreamfactoryErrors\.[a-zA-Z]+$/);
    assert.equal(category, "DreamFactory");
  }
  const hidden = menus.commandPalette?.filter(({ when }) => when === "false").map(({ command }) => command);
  const ofLists = ["explainSample", "openPlace", "showScan"].map((name) => `dreamfactoryErrors.${name}`);
  assert.deepEqual(new Set(hidden), new Set([...Object.values(Command), ...ofLists]));
  const declared = commands.map(({ command }) => command);
  for (const { command } of Object.values(menus).flat()) assert(declared.includes(command), command);
});

test("every step of the walkthrough has a button, a picture with words for it, and an end", () => {
  const steps = walkthroughs.flatMap((each) => each.steps);
  assert.equal(steps.length, 4);
  const declared = commands.map(({ command }) => command);
  for (const { id, description, media, completionEvents } of steps) {
    const [, button] =
      /\n\[[A-Z][^\]]+\]\(command:([\w.]+)\)$/.exec(words[description.slice(1, -1)] ?? "") ?? [];
    assert(button !== undefined && completionEvents.includes(`onCommand:${button}`), id);
    for (const event of completionEvents) assert(declared.includes(event.replace("onCommand:", "")), event);
    assert.match(media.altText, /^%walkthrough\./, id);
    // Colors of our own would vanish in one theme or another.
    assert.doesNotMatch(read(media.svg), /(?:fill|stroke)="#/, media.svg);
  }
});

test("the extension works in untrusted and in virtual workspaces", () => {
  assert.equal(manifest.capabilities.untrustedWorkspaces.supported, true);
  assert.equal(manifest.capabilities.virtualWorkspaces, true);
});

test("other extensions keep the grammar and the configuration of .http files", () => {
  assert.deepEqual(
    languages.map(({ id, configuration }) => [id, configuration]),
    [["http", undefined]],
  );
  for (const { path, language, injectTo } of grammars) {
    assert.equal(language, undefined, path);
    assert(injectTo.length > 0, path);
  }
});

test("the package holds what the manifest names, by a list of what to keep", () => {
  const lines = read(".vscodeignore")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  assert.equal(lines[0], "**");
  const kept = lines.slice(1).map((line) => line.replace(/^!/, ""));
  for (const file of [manifest.main, manifest.browser, manifest.icon].map((name) =>
    name.replace(/^\.\//, ""),
  )) {
    assert(kept.includes(file), file);
  }
  for (const file of [`${manifest.l10n.replace(/^\.\//, "")}/*.json`, "package.nls*.json"]) {
    assert(kept.includes(file), file);
  }
});

test("what the documents link to is there", () => {
  const documents = globSync(["*.md", ".github/*.md", "client/docs/*.md", "server/**/*.md"], { cwd: ROOT });
  assert(documents.length > 5);
  for (const file of documents) {
    const links = [...read(file).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = ""]) => link);
    for (const link of links.filter((each) => !/^(?:[a-z]+:|#)/.test(each))) {
      const target = path.join(ROOT, path.dirname(file), link.replace(/#.*/, ""));
      assert(existsSync(target), `${file}: ${link}`);
    }
  }
});

test("the README's table of settings is the manifest's", () => {
  const readme = read("README.md");
  const marked = /(<!-- settings:.*-->\n)([\s\S]*)(<!-- \/settings -->)/;
  const rows = settings.map(([name, setting]) => {
    const description = words[setting.markdownDescription.slice(1, -1)];
    return `| \`${name}\` | \`${JSON.stringify(setting.default)}\` | ${description} |`;
  });
  const table = ["| Setting | Default | Meaning |", "| --- | --- | --- |", ...rows, ""].join("\n");
  if (process.execArgv.includes("--test-update-snapshots")) {
    writeFileSync(
      "README.md",
      readme.replace(marked, (_all, open, _old, close) => open + table + close),
    );
    return;
  }
  assert.equal(readme.match(marked)?.[2], table);
});

function read(file: string): string {
  return readFileSync(path.join(ROOT, file), "utf8");
}
