import type { Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import { SKIPPED_FOLDERS } from "../../scan/files.ts";
import { matchesGlob } from "../../text/glob.ts";
import { reasonOf } from "../reasonOf.ts";

/** One text to read: a file, or standard input. */
export interface Input {
  /** As it is reported: relative where it was given so, with slashes. `-` for standard input. */
  readonly name: string;
  /** `undefined` for standard input. */
  readonly path: string | undefined;
  /** True when the user named this very file; others were found in a folder or by a glob. */
  readonly named: boolean;
}

/** A text that was asked for and is not there. */
export interface MissingInput {
  readonly name: string;
  readonly reason: string;
}

export interface Inputs {
  readonly inputs: readonly Input[];
  readonly missing: readonly MissingInput[];
}

/**
 * The files that the arguments mean, each once, in the order of the arguments and within one by name. A folder means
 * the files in it that `wanted` takes; globs are expanded for shells that leave it to the program.
 */
export async function findInputs(
  patterns: readonly string[],
  cwd: string,
  wanted: (name: string) => boolean,
): Promise<Inputs> {
  const inputs = new Map<string, Input>();
  const missing: MissingInput[] = [];
  const locked = (folder: string, error: unknown): void => {
    const below = relative(cwd, folder);
    missing.push({ name: shown(below.startsWith("..") ? folder : below || "."), reason: reasonOf(error) });
  };
  for (const pattern of patterns) {
    if (pattern === "-") {
      inputs.set("-", { name: "-", path: undefined, named: true });
      continue;
    }
    const path = resolve(cwd, pattern);
    // An empty argument is a variable that was not set: the folder one stands in is not what was meant.
    const kind = pattern === "" ? "there is no such file" : await kindOf(path);
    if (kind === "file") {
      inputs.set(path, { name: shown(pattern), path, named: true });
    } else if (kind === "folder") {
      for await (const file of filesBelow(path, locked)) {
        if (wanted(file) && !inputs.has(file)) inputs.set(file, foundInput(file, pattern, path));
      }
    } else if (WILDCARD.test(pattern)) {
      const files = await filesOfGlob(pattern, cwd, locked);
      for (const file of files) {
        if (!inputs.has(file)) inputs.set(file, foundInput(file, ".", cwd));
      }
      if (files.length === 0) missing.push({ name: pattern, reason: "no file fits the pattern" });
    } else {
      missing.push({ name: pattern || '""', reason: kind });
    }
  }
  return { inputs: [...inputs.values()], missing };
}

function foundInput(file: string, pattern: string, base: string): Input {
  const below = relative(base, file);
  return { name: shown(pattern === "." ? below : join(pattern, below)), path: file, named: false };
}

function shown(path: string): string {
  return sep === "/" ? path : path.replaceAll(sep, "/");
}

/** Else why it cannot be read, in words. */
async function kindOf(path: string): Promise<string> {
  try {
    const found = await stat(path);
    return found.isDirectory() ? "folder" : "file";
  } catch (error) {
    return reasonOf(error);
  }
}

type Locked = (folder: string, error: unknown) => void;

/**
 * All files below a folder by name; links to folders are not followed, as they may lead in circles. Folders that may
 * not be read are told to `locked`.
 */
async function* filesBelow(folder: string, locked: Locked): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown): Dirent[] => {
    locked(folder, error);
    return [];
  });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!SKIPPED_FOLDERS.has(entry.name)) yield* filesBelow(path, locked);
    } else if (entry.isFile() || entry.isSymbolicLink()) {
      yield path;
    }
  }
}

const WILDCARD = /[*?{]/;

/** Searches below the folders that the pattern names before its first wildcard. */
async function filesOfGlob(pattern: string, cwd: string, locked: Locked): Promise<string[]> {
  const parts = shown(pattern).split("/");
  const first = parts.findIndex((part) => WILDCARD.test(part));
  const base = resolve(cwd, parts.slice(0, first).join("/") || (first > 0 ? "/" : "."));
  const glob = `/${parts.slice(first).join("/")}`;
  const files: string[] = [];
  for await (const file of filesBelow(base, locked)) {
    if (matchesGlob(`/${shown(relative(base, file))}`, glob)) files.push(file);
  }
  return files;
}
