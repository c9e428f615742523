import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";

export interface FileSize {
  readonly file: string;
  readonly bytes: number;
  readonly compressed: number;
}

/** The sizes of what the last build and the last package left in `dist/`. */
export function measureSizes(): readonly FileSize[] {
  const files = readdirSync("dist").filter((file) => /\.(js|vsix)$/.test(file));
  return files.sort().map((file) => {
    const content = readFileSync(path.join("dist", file));
    const compressed = file.endsWith(".vsix") ? content.length : gzipSync(content, { level: 9 }).length;
    return { file, bytes: content.length, compressed };
  });
}
