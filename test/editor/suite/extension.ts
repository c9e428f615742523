import assert from "node:assert/strict";
import { extensions } from "vscode";
import type { Api } from "../../../client/src/client.ts";

/** Activates the extension under test and returns what it exports. */
export async function activateExtension(): Promise<Api> {
  const extension = extensions.getExtension<Api>("dreamfactory-errors.dreamfactory-errors");
  assert(extension, "The extension is not installed.");
  return extension.activate();
}
