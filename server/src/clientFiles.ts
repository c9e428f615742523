import type { Connection } from "vscode-languageserver";
import { say } from "./features/words.ts";
import type { Platform } from "./platform.ts";
import { FileMethod, type FileParams, type ReadFileParams } from "./protocol.ts";
import type { FileKind, Files, FolderItem } from "./scan/files.ts";
import { megabytes } from "./scan/reports/sizes.ts";

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
    if (!answers) throw new Error(say("this editor does not read it for the server"));
    return connection.sendRequest<R>(method, params);
  };
  const stat = (uri: string) => ask<FileParams, FileKind>(FileMethod.stat, { uri });
  return {
    stat,
    list: (uri) => ask<FileParams, FolderItem[]>(FileMethod.list, { uri }),
    async *read(uri) {
      const { size } = await stat(uri);
      if (size > LARGEST) {
        throw new Error(
          say({
            text: "it has {size}; of files that only the editor can reach, at most {largest} are read",
            args: { size: megabytes(size), largest: megabytes(LARGEST) },
          }),
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
