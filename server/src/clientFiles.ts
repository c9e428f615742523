import type { Connection } from "vscode-languageserver";
import type { Platform } from "./platform.ts";
import { FileMethod, type FileParams, type ReadFileParams } from "./protocol.ts";
import type { FileKind, Files, FolderItem } from "./scan/files.ts";

/** A message holds no more, so that others get between. */
const CHUNK = 1 << 18;

/** The client holds the whole file in memory while it hands out parts of it. */
const LARGEST = 100_000_000;

/** Reads files by asking the client for them; refuses to, in words, when the client does not answer. */
export function createClientFiles(
  connection: Connection,
  { fromBase64 }: Pick<Platform, "fromBase64">,
  answers: boolean,
): Files {
  const ask = async <P, R>(method: string, params: P): Promise<R> => {
    if (!answers) throw new Error("this editor does not read it for the server");
    return connection.sendRequest<R>(method, params);
  };
  const stat = (uri: string) => ask<FileParams, FileKind>(FileMethod.stat, { uri });
  return {
    stat,
    list: (uri) => ask<FileParams, FolderItem[]>(FileMethod.list, { uri }),
    async *read(uri) {
      const { size } = await stat(uri);
      if (size > LARGEST) {
        const megabytes = Math.round(size / 1e6);
        throw new Error(
          `it has ${megabytes} MB; of files that only the editor can reach, at most ${LARGEST / 1e6} MB are read`,
        );
      }
      for (let start = 0; ; start += CHUNK) {
        const asked: ReadFileParams = { uri, start, count: CHUNK };
        const bytes = fromBase64(await ask<ReadFileParams, string>(FileMethod.read, asked));
        if (bytes.length > 0) yield bytes;
        if (bytes.length < CHUNK) return;
      }
    },
  };
}
