/**
 * What client and server say to each other beyond LSP. The client imports this file and no other of the server; editors
 * other than VS Code may send the same messages.
 */

export * from "./scanProtocol.ts";

/** The custom requests, by method name. */
export const Method = {
  lookUp: "dreamfactoryErrors/lookUp",
  referencePage: "dreamfactoryErrors/referencePage",
  explainAt: "dreamfactoryErrors/explainAt",
  explainText: "dreamfactoryErrors/explainText",
  statistics: "dreamfactoryErrors/statistics",
  nextError: "dreamfactoryErrors/nextError",
  listErrors: "dreamfactoryErrors/listErrors",
  openRecord: "dreamfactoryErrors/openRecord",
  retrySnippet: "dreamfactoryErrors/retrySnippet",
} as const;

/** The commands that our links and code actions run; the client registers each of them. Cards link to those of {@link LINKED_COMMANDS} only. */
export const Command = {
  /** Argument: a topic id such as `exception/NotFoundException`. */
  openReference: "dreamfactoryErrors.openReference",
  /** Argument: the text to copy. */
  copyText: "dreamfactoryErrors.copyText",
  /** Argument: a {@link TextToShow}, opened as a read-only document beside the editor. */
  showText: "dreamfactoryErrors.showText",
  /** Argument: a {@link Place} to put the cursor at. */
  goTo: "dreamfactoryErrors.goTo",
  /** Argument: the {@link Place} of an error; lists the errors like it. */
  listSimilar: "dreamfactoryErrors.listSimilar",
  /** Argument: an LSP `WorkspaceEdit`, made unless the document has changed since. */
  applyEdit: "dreamfactoryErrors.applyEdit",
} as const;

/** The commands that may stand behind links in Markdown: they change nothing. */
export const LINKED_COMMANDS: readonly string[] = [
  Command.openReference,
  Command.copyText,
  Command.goTo,
  Command.listSimilar,
];

/** A place in a document; the position counts as LSP does. */
export interface Place {
  readonly uri: string;
  readonly line: number;
  readonly character: number;
}

/** A text of our own making that is worth a look, such as the answer that a server would give. */
export interface TextToShow {
  /** The last part of the document's path: `answer.http`. Its ending decides the language. */
  readonly name: string;
  readonly text: string;
}

/** The `initializationOptions` that our own client sends; every field may be missing in another editor. */
export interface InitializationOptions {
  /** True when `command:` links in Markdown run the commands of {@link Command}. */
  readonly commandLinks?: boolean;
  /** True when the client drops document links of the scheme `file` whose target does not exist. */
  readonly checkedFileLinks?: boolean;
  /** Translations by English text, as in `client/l10n`; what is missing stays English. */
  readonly l10n?: Readonly<Record<string, string>>;
  /** True when the client answers the requests of {@link FileMethod}. */
  readonly readsFiles?: boolean;
}

/** Looks an error up; an empty query lists everything in the order of the official page. */
export interface LookUpParams {
  /** Code, class, words of a cause or message, or a whole pasted envelope or log line. */
  readonly query: string;
}

/** One row of the answer to {@link Method.lookUp}, best first. */
export interface LookUpItem {
  /** Opens with {@link Command.openReference}. */
  readonly topic: string;
  readonly kind: LookUpKind;
  readonly label: string;
  readonly description: string;
  readonly detail: string;
  /** The address of a page on the web that says the same; absent where there is none. */
  readonly online?: string;
}

/** Groups the rows of a lookup: `client-error` and `server-error` are the eleven classes. */
export type LookUpKind = "client-error" | "server-error" | "message" | "fault" | "rule" | "reference";

export interface ReferencePageParams {
  readonly topic: string;
}

/** The answer to {@link Method.referencePage}; `null` when there is no such topic. */
export interface ReferencePage {
  readonly topic: string;
  readonly title: string;
  readonly markdown: string;
}

/** A place in an open document; `position` counts as LSP does. */
export interface ExplainAtParams {
  readonly textDocument: { readonly uri: string };
  readonly position: { readonly line: number; readonly character: number };
}

/** The answer to {@link Method.explainAt}; `null` when nothing of DreamFactory's stands there. */
export interface ExplainAtResult {
  /** The reference page that belongs to it. */
  readonly topic: string;
  /** Text to look up: the class name or fault code. */
  readonly query: string;
  readonly markdown: string;
}

/** A text that is no document: from the clipboard, or a line of a terminal. */
export interface ExplainTextParams {
  readonly text: string;
  /** `always` takes errors that could be anybody's too, as for a text that a person asks about. */
  readonly claim: "auto" | "always";
}

/** The answer to {@link Method.explainText}. */
export interface ExplainedText {
  /** In text order; offsets count UTF-16 units. */
  readonly errors: readonly {
    readonly start: number;
    readonly end: number;
    readonly label: string;
    /** True when the error could be another product's. */
    readonly unsure: boolean;
  }[];
  /** All of them on one page, whose links are relative to the top of the reference; `null` when there are none. */
  readonly markdown: string | null;
}

export interface StatisticsParams {
  readonly textDocument: { readonly uri: string };
}

/** The answer to {@link Method.statistics}. */
export interface Statistics {
  /** The version of the server. */
  readonly version: string;
  /** How many error records the document holds. */
  readonly records: number;
  /**
   * False when it holds more of them: outline, lists and counts end there, while all that is asked at a place goes on. A
   * scan counts them all.
   */
  readonly complete: boolean;
  /** Records by exception class; other classes under their own name, unknown ones under `""`. */
  readonly recordsByClass: Readonly<Record<string, number>>;
  /** How many JSON bodies were judged. */
  readonly bodies: number;
  readonly faults: number;
}

/**
 * The answer to {@link Method.nextError} is a {@link DocumentRange}, where the next error from the position on says what
 * went wrong; `null` when there is none. Both directions go round at the ends of the document.
 */
export interface NextErrorParams {
  readonly textDocument: { readonly uri: string };
  readonly position: { readonly line: number; readonly character: number };
  readonly direction: "next" | "previous";
}

export interface ListErrorsParams {
  readonly textDocument: { readonly uri: string };
}

/** The answer to {@link Method.listErrors}: the first errors of a document in words, in text order. */
export interface ErrorList {
  readonly errors: readonly ListedError[];
  /** How many further errors were left out, of those that are read at once. */
  readonly omitted: number;
  /** False when the document holds more than are read at once. */
  readonly complete: boolean;
}

export interface ListedError {
  /** Class and message. */
  readonly label: string;
  /** `409 Conflict`. */
  readonly title: string;
  /** The time stamp as written; absent where there is none. */
  readonly time?: string;
  readonly range: DocumentRange;
}

/** A stretch of a document; positions count as LSP does. */
export interface DocumentRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/**
 * A place in an open document; `position` counts as LSP does. The answer to {@link Method.openRecord} is the error
 * around it as a JSON document of its own, unescaped and formatted, secrets masked: a {@link TextToShow}, or `null`.
 */
export interface OpenRecordParams {
  readonly textDocument: { readonly uri: string };
  readonly position: { readonly line: number; readonly character: number };
}

export interface RetrySnippetParams {
  /** The language identifier of the document to paste into. */
  readonly languageId: string;
}

/** The answer to {@link Method.retrySnippet}; `null` for languages without one. */
export interface RetrySnippet {
  readonly title: string;
  readonly code: string;
}
