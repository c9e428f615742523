import { Buffer, isAscii } from "node:buffer";
import { readSync } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import { setImmediate } from "node:timers/promises";
import { createGunzip } from "node:zlib";

const CHUNK = 1 << 18;

/** Bytes as text; what is not UTF-8 becomes U+FFFD, a byte order mark stays. */
export function decodeUtf8(bytes: Uint8Array): string {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return isAscii(view) ? view.toString("latin1") : view.toString("utf8");
}

/** So many chunks are read before signals and the terminal get their turn. */
const CHUNKS_PER_TURN = 16;

/** The bytes of a file from `start` on, before `end`. Every chunk is overwritten by the next one. */
export async function* fileChunks(
  file: FileHandle,
  start = 0,
  end = Number.POSITIVE_INFINITY,
): AsyncGenerator<Uint8Array> {
  const buffer = Buffer.allocUnsafeSlow(CHUNK);
  const isFile = (await file.stat()).isFile();
  for (let at = start, turn = 1; at < end; turn++) {
    // Handing each read to another thread and back takes longer than the read; a pipe may have nothing yet.
    const most = Math.min(CHUNK, end - at);
    const size = isFile
      ? readSync(file.fd, buffer, 0, most, at)
      : (await file.read(buffer, 0, most)).bytesRead;
    if (size === 0) return;
    at += size;
    yield buffer.subarray(0, size);
    if (turn % CHUNKS_PER_TURN === 0) await setImmediate();
  }
}

/** Unpacks gzip. */
export async function* gunzip(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const unzip = createGunzip({ chunkSize: CHUNK });
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
