/** Unpacks gzip; each platform has its own. */
export type Gunzip = (chunks: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>;

/** The same bytes, unpacked when they are a gzip file, whatever its name is. */
export async function* unpacked(
  chunks: AsyncIterable<Uint8Array>,
  gunzip: Gunzip,
): AsyncGenerator<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]();
  try {
    const first = await iterator.next();
    if (first.done === true) return;
    const rest = async function* (): AsyncGenerator<Uint8Array> {
      yield first.value;
      for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) {
        yield next.value;
      }
    };
    if (isGzip(first.value)) yield* gunzip(rest());
    else yield* rest();
  } finally {
    // Whoever stops early leaves no file open.
    await iterator.return?.();
  }
}

/** Whether bytes begin as a gzip file does. */
export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b && head[2] === 0x08;
}
