import { say, sayNumber } from "../../features/words.ts";
import type { Phrase } from "../../text/phrase.ts";

/** `812 MB`, `2.1 GB`: sizes as disks count them. */
export function megabytes(bytes: number): string {
  if (bytes < 1e3) return `${bytes} B`;
  if (bytes < 1e6) return `${Math.round(bytes / 1e3)} kB`;
  return bytes < 1e9 ? `${Math.round(bytes / 1e6)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}

/** What can be counted: the words for one, and for any other number. */
const NOUNS = {
  error: { one: { text: "1 error" }, many: { text: "{count} errors" } },
  warning: { one: { text: "1 warning" }, many: { text: "{count} warnings" } },
  problem: { one: { text: "1 problem" }, many: { text: "{count} problems" } },
  file: { one: { text: "1 file" }, many: { text: "{count} files" } },
  time: { one: { text: "1 time" }, many: { text: "{count} times" } },
} as const satisfies Record<string, { readonly one: Phrase; readonly many: Phrase }>;

/** `1 error`, `2 errors`. */
export function counted(count: number, noun: keyof typeof NOUNS): string {
  const { one, many } = NOUNS[noun];
  return say(count === 1 ? one : { ...many, args: { count: sayNumber(count) } });
}
