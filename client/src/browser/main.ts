import { type ExtensionContext, Uri } from "vscode";
import { LanguageClient } from "vscode-languageclient/browser";
import { type Api, start, stop } from "../client.ts";

/** Entry of the web extension host: the server runs in a worker beside it. */
export function activate(context: ExtensionContext): Api {
  const script = Uri.joinPath(context.extensionUri, "dist/server.web.js").toString(true);
  return start(
    context,
    (id, name, options) => new LanguageClient(id, name, async () => new Worker(script), options),
  );
}

export const deactivate = stop;
