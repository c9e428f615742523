import { engine, type WasmMemory } from "./engine.ts";
import { SIMD_MODULE } from "./simdModule.ts";

/** What `server/wasm/simd.ts` exports, which tells what is where in the memory. */
export interface Simd {
  readonly memory: WasmMemory;
  readonly search: (length: number) => number;
  readonly countBreaks: (length: number) => number;
  readonly MASKS: number;
  readonly HEADS: number;
  readonly HASH_BITS: number;
  readonly HASH_FACTOR: number;
  readonly NEEDLES: number;
  readonly NEEDLE_SIZE: number;
  readonly MOST_NEEDLES: number;
  readonly BLOCK: number;
  readonly BLOCK_SIZE: number;
  readonly FOUND: number;
}

/**
 * An instance with a memory of its own, empty at first; `undefined` where the engine has no WebAssembly with SIMD, where
 * the policy of a page forbids to compile it, or where the process may not reserve the room that engines want for any
 * memory.
 */
export function openSimd(): Simd | undefined {
  const exports = instantiated()?.exports;
  if (exports === undefined) return undefined;
  // Numbers are exported as globals.
  const values = Object.entries(exports).map(([name, value]) => [
    name,
    "value" in value ? value.value : value,
  ]);
  return Object.fromEntries(values) as Simd;
}

let simdModule: object | undefined;

function instantiated(): { readonly exports: object } | undefined {
  const { WebAssembly } = engine;
  if (WebAssembly === undefined) return undefined;
  try {
    simdModule ??= new WebAssembly.Module(
      Uint8Array.from(engine.atob(SIMD_MODULE), (character) => character.charCodeAt(0)),
    );
    return new WebAssembly.Instance(simdModule);
  } catch {
    // The code is what was tested, so that it is the engine, the page or the system that cannot take it.
    return undefined;
  }
}

const PAGE = 1 << 16;

/** The memory of a new instance, with so many bytes. */
export function memoryOf({ memory }: Simd, bytes: number): ArrayBuffer {
  memory.grow(Math.ceil(bytes / PAGE));
  return memory.buffer;
}
