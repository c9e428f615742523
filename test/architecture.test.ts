import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { suite, test } from "node:test";

/** Every folder or file of the server and the floor it stands on; imports go to the same room or further down. */
const FLOORS: Readonly<Record<string, number>> = {
  text: 0,
  json: 1,
  catalog: 1,
  http: 2,
  records: 2,
  rules: 3,
  documents: 4,
  "settings.ts": 5,
  "clientSupport.ts": 5,
  "version.ts": 5,
  "protocol.ts": 5,
  "scanProtocol.ts": 5,
  "parseOptions.ts": 5,
  features: 5,
  scan: 5,
  "languageService.ts": 5,
  "platform.ts": 6,
  "guard.ts": 6,
  "documentCache.ts": 6,
  "diagnosticsPublisher.ts": 6,
  "featureHost.ts": 6,
  "customRequests.ts": 6,
  "clientFiles.ts": 6,
  "openDocumentFiles.ts": 6,
  "scanFeature.ts": 6,
  "serverFeatures.ts": 6,
  "server.ts": 6,
  node: 7,
  browser: 7,
};

/** The floors that know LSP; those below speak offsets. */
const FEATURES = 5;
/** The floors that know a connection. */
const SERVER = 6;

/** What a floor may import from npm. */
function allowedPackages(floor: number): RegExp {
  if (floor < FEATURES) return /^jsonc-parser/;
  if (floor < SERVER)
    return /^(vscode-languageserver-types|vscode-languageserver-textdocument|vscode-uri|@vscode\/l10n)$/;
  return /^(vscode-languageserver|vscode-languageserver-textdocument|vscode-uri|@vscode\/l10n|node:)/;
}

interface Import {
  readonly from: string;
  readonly target: string;
  readonly typeOnly: boolean;
}

const root = join(import.meta.dirname, "..");
const sources = globSync("{server,client}/src/**/*.ts", { cwd: root }).map((file) =>
  file.replaceAll("\\", "/"),
);
const imports = sources.flatMap(importsOf);

suite("architecture", () => {
  test("every module of the server has a floor", () => {
    const homeless = sources.filter((file) => file.startsWith("server/") && floorOf(file) === undefined);
    assert.deepEqual(homeless, []);
  });

  test("imports run downwards", () => {
    const upwards = imports.filter(({ from, target }) => {
      if (!from.startsWith("server/") || !target.startsWith("server/")) return false;
      if (roomOf(from) === roomOf(target)) return false;
      const above = floorOf(from) ?? -1;
      const below = floorOf(target) ?? Number.POSITIVE_INFINITY;
      return below > above || (below === above && below < FEATURES);
    });
    assert.deepEqual(upwards, []);
  });

  test("no module imports itself by way of others", () => {
    assert.deepEqual(cycles(), []);
  });

  test("each floor uses only the packages that belong to it", () => {
    const strays = imports.filter(({ from, target, typeOnly }) => {
      if (!from.startsWith("server/") || target.startsWith("server/")) return false;
      const floor = floorOf(from) ?? 0;
      if (typeOnly && floor === FEATURES && target === "vscode-languageserver") return false;
      return !allowedPackages(floor).test(target);
    });
    assert.deepEqual(strays, []);
  });

  test("jsonc-parser has one door", () => {
    const doors = imports.filter(({ target }) => target.startsWith("jsonc-parser")).map(({ from }) => from);
    assert.ok(new Set(doors).size <= 1, `jsonc-parser is imported by ${doors.join(", ")}`);
  });

  test("the client imports one file of the server, the server none of the client", () => {
    const crossing = imports.filter(
      ({ from, target }) => from.split("/")[0] !== target.split("/")[0] && /^(client|server)\//.test(target),
    );
    const allowed = crossing.filter(
      ({ from, target }) => from.startsWith("client/") && target === "server/src/protocol.ts",
    );
    assert.deepEqual(crossing, allowed);
  });

  test("no source file is longer than 400 lines", () => {
    const long = sources.filter((file) => readFileSync(join(root, file), "utf8").split("\n").length > 401);
    assert.deepEqual(long, []);
  });
});

function importsOf(from: string): Import[] {
  const text = readFileSync(join(root, from), "utf8");
  return [...text.matchAll(/^(?:import|export)\s+(type\s+)?(?:[^"';]*?\sfrom\s+)?"([^"]+)"/gm)].map(
    ([, type, target = ""]) => ({
      from,
      target: target.startsWith(".") ? posix.join(dirname(from), target) : target,
      typeOnly: type !== undefined,
    }),
  );
}

/** `server/src/json/judge.ts` stands in the room `json`, `server/src/server.ts` in its own. */
function roomOf(file: string): string {
  return file.split("/")[2] ?? "";
}

function floorOf(file: string): number | undefined {
  return FLOORS[roomOf(file)];
}

function cycles(): string[] {
  const next = new Map<string, string[]>();
  for (const { from, target } of imports) {
    next.set(from, [...(next.get(from) ?? []), target]);
  }
  const found: string[] = [];
  const state = new Map<string, "open" | "done">();
  const visit = (file: string, path: readonly string[]): void => {
    if (state.get(file) === "done") return;
    if (state.get(file) === "open") {
      found.push([...path.slice(path.indexOf(file)), file].join(" → "));
      return;
    }
    state.set(file, "open");
    for (const target of next.get(file) ?? []) visit(target, [...path, file]);
    state.set(file, "done");
  };
  for (const file of next.keys()) visit(file, []);
  return found;
}
