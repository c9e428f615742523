import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const OWN = path.join(import.meta.dirname, "../..");

/**
 * Writes which packages from npm are inside the bundles: `THIRD_PARTY_NOTICES.txt` with their licences, which goes
 * wherever the bundles go, and `sbom.cdx.json`, the same as a CycloneDX bill of materials. A package without a
 * licence to show is an error: it must not be shipped.
 */
export function writeBundledPackages(metafiles, folder) {
  const packages = bundledPackages(metafiles);
  writeFileSync(path.join(folder, "THIRD_PARTY_NOTICES.txt"), notices(packages));
  writeFileSync(
    path.join(folder, "sbom.cdx.json"),
    `${JSON.stringify(billOfMaterials(packages), null, 2)}\n`,
  );
}

/** What packages bring inside their own files, where the bundler cannot see it; the tests look into the source maps. */
const INSIDE = { "vscode-uri": ["path-browserify"] };

/** Each package whose code takes part in an output, by name and version. */
function bundledPackages(metafiles) {
  const folders = new Set();
  for (const { outputs } of metafiles) {
    for (const { inputs } of Object.values(outputs)) {
      for (const [file, { bytesInOutput }] of Object.entries(inputs)) {
        const [, folder] = /^(.*\bnode_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file) ?? [];
        if (folder === undefined || bytesInOutput === 0) continue;
        folders.add(folder);
        for (const name of INSIDE[path.posix.basename(folder)] ?? []) {
          folders.add(path.join(OWN, "node_modules", name));
        }
      }
    }
  }
  const packages = new Map([...folders].map(readPackage).map((each) => [each.purl, each]));
  return [...packages.values()].sort((a, b) => (a.purl < b.purl ? -1 : 1));
}

function readPackage(folder) {
  const { name, version, license, author } = JSON.parse(
    readFileSync(path.join(folder, "package.json"), "utf8"),
  );
  const files = readdirSync(folder).filter((file) => /^(?:licen[cs]e|copying|notice)\b/i.test(file));
  const texts = files.sort().map((file) => readFileSync(path.join(folder, file), "utf8").trim());
  if (texts.length === 0) texts.push(standardText(license, author?.name ?? author));
  if (texts.includes(undefined)) {
    throw new Error(`${name} ${version} has no licence to show: find another package.`);
  }
  const purl = `pkg:npm/${name.replace("@", "%40")}@${version}`;
  return { name, version, license, text: texts.join("\n\n").replaceAll("\r\n", "\n"), purl };
}

/** Some packages say whose they are and under which licence, and leave its text out. */
function standardText(license, holder) {
  if (license !== "MIT" || typeof holder !== "string") return undefined;
  const own = readFileSync(path.join(OWN, "LICENSE"), "utf8");
  return own.replace(/^Copyright.*$/m, `Copyright (c) ${holder}`).trim();
}

function notices(packages) {
  const rule = "-".repeat(80);
  const parts = packages.map(({ name, version, license, text }) =>
    [rule, `${name} ${version} (${license})`, rule, "", text, ""].join("\n"),
  );
  return ["This product contains the following packages.", "", ...parts].join("\n");
}

function billOfMaterials(packages) {
  const { name, version, license } = JSON.parse(readFileSync(path.join(OWN, "package.json"), "utf8"));
  const own = {
    type: "application",
    "bom-ref": "product",
    name,
    version,
    licenses: [{ expression: license }],
  };
  return {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: { component: own },
    components: packages.map((each) => ({
      type: "library",
      "bom-ref": each.purl,
      name: each.name,
      version: each.version,
      licenses: [{ expression: each.license }],
      purl: each.purl,
    })),
    dependencies: [
      { ref: "product", dependsOn: packages.map(({ purl }) => purl) },
      ...packages.map(({ purl }) => ({ ref: purl })),
    ],
  };
}
