import { say } from "../features/words.ts";
import type { Phrase } from "../text/phrase.ts";

/** An error of the file system, or of unpacking, in words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const reason = REASONS[code];
  if (reason !== undefined) return say(reason);
  return error instanceof Error ? error.message : String(error);
}

const REASONS: Readonly<Record<string, Phrase>> = {
  ENOENT: { text: "there is no such file" },
  ENOTDIR: { text: "there is no such file" },
  EACCES: { text: "access is denied" },
  EPERM: { text: "access is denied" },
  EISDIR: { text: "it is a folder" },
  Z_BUF_ERROR: { text: "it is packed, and its end is missing" },
  Z_DATA_ERROR: { text: "it is packed, and damaged" },
};
