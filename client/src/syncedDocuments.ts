import { type DocumentSelector, EventEmitter, languages, type Uri, workspace } from "vscode";
import type { Middleware } from "vscode-languageclient";

/** A hover read out by a screen reader is a document too: with hints of ours, it would say everything twice. */
const ACCESSIBLE_VIEW = "accessible-view";

/** Which documents the server has been given. */
export interface SyncedDocuments {
  /** Goes into the options of the client. */
  readonly middleware: Pick<Middleware, "didOpen" | "didClose">;
  /** True when the server has the document, or will never get it. */
  isSettled(uri: Uri): boolean;
  /** Resolves when the document is settled. */
  settled(uri: Uri): Promise<void>;
}

/** Follows the documents of a client: it announces them in its own time, so that a question can come too early. */
export function syncedDocuments(selector: DocumentSelector): SyncedDocuments {
  const given = new Set<string>();
  const changed = new EventEmitter<void>();
  const isSettled = (uri: Uri): boolean => given.has(uri.toString()) || !isRead(uri, selector);
  return {
    middleware: {
      async didOpen(document, send) {
        if (document.uri.scheme === ACCESSIBLE_VIEW) return;
        await send(document);
        given.add(document.uri.toString());
        changed.fire();
      },
      async didClose(document, send) {
        given.delete(document.uri.toString());
        await send(document);
        changed.fire();
      },
    },
    isSettled,
    settled: (uri) =>
      new Promise((resolve) => {
        if (isSettled(uri)) return resolve();
        const listener = changed.event(() => {
          if (!isSettled(uri)) return;
          listener.dispose();
          resolve();
        });
      }),
  };
}

function isRead(uri: Uri, selector: DocumentSelector): boolean {
  const document = workspace.textDocuments.find((each) => each.uri.toString() === uri.toString());
  return document !== undefined && uri.scheme !== ACCESSIBLE_VIEW && languages.match(selector, document) > 0;
}
