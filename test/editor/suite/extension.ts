import assert from "node:assert/strict";
import { type Extension, extensions } from "vscode";
import type { Api } from "../../../client/src/client.ts";

/** The extension under test. */
export function theExtension(): Extension<Api> {
  const extension = extensions.getExtension<Api>("dreamfactory-errors.dreamfactory-errors");
  assert(extension, "The extension is not installed.");
  return extension;
}
