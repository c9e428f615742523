/** An instance's memory. */
export interface WasmMemory {
  readonly buffer: ArrayBuffer;
  /** Adds so many pages of 64 kB, which makes another buffer. */
  grow(pages: number): void;
}

interface Engine {
  readonly atob: (base64: string) => string;
  /** Missing where the engine may not compile. */
  readonly WebAssembly?: {
    readonly Module: new (code: Uint8Array) => object;
    readonly Instance: new (module: object) => { readonly exports: object };
  };
  /** Node's; browsers have none. */
  readonly Buffer?: {
    readonly from: (memory: ArrayBuffer) => {
      /** Writes the lower byte of each unit. */
      readonly write: (text: string, at: number, encoding: "latin1") => number;
    };
  };
}

/** What engines have beyond the language. The types of browsers and of Node are not known on this floor. */
export const engine = globalThis as unknown as Engine;
