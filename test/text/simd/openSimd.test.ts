import assert from "node:assert/strict";
import path from "node:path";
import { before, suite, test } from "node:test";
import vm from "node:vm";
import { build } from "esbuild";
import { hitOf } from "../../../server/src/text/search/model.ts";

const root = path.join(import.meta.dirname, "../../..");

/** What runs in the engines. */
const ENTRY = `
export { findAnchors } from "./server/src/records/anchors.ts";
export { countLineBreaks } from "./server/src/scan/lineBreaks.ts";
export { openSimd } from "./server/src/text/simd/openSimd.ts";
`;
const LOG = 'no error\n{"error":{"code":404,"message":"x"}}\r\n';
const CHECK = `
const bytes = Uint8Array.from(${JSON.stringify(LOG)}, (character) => character.charCodeAt(0));
JSON.stringify({
  simd: tested.openSimd() !== undefined,
  hits: tested.findAnchors(bytes, 0, bytes.length, {}),
  breaks: tested.countLineBreaks(bytes, 0, bytes.length),
})`;

suite("SIMD", () => {
  let code = "";

  before(async () => {
    const { outputFiles } = await build({
      stdin: { contents: ENTRY, resolveDir: root },
      bundle: true,
      write: false,
      globalName: "tested",
    });
    code = outputFiles[0]?.text ?? "";
  });

  const engines: readonly (readonly [name: string, setUp: string, wasm: boolean, simd: boolean])[] = [
    ["in an engine that has it", "", true, true],
    ["in an engine without WebAssembly", "delete globalThis.WebAssembly;", true, false],
    [
      "in an engine without SIMD",
      "WebAssembly.Module = () => { throw new WebAssembly.CompileError(); };",
      true,
      false,
    ],
    ["on a page that forbids to compile", "", false, false],
    ["where there is no room", "WebAssembly.Instance = () => { throw new RangeError(); };", true, false],
  ];
  for (const [name, setUp, wasm, simd] of engines) {
    test(`${simd ? "is used" : "is done without"} ${name}, with the same result`, () => {
      const context = vm.createContext({ atob }, { codeGeneration: { strings: true, wasm } });
      const said = JSON.parse(vm.runInContext(`${setUp}${code}${CHECK}`, context));
      assert.deepEqual(said, { simd, hits: [hitOf(LOG.indexOf('error":'), 0)], breaks: 2 });
    });
  }
});
