/** Compiles `simd.ts` into a TypeScript module that holds the result; writes it to the named file, or prints it. */
import { Buffer } from "node:buffer";
import { writeFileSync } from "node:fs";
import process from "node:process";
import asc from "assemblyscript/asc";

const SOURCE = "server/wasm/simd.ts";
const OPTIONS = ["-O3", "--converge", "--runtime", "stub", "--noAssert", "--enable", "simd"];

let code = new Uint8Array(0);
const { error, stderr } = await asc.main([SOURCE, ...OPTIONS, "--outFile", "simd.wasm"], {
  writeFile: (_name, contents) => {
    code = contents;
  },
});
if (error !== null) throw new Error(`${error.message}\n${stderr}`);

const module = `/** WebAssembly in base64, compiled from \`${SOURCE}\` by \`npm run wasm\`. */
export const SIMD_MODULE =
  "${Buffer.from(code).toString("base64")}";
`;
const [target] = process.argv.slice(2);
if (target === undefined) process.stdout.write(module);
else writeFileSync(target, module);
