import { Buffer, isAscii } from "node:buffer";
import type { FileHandle } from "node:fs/promises";
import { createGunzip } from "node:zlib";

/** Long beside the way to another thread and back. */
const CHUNK = 1 << 21;
const UNPACKED_CHUNK = 1 << 18;

/** Bytes as text; what is not UTF-8 becomes U+FFFD, a byte order mark stays. */
export function decodeUtf8(bytes: Uint8Array): string {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return isAscii(view) ? view.toString("latin1") : view.toString("utf8");
}

export interface FilePart {
  readonly start?: number | undefined;
  readonly end?: number | undefined;
  /** How many bytes are read at once; two megabytes when left out. */
  readonly size?: number;
}

/**
 * The bytes of an open file, or of the part of it. The next chunk is read by another thread while one is looked at, and
 * the one after it takes its memory. Throws what reading throws.
 */
export async function* fileChunks(
  file: FileHandle,
  { start = 0, end = Number.POSITIVE_INFINITY, size = CHUNK }: FilePart = {},
): AsyncGenerator<Uint8Array> {
  const isFile = (await file.stat()).isFile();
  const buffers = [Buffer.allocUnsafeSlow(size), Buffer.allocUnsafeSlow(size)] as const;
  let at = start;
  const read = (turn: number) => {
    const length = Math.min(size, end - at);
    const reading = file.read(buffers[turn % 2 === 0 ? 0 : 1], 0, length, isFile ? at : null);
    // A failure is heard by whoever asks for the chunk, if anybody does.
    reading.catch(() => {});
    return reading;
  };
  let reading = read(0);
  for (let turn = 1; ; turn++) {
    const { bytesRead, buffer } = await reading;
    if (bytesRead === 0) return;
    at += bytesRead;
    reading = read(turn);
    yield buffer.subarray(0, bytesRead);
  }
}

/** Unpacks gzip. */
export async function* gunzip(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const unzip = createGunzip({ chunkSize: UNPACKED_CHUNK });
  const feed = async (): Promise<void> => {
    // The chunk's memory is used again, the stream keeps what it is given.
    for await (const chunk of chunks) {
      await new Promise<void>((done, failed) =>
        unzip.write(Buffer.from(chunk), (error) => (error ? failed(error) : done())),
      );
    }
    unzip.end();
  };
  feed().catch((error: Error) => unzip.destroy(error));
  yield* unzip;
}
