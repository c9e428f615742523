import { appendFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { temporaryFolder } from "../editor/vscode/temporaryFolder.ts";
import { generateLog } from "../support/generateLog.ts";

const PART = 10_000_000;

/** Writes a log of so many megabytes; after so many parts of 10 MB they repeat. Answers its path. */
export function largeLog(
  megabytes: number,
  charactersPerError: number,
  parts: number,
  lines: "text" | "json" = "text",
): string {
  const log = path.join(temporaryFolder("bench"), "large.log");
  writeFileSync(log, "");
  const texts: string[] = [];
  for (let at = 0; at * PART < megabytes * 1e6; at++) {
    texts[at % parts] ??= generateLog({ seed: at, length: PART, charactersPerError, lines }).text;
    appendFileSync(log, texts[at % parts] ?? "");
  }
  return log;
}
