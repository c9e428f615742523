import assert from "node:assert/strict";
import { once } from "node:events";
import { renameSync, watch, writeFileSync } from "node:fs";
import process from "node:process";
import { Uri, workspace } from "vscode";
import type { Alive } from "../alive.ts";
import { theExtension } from "./extension.ts";

/**
 * Entry that `npm start` runs in the extension host: says in the file that the extension is alive. The window closes
 * when this function returns, which it does once the file is taken away.
 */
export async function run(): Promise<void> {
  const file = process.env.ALIVE_FILE;
  assert(file);
  // Written beside and then moved, so that nobody reads half of it.
  writeFileSync(`${file}.part`, JSON.stringify(await probe()));
  renameSync(`${file}.part`, file);
  const changes = watch(file);
  await once(changes, "change");
  changes.close();
}

async function probe(): Promise<Alive> {
  try {
    const folder = workspace.workspaceFolders?.[0];
    assert(folder, "No folder is open.");
    const api = await theExtension().activate();
    const { records } = await api.statistics(Uri.joinPath(folder.uri, "dreamfactory.log"));
    return { version: api.version, records };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
