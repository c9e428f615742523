import { say } from "../features/words.ts";
import type { Platform } from "../platform.ts";
import { gzipMembers } from "./gzipMembers.ts";

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
const encoder = new TextEncoder();

/** A worker: there is no disk, the client reads files through the editor. */
export const BROWSER_PLATFORM: Platform = {
  files: undefined,
  decode: (bytes) => decoder.decode(bytes),
  encode: (text) => encoder.encode(text),
  fromBase64: (text) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0)),
  async *gunzip(chunks) {
    try {
      for await (const member of gzipMembers(chunks, isWhole)) yield* inflated(member);
    } catch (error) {
      throw new Error(say("it is packed, and damaged or cut off"), { cause: error });
    }
  },
  pause: () => new Promise((resolve) => setTimeout(resolve)),
};

async function* inflated(member: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = streamOf(member).pipeThrough(new DecompressionStream("gzip")).getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

async function isWhole(parts: readonly Uint8Array[]): Promise<boolean> {
  const unread = inflated(partsOf(parts));
  try {
    while (!(await unread.next()).done);
    return true;
  } catch {
    return false;
  }
}

async function* partsOf(parts: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* parts;
}

function streamOf(chunks: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const iterator = chunks[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const next = await iterator.next();
      if (next.done === true) controller.close();
      else controller.enqueue(new Uint8Array(next.value));
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
