import type { ExtensionContext } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { type Api, start, stop } from "../client.ts";

/** Entry of the desktop and remote extension host: the server runs as a process of its own. */
export function activate(context: ExtensionContext): Api {
  const module = context.asAbsolutePath("dist/server.js");
  return start(context, (id, name, options) => {
    const run = { module, transport: TransportKind.ipc };
    const debug = { ...run, options: { execArgv: ["--nolazy", "--inspect=6009"] } };
    return new LanguageClient(id, name, { run, debug }, options);
  });
}

export const deactivate = stop;
