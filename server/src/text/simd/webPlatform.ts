/** An instance's memory. */
export interface WebMemory {
  readonly buffer: ArrayBuffer;
  /** Adds so many pages of 64 kB, which makes another buffer. */
  grow(pages: number): void;
}

interface WebPlatform {
  /** Missing where the engine may not compile. */
  readonly WebAssembly?: {
    readonly validate: (code: Uint8Array) => boolean;
    readonly Module: new (code: Uint8Array) => object;
    readonly Instance: new (module: object) => { readonly exports: object };
  };
  readonly TextEncoder: new () => {
    readonly encodeInto: (
      text: string,
      bytes: Uint8Array,
    ) => { readonly read: number; readonly written: number };
  };
  readonly atob: (base64: string) => string;
}

/** What browsers and Node have in common; neither's types are known on this floor. */
export const webPlatform = globalThis as unknown as WebPlatform;
