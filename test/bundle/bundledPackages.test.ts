import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { before, suite, test } from "node:test";
import { Ajv } from "ajv";
import { temporaryFolder } from "../editor/vscode/temporaryFolder.ts";

const SCHEMAS = "node_modules/@cyclonedx/cyclonedx-library/res/schema";
const SHIPPED = "client,server,client.web,server.web,cli,cli.commands";

suite("the packages inside the bundles", () => {
  const folder = temporaryFolder("bundles");
  let inside: readonly string[] = [];

  before(() => {
    execFileSync(process.execPath, ["esbuild.mjs", `--only=${SHIPPED}`, `--out=${folder}`]);
    // The source maps know it too, and by another way.
    const sources = globSync(path.join(folder, "*.js.map")).flatMap((map): string[] => json(map).sources);
    const names = sources.flatMap(
      (source) => /.*\bnode_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1] ?? [],
    );
    // vscode-uri comes as one file, whose map names the parts and not the whole.
    inside = [...new Set([...names, "vscode-uri"])].sort();
  });

  test("are named in the notices, each with its licence", () => {
    const notices = readFileSync(path.join(folder, "THIRD_PARTY_NOTICES.txt"), "utf8");
    const parts = notices.split(/^-{80}\n(?=\S)/m).slice(1);
    const named = parts.map((part) => /^(\S+) \d\S* \([^)]+\)\n-{80}\n/.exec(part)?.[1]);
    assert.deepEqual([...new Set(named)].sort(), inside);
    for (const part of parts) assert.match(part, /Permission|Redistribution|Copyright/i);
  });

  test("are in the bill of materials, which is CycloneDX", () => {
    const bill = json(path.join(folder, "sbom.cdx.json"));
    const names = bill.components.map(({ name }: { name: string }) => name);
    assert.deepEqual([...new Set(names)].sort(), inside);

    const ajv = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false });
    for (const name of ["spdx", "jsf-0.82"].map((each) => `${each}.SNAPSHOT.schema.json`)) {
      ajv.addSchema(json(`${SCHEMAS}/${name}`), `http://cyclonedx.org/schema/${name}`);
    }
    const validate = ajv.compile(json(`${SCHEMAS}/bom-1.6.SNAPSHOT.schema.json`));
    validate(bill);
    assert.equal(validate.errors, null);
    assert.equal(validate({ ...bill, components: [{ type: "library" }] }), false);
  });
});

function json(file: string) {
  return JSON.parse(readFileSync(file, "utf8"));
}
