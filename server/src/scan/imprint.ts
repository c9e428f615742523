import { joinedBytes } from "./joinedBytes.ts";

/** Both ends of what was read of a file: enough to know it again when it has grown. */
export interface Imprint {
  /** How many bytes were read, from the start of the file on. */
  readonly bytes: number;
  readonly head: Uint8Array;
  readonly tail: Uint8Array;
}

const MOST = 1024;

interface Imprinter {
  add(chunk: Uint8Array): void;
  imprint(): Imprint;
}

/** Takes the imprint of a file while it is read, from its start or, when it is known up to there, from further on. */
export function imprinter(start = 0, before?: Imprint): Imprinter {
  let head = start === 0 || before === undefined ? new Uint8Array(0) : before.head;
  let tail = new Uint8Array(0);
  let bytes = start;
  return {
    add(chunk) {
      if (start === 0 && head.length < MOST) head = joinedBytes(head, chunk).slice(0, MOST);
      tail = joinedBytes(tail, chunk.subarray(-MOST)).slice(-MOST);
      bytes += chunk.length;
    },
    imprint: () => ({ bytes, head, tail }),
  };
}

/** Whether a file still begins with what the imprint was taken of; `read` gives a part of it. */
export async function stillBeginsWith(
  { bytes, head, tail }: Imprint,
  read: (start: number, end: number) => AsyncIterable<Uint8Array>,
): Promise<boolean> {
  return (await holds(head, read(0, head.length))) && holds(tail, read(bytes - tail.length, bytes));
}

async function holds(expected: Uint8Array, chunks: AsyncIterable<Uint8Array>): Promise<boolean> {
  let at = 0;
  for await (const chunk of chunks) {
    if (chunk.some((byte, index) => byte !== expected[at + index])) return false;
    at += chunk.length;
  }
  return at === expected.length;
}
