import { cp } from "node:fs/promises";
import path from "node:path";
import { temporaryFolder } from "./vscode/temporaryFolder.ts";

/** The folder of the repository, which is also the extension's. */
export const ROOT = path.resolve(import.meta.dirname, "../..");

/** The folder on which people try the extension; tests work on copies. */
export const WORKSPACE = path.join(ROOT, "test", "workspace");

/** A copy of the workspace for a test that changes it; goes when the process ends. */
export async function copyWorkspace(): Promise<string> {
  const folder = path.join(temporaryFolder("workspace"), "workspace");
  await cp(WORKSPACE, folder, { recursive: true });
  return folder;
}
