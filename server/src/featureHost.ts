import type {
  CancellationToken,
  Connection,
  Range,
  ServerCapabilities,
  TextDocumentIdentifier,
  TextDocuments,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { ClientSupport } from "./clientSupport.ts";
import type { ParsedDocument } from "./documents/model.ts";
import type { ReadDocument } from "./features/answeredRequest.ts";
import { guard } from "./guard.ts";
import type { Platform } from "./platform.ts";
import type { Settings } from "./settings.ts";

/** One thing that the server can do: the promise it makes in `initialize`, and the handlers that keep it. */
export interface ServerFeature {
  /** Empty for what LSP does not know, and where the client could not use it. */
  readonly capabilities: (support: ClientSupport) => ServerCapabilities;
  /** Takes the requests; what it returns runs whenever the settings have changed. */
  readonly register: (host: FeatureHost) => Refresh | undefined;
}

/** Asks the editor to forget its answers. */
export type Refresh = () => void;

/** What handlers have at hand. */
export interface FeatureHost {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  /** The open document of a URI with its parse and all that features ask of the surroundings. */
  readonly open: (uri: string) => OpenDocument | undefined;
  readonly support: () => ClientSupport;
  readonly settings: () => Settings;
  readonly platform: Platform;
}

/** An open document as features take it. */
export interface OpenDocument {
  readonly document: TextDocument;
  /** Made when first asked for. */
  readonly parsed: ParsedDocument;
  /** The same as far as a range is concerned, also where the document holds more than is read at once. */
  readonly parsedAround: (range: Range) => ParsedDocument;
  readonly settings: Settings;
  readonly support: ClientSupport;
  /** The other open documents that hold requests, found when first asked for. */
  readonly others: readonly ReadDocument[];
}

/** A handler as connections take it. */
export type Handler<P, R> = (params: P, token: CancellationToken) => R;

/**
 * A guarded handler of requests about a document. It answers `null`, as LSP has it, where the feature has nothing to
 * say and for a document that is not open; `what` completes "Could not …" in the log.
 */
export function forDocument<P extends { readonly textDocument: TextDocumentIdentifier }, R>(
  { connection, open }: FeatureHost,
  what: string,
  answer: (opened: OpenDocument, params: P) => R | undefined,
): Handler<P, R | null> {
  return (params, token) => {
    const { uri } = params.textDocument;
    return guard<R | null>(`${what} ${uri}`, null, connection.console, token, () => {
      const opened = open(uri);
      return opened === undefined ? null : (answer(opened, params) ?? null);
    });
  };
}
