import type { CancellationToken, Position, Uri } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  type DocumentRange,
  type ErrorList,
  type ExplainAtParams,
  type ExplainAtResult,
  type ExplainedText,
  type ExplainTextParams,
  type ListErrorsParams,
  type LookUpItem,
  type LookUpParams,
  Method,
  type NextErrorParams,
  type OpenRecordParams,
  type ReferencePage,
  type ReferencePageParams,
  type RetrySnippet,
  type RetrySnippetParams,
  type Statistics,
  type StatisticsParams,
  type TextToShow,
} from "../../server/src/protocol.ts";
import type { SyncedDocuments } from "./syncedDocuments.ts";

/**
 * The server's own requests, typed. Each starts the server when it does not run yet; documents must be open. A document
 * in a language that is not read has no answer: `null`.
 */
export interface Server {
  /** Fails when the server does not start. */
  readonly started: Promise<void>;
  lookUp(query: string, token: CancellationToken): Promise<readonly LookUpItem[]>;
  referencePage(topic: string): Promise<ReferencePage | null>;
  explainAt(document: Uri, position: Position): Promise<ExplainAtResult | null>;
  explainText(text: string, claim: ExplainTextParams["claim"]): Promise<ExplainedText>;
  statistics(document: Uri): Promise<Statistics | null>;
  nextError(
    document: Uri,
    position: Position,
    direction: NextErrorParams["direction"],
  ): Promise<DocumentRange | null>;
  listErrors(document: Uri): Promise<ErrorList | null>;
  openRecord(document: Uri, position: Position): Promise<TextToShow | null>;
  retrySnippet(languageId: string): Promise<RetrySnippet | null>;
}

/** Sends the requests of {@link Server} over a client, which it starts. */
export function serverOf(client: BaseLanguageClient, documents: SyncedDocuments): Server {
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
  /** Asks about a document, and once more when the question came before the document. */
  async function ask<P, R>(
    uri: Uri,
    method: string,
    params?: Omit<P, keyof DocumentParams>,
  ): Promise<R | null> {
    const settled = documents.isSettled(uri);
    const about = { textDocument: { uri: client.code2ProtocolConverter.asUri(uri) }, ...params };
    const answer = await send<DocumentParams, R | null>(method, about);
    if (settled || answer !== null) return answer;
    await documents.settled(uri);
    return send<DocumentParams, R | null>(method, about);
  }
  const at = ({ line, character }: Position) => ({ position: { line, character } });

  return {
    started,
    lookUp: (query, token) => send<LookUpParams, LookUpItem[]>(Method.lookUp, { query }, token),
    referencePage: (topic) =>
      send<ReferencePageParams, ReferencePage | null>(Method.referencePage, { topic }),
    explainText: (text, claim) => send<ExplainTextParams, ExplainedText>(Method.explainText, { text, claim }),
    explainAt: (document, position) =>
      ask<ExplainAtParams, ExplainAtResult>(document, Method.explainAt, at(position)),
    statistics: (document) => ask<StatisticsParams, Statistics>(document, Method.statistics),
    nextError: (document, position, direction) =>
      ask<NextErrorParams, DocumentRange>(document, Method.nextError, { ...at(position), direction }),
    listErrors: (document) => ask<ListErrorsParams, ErrorList>(document, Method.listErrors),
    openRecord: (document, position) =>
      ask<OpenRecordParams, TextToShow>(document, Method.openRecord, at(position)),
    retrySnippet: (languageId) =>
      send<RetrySnippetParams, RetrySnippet | null>(Method.retrySnippet, { languageId }),
  };
}

type DocumentParams = StatisticsParams;
