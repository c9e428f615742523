import { Buffer } from "node:buffer";
import { type FileHandle, open, readdir, stat } from "node:fs/promises";
import { setImmediate } from "node:timers/promises";
import { URI } from "vscode-uri";
import type { Platform } from "../platform.ts";
import type { FolderItem } from "../scan/files.ts";
import { decodeUtf8, gunzip } from "./fileChunks.ts";
import { reasonOf } from "./reasonOf.ts";

const CHUNK = 1 << 17;

/** The desktop: the server reads the disk itself. */
export const NODE_PLATFORM: Platform = {
  files: {
    reads: (uri) => URI.parse(uri).scheme === "file",
    async stat(uri) {
      const found = await explained(stat(pathOf(uri), { bigint: true }));
      if (found.isDirectory()) return { kind: "folder", size: 0 };
      const version = { id: `${found.dev}:${found.ino}`, modified: String(found.mtimeNs) };
      return { kind: "file", size: Number(found.size), version };
    },
    async list(uri) {
      const entries = await explained(readdir(pathOf(uri), { withFileTypes: true }));
      return entries.flatMap((entry): FolderItem[] => {
        if (entry.isDirectory()) return [{ name: entry.name, kind: "folder" }];
        // Links to folders are not followed, as they may lead in circles.
        return entry.isFile() || entry.isSymbolicLink() ? [{ name: entry.name, kind: "file" }] : [];
      });
    },
    async *read(uri, start, end) {
      const file = await explained(open(pathOf(uri)));
      try {
        yield* chunksOf(file, start, end);
      } finally {
        await file.close();
      }
    },
  },
  decode: decodeUtf8,
  encode: (text) => Buffer.from(text),
  fromBase64: (text) => Buffer.from(text, "base64"),
  async *gunzip(chunks) {
    try {
      yield* gunzip(chunks);
    } catch (error) {
      throw new Error(reasonOf(error), { cause: error });
    }
  },
  pause: () => setImmediate(),
};

/** Reads on other threads: a slow disk must not hold up the editor. */
async function* chunksOf(
  file: FileHandle,
  start = 0,
  end = Number.POSITIVE_INFINITY,
): AsyncGenerator<Uint8Array> {
  const buffer = Buffer.allocUnsafeSlow(CHUNK);
  for (let at = start; at < end; ) {
    const { bytesRead } = await explained(file.read(buffer, 0, Math.min(CHUNK, end - at), at));
    if (bytesRead === 0) return;
    at += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

async function explained<T>(result: Promise<T>): Promise<T> {
  try {
    return await result;
  } catch (error) {
    throw new Error(reasonOf(error), { cause: error });
  }
}

function pathOf(uri: string): string {
  return URI.parse(uri).fsPath;
}
