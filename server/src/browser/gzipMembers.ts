import { joinedBytes } from "../scan/joinedBytes.ts";

const HEADER = 10;

/**
 * The members of a gzip file one by one, as `DecompressionStream` takes them: each is to be read to its end before the
 * next one is asked for. What looks like the start of a member may be a part of one that holds packed bytes: `isWhole`
 * tells whether the parts before it are a member.
 */
export async function* gzipMembers(
  chunks: AsyncIterable<Uint8Array>,
  isWhole: (parts: readonly Uint8Array[]) => Promise<boolean>,
): AsyncGenerator<AsyncIterable<Uint8Array>> {
  const iterator = chunks[Symbol.asyncIterator]();
  let held: Uint8Array = new Uint8Array(0);
  let ended = false;

  async function read(): Promise<void> {
    const next = await iterator.next();
    if (next.done === true) ended = true;
    else held = joinedBytes(held, next.value);
  }

  async function* member(): AsyncGenerator<Uint8Array> {
    const given: Uint8Array[] = [];
    const give = (count: number): Uint8Array => {
      const part = held.subarray(0, count);
      held = held.subarray(count);
      given.push(part);
      return part;
    };
    for (let from = 1; ; ) {
      const next = headerFrom(held, from);
      if (next === undefined) {
        // A header may be cut at the end.
        const sure = ended ? held.length : held.length - HEADER + 1;
        if (sure > 0) {
          yield give(sure);
          from = 0;
        }
        if (ended) return;
        await read();
      } else if (await isWhole([...given, held.subarray(0, next)])) {
        yield give(next);
        return;
      } else {
        from = next + 1;
      }
    }
  }

  try {
    for (;;) {
      while (held.length === 0 && !ended) await read();
      if (held.length === 0) return;
      yield member();
    }
  } finally {
    await iterator.return?.();
  }
}

/** Where the next header of a member seems to stand. */
function headerFrom(bytes: Uint8Array, from: number): number | undefined {
  for (let at = bytes.indexOf(0x1f, from); at >= 0; at = bytes.indexOf(0x1f, at + 1)) {
    if (at + HEADER > bytes.length) return undefined;
    const isHeader = bytes[at + 1] === 0x8b && bytes[at + 2] === 0x08 && ((bytes[at + 3] ?? 0) & 0xe0) === 0;
    if (isHeader) return at;
  }
  return undefined;
}
