import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import { startServer } from "../server.ts";
import { BROWSER_PLATFORM } from "./browserPlatform.ts";

// The desktop's server loads this bundle too, for the function alone.
export { startServer };

if (typeof WorkerGlobalScope !== "undefined") {
  startServer(
    createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)),
    BROWSER_PLATFORM,
  );
}
