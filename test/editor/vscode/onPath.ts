import { existsSync } from "node:fs";
import path from "node:path";
import process from "node:process";

/** The first of some programs that stands on the PATH. */
export function onPath(...names: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const suffix = process.platform === "win32" ? ".cmd" : "";
  const candidates = names.flatMap((name) => folders.map((folder) => path.join(folder, name + suffix)));
  return candidates.find((candidate) => existsSync(candidate));
}
