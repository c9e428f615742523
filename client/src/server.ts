import type { CancellationToken, Position, Uri } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  type ExplainAtParams,
  type ExplainAtResult,
  type LookUpItem,
  type LookUpParams,
  Method,
  type ReferencePage,
  type ReferencePageParams,
  type Statistics,
  type StatisticsParams,
} from "../../server/src/protocol.ts";

/** The server's own requests, typed. Each starts the server when it does not run yet; documents must be open. */
export interface Server {
  lookUp(query: string, token: CancellationToken): Promise<readonly LookUpItem[]>;
  referencePage(topic: string): Promise<ReferencePage | null>;
  explainAt(document: Uri, position: Position): Promise<ExplainAtResult | null>;
  statistics(document: Uri): Promise<Statistics>;
}

/** Sends the requests of {@link Server} over a client, which it starts. */
export function serverOf(client: BaseLanguageClient): Server {
  const started = client.start();
  // Every request awaits the start and reports its failure; without this, a failed start would be reported twice.
  started.catch(() => undefined);

  async function send<P, R>(method: string, params: P, token?: CancellationToken): Promise<R> {
    await started;
    // An argument that is passed counts, even when it is undefined.
    return token === undefined
      ? client.sendRequest<R>(method, params)
      : client.sendRequest<R>(method, params, token);
  }
  const documentOf = (uri: Uri) => ({ uri: client.code2ProtocolConverter.asUri(uri) });

  return {
    lookUp: (query, token) => send<LookUpParams, LookUpItem[]>(Method.lookUp, { query }, token),
    referencePage: (topic) =>
      send<ReferencePageParams, ReferencePage | null>(Method.referencePage, { topic }),
    explainAt: (document, { line, character }) =>
      send<ExplainAtParams, ExplainAtResult | null>(Method.explainAt, {
        textDocument: documentOf(document),
        position: { line, character },
      }),
    statistics: (document) =>
      send<StatisticsParams, Statistics>(Method.statistics, { textDocument: documentOf(document) }),
  };
}
