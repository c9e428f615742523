import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { startServer } from "../server.ts";
import { NODE_PLATFORM } from "./nodePlatform.ts";
import { keepHeapSmall } from "./smallHeap.ts";

keepHeapSmall();
// The transport (`--stdio`, `--node-ipc`, `--socket=…`) is read from the command line.
startServer(createConnection(ProposedFeatures.all), NODE_PLATFORM);
