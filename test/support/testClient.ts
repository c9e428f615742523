import { spawn } from "node:child_process";
import { once } from "node:events";
import process from "node:process";
import { PassThrough } from "node:stream";
import { createConnection } from "vscode-languageserver/node";
import type {
  ClientCapabilities,
  InitializeResult,
  ProtocolConnection,
  PublishDiagnosticsParams,
} from "vscode-languageserver-protocol/node";
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import { NODE_PLATFORM } from "../../server/src/node/nodePlatform.ts";
import type { Platform } from "../../server/src/platform.ts";
import { startServer } from "../../server/src/server.ts";

/** An editor without a window: it speaks LSP to a server and remembers what it was told. */
export interface TestClient {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  /** The process of a server that runs in one of its own. */
  readonly pid: number | undefined;
  /** Opens a document and answers its URI. */
  open(text: string, languageId: string, uri?: string): string;
  /** Replaces the stretch between two positions of the open document. */
  change(uri: string, version: number, changes: readonly object[]): void;
  /** The next diagnostics that the server publishes for the document. */
  published(uri: string): Promise<PublishDiagnosticsParams>;
  close(): Promise<void>;
}

export interface TestClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: object;
  /** The settings section that the client answers `workspace/configuration` with. */
  readonly settings?: object;
  /** Of a server in this process: what it runs on; the desktop when left out. */
  readonly platform?: Platform;
}

/** Capabilities of an editor like VS Code, except that it waits for diagnostics instead of pulling them. */
export const RICH_CLIENT: ClientCapabilities = {
  textDocument: {
    hover: { contentFormat: ["markdown", "plaintext"] },
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, versionSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } }, isPreferredSupport: true },
  },
  workspace: {
    configuration: true,
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: { groupsOnLabel: true } },
  },
};

/** Talks to a server in this process, through real streams. */
export async function connectInBand(options: TestClientOptions = {}): Promise<TestClient> {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  startServer(
    createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)),
    options.platform ?? NODE_PLATFORM,
  );
  const reader = new StreamMessageReader(toClient);
  return connect(reader, new StreamMessageWriter(toServer), options, undefined, async () => {
    // No `exit` here: it would end the process that the test runs in.
    toServer.end();
    toClient.end();
  });
}

/** Starts a program that speaks LSP on its standard streams, such as the built server. */
export async function connectToProgram(
  file: string,
  args: readonly string[],
  options: TestClientOptions = {},
): Promise<TestClient> {
  const program = spawn(process.execPath, [file, ...args], { stdio: ["pipe", "pipe", "inherit"] });
  const reader = new StreamMessageReader(program.stdout);
  return connect(reader, new StreamMessageWriter(program.stdin), options, program.pid, async (connection) => {
    await connection.sendNotification("exit");
    if (program.exitCode === null) await once(program, "exit");
  });
}

async function connect(
  reader: StreamMessageReader,
  writer: StreamMessageWriter,
  { capabilities = RICH_CLIENT, initializationOptions = {}, settings = {} }: TestClientOptions,
  pid: number | undefined,
  ended: (connection: ProtocolConnection) => Promise<void>,
): Promise<TestClient> {
  const connection = createProtocolConnection(reader, writer);
  // Requests that are still open when the other side ends would wait for ever.
  connection.onClose(() => connection.dispose());
  const waiting = new Map<string, ((params: PublishDiagnosticsParams) => void)[]>();
  const arrived = new Map<string, PublishDiagnosticsParams[]>();
  connection.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) => {
    const next = waiting.get(params.uri)?.shift();
    if (next !== undefined) next(params);
    else arrived.set(params.uri, [...(arrived.get(params.uri) ?? []), params]);
  });
  const configured = new Promise<void>((resolve) => {
    connection.onRequest("workspace/configuration", ({ items }: { items: unknown[] }) => {
      resolve();
      return items.map(() => settings);
    });
  });
  connection.listen();
  const initialized = await connection.sendRequest<InitializeResult>("initialize", {
    // With a process to watch, the server would keep a timer going for as long as this one lives.
    processId: null,
    rootUri: null,
    capabilities,
    initializationOptions,
  });
  await connection.sendNotification("initialized", {});
  // The server handles messages in order: what is sent from now on meets the settings.
  if (capabilities.workspace?.configuration) await configured;

  let opened = 0;
  return {
    connection,
    initialized,
    pid,
    open(text, languageId, uri = `file:///test-${++opened}.${languageId}`) {
      const textDocument = { uri, languageId, version: 1, text };
      void connection.sendNotification("textDocument/didOpen", { textDocument });
      return uri;
    },
    change(uri, version, contentChanges) {
      void connection.sendNotification("textDocument/didChange", {
        textDocument: { uri, version },
        contentChanges,
      });
    },
    published(uri) {
      const early = arrived.get(uri)?.shift();
      if (early !== undefined) return Promise.resolve(early);
      return new Promise((resolve) => waiting.set(uri, [...(waiting.get(uri) ?? []), resolve]));
    },
    async close() {
      await connection.sendRequest("shutdown");
      await ended(connection);
      connection.dispose();
    },
  };
}
