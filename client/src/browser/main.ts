import { type ExtensionContext, Uri, workspace } from "vscode";
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from "vscode-languageclient/browser";
import { type Api, start, stop } from "../client.ts";

/** Entry of the web extension host: the server runs in a worker beside it. */
export function activate(context: ExtensionContext): Api {
  const script = Uri.joinPath(context.extensionUri, "dist/server.web.js");
  return start(context, (id, name, options) => new LanguageClient(id, name, () => connect(script), options));
}

export const deactivate = stop;

/** The editor's `Worker` is a stand-in that the client does not take for one, so it is given the streams. */
async function connect(script: Uri): Promise<MessageTransports> {
  const worker = await startWorker(script);
  return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
}

async function startWorker(script: Uri): Promise<Worker> {
  if (script.scheme !== "vscode-remote") return new Worker(script.toString(true));
  // The editor refuses to start workers from remote extensions, but not from a copy in memory.
  const code = new Uint8Array(await workspace.fs.readFile(script));
  return new Worker(URL.createObjectURL(new Blob([code], { type: "text/javascript" })));
}
