import { Buffer, isAscii } from "node:buffer";
import type { FileHandle } from "node:fs/promises";
import { createGunzip } from "node:zlib";

/** So large that it matters little that another thread reads it. */
const CHUNK = 1 << 21;
/** Smaller files may have grown by so much until they are read. */
const LEAST_CHUNK = 1 << 14;
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
 * The bytes of an open file, or of a part of it. Of a file on disk the next chunk is read by another thread while one is
 * looked at, and the one after it takes its memory. Throws what reading throws.
 */
export async function* fileChunks(
  file: FileHandle,
  { start = 0, end = Number.POSITIVE_INFINITY, size = CHUNK }: FilePart = {},
): AsyncGenerator<Uint8Array> {
  const stats = await file.stat();
  const isFile = stats.isFile();
  const most = isFile ? Math.min(size, Math.max(LEAST_CHUNK, stats.size - start)) : size;
  let at = start;
  const read = (buffer: Buffer) => {
    const length = Math.min(most, Math.max(0, end - at));
    const reading = file.read(buffer, 0, length, isFile ? at : null);
    // A failure is heard by whoever asks for the chunk, if anybody does.
    reading.catch(() => {});
    return reading;
  };
  let buffer = Buffer.allocUnsafeSlow(most);
  let spare: typeof buffer | undefined;
  let reading = read(buffer);
  for (;;) {
    const { bytesRead } = await reading;
    if (bytesRead === 0) return;
    at += bytesRead;
    const chunk = buffer.subarray(0, bytesRead);
    // Others may have nothing yet, and could not be closed before they have.
    if (isFile && bytesRead === most) {
      spare ??= Buffer.allocUnsafeSlow(most);
      [buffer, spare] = [spare, buffer];
      reading = read(buffer);
      yield chunk;
    } else {
      yield chunk;
      reading = read(buffer);
    }
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
