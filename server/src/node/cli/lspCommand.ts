import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { startServer } from "../../server.ts";
import { NODE_PLATFORM } from "../nodePlatform.ts";
import { ExitCode, UsageError } from "./host.ts";

/** Speaks LSP until the editor ends it. The transport is read from the command line by the library. */
export async function lspCommand(args: readonly string[]): Promise<number> {
  if (!args.some((arg) => /^--(?:stdio|node-ipc|socket|pipe|port)(?:=|$)/.test(arg))) {
    throw new UsageError("say how to talk to the editor: --stdio");
  }
  startServer(createConnection(ProposedFeatures.all), NODE_PLATFORM);
  // Ends with the editor's `exit`, on which the library leaves the process.
  await new Promise(() => {});
  return ExitCode.clean;
}
