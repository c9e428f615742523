import { Buffer } from "node:buffer";
import { open, readdir, stat } from "node:fs/promises";
import { setImmediate } from "node:timers/promises";
import { URI } from "vscode-uri";
import { say } from "../features/words.ts";
import type { Platform } from "../platform.ts";
import type { FolderItem } from "../scan/files.ts";
import { decodeUtf8, fileChunks, gunzip } from "./fileChunks.ts";
import { reasonOf } from "./reasonOf.ts";

/** Other requests get their turn between two chunks. */
const CHUNK = 1 << 17;

/** The desktop: the server reads the disk itself. */
export const NODE_PLATFORM: Platform = {
  files: {
    reads: (uri) => URI.parse(uri).scheme === "file",
    async stat(uri) {
      const found = await explained(stat(pathOf(uri), { bigint: true }));
      if (found.isDirectory()) return { kind: "folder", size: 0 };
      // To open a pipe takes as long as nobody writes into it.
      if (!found.isFile()) throw new Error(say({ text: "it is no file on disk" }));
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
        yield* fileChunks(file, { start, end, size: CHUNK });
      } catch (error) {
        throw explanation(error);
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
      throw explanation(error);
    }
  },
  pause: () => setImmediate(),
};

async function explained<T>(result: Promise<T>): Promise<T> {
  try {
    return await result;
  } catch (error) {
    throw explanation(error);
  }
}

function explanation(error: unknown): Error {
  return new Error(reasonOf(error), { cause: error });
}

function pathOf(uri: string): string {
  return URI.parse(uri).fsPath;
}
