/** The eleven exception classes of DreamFactory's official list, by their short PHP names. */
export type ExceptionName =
  | "BadRequestException"
  | "InvalidJsonException"
  | "BatchException"
  | "UnauthorizedException"
  | "ForbiddenException"
  | "NotFoundException"
  | "ConflictResourceException"
  | "TooManyRequestsException"
  | "InternalServerErrorException"
  | "NotImplementedException"
  | "ServiceUnavailableException";

/** Where a fact was read: a documentation page or a place in a DreamFactory package. */
export interface Source {
  readonly title: string;
  /** A URL, or `package path:line`. */
  readonly where: string;
}

/** A piece of text shown as code on a page; the language is a Markdown info string. */
export interface Example {
  readonly language: string;
  readonly code: string;
  readonly caption?: string;
}

/** One thing to do, with the code that does it where there is some. */
export interface Fix {
  readonly text: string;
  readonly example?: Example;
}

/** The same call before and after the repair, and why the first one fails. */
export interface Correction {
  readonly wrong: Example;
  readonly right: Example;
  readonly why: string;
}

/** What is known of one exception class. All sentences are Markdown without HTML. */
export interface ExceptionClass {
  readonly name: ExceptionName;
  /** The HTTP status, which is also the envelope's `status_code`. */
  readonly status: number;
  /** The envelope's `code`; differs from the status for batches only (1000). */
  readonly code: number;
  /** `409 Conflict`, `400 Invalid JSON`: the words of the official list after the number. */
  readonly title: string;
  /** One sentence. */
  readonly meaning: string;
  /** A few words for a list. */
  readonly summary: string;
  /** The causes in one line, without a full stop, for a list that has room for it. */
  readonly inShort: string;
  /** What to do, in a few words: the last column of the quick reference. */
  readonly action: string;
  readonly causes: readonly string[];
  readonly fixes: readonly Fix[];
  /** The commonest way into this error and out of it. */
  readonly correction: Correction;
  /** Responses: first as the official list shows them, then as servers really send them. */
  readonly examples: readonly Example[];
  /** Response headers that come with it. */
  readonly headers: readonly HeaderEntry[];
  /** Where real servers differ from the official list. */
  readonly reality: readonly string[];
  /** Ids of related topics, such as `practice/retry-logic`. */
  readonly seeAlso: readonly string[];
  readonly sources: readonly Source[];
}

export interface HeaderEntry {
  readonly name: string;
  readonly example: string;
  readonly meaning: string;
}

/** A message that DreamFactory's source can emit, `{name}` standing for a value. */
export interface MessageTemplate {
  /** Kebab-case slug, unique. */
  readonly id: string;
  readonly template: string;
  /** The class that is thrown with it: one of the eleven, or another PHP class such as `DfException`. */
  readonly exception: string;
  /** The HTTP status; `undefined` where it is relayed from elsewhere. */
  readonly status: number | undefined;
  /** What happened, in Markdown; may name the template's holes, to be filled with the captures of a match. */
  readonly cause: string;
  /** What to change; written like `cause`. */
  readonly fix: string;
  readonly source: Source;
  /** Present when other products say the same words, so that the message alone proves nothing. */
  readonly common?: true;
}

/** A template recognized in a message, with what stood in its holes. */
export interface MessageMatch {
  readonly entry: MessageTemplate;
  readonly captures: Readonly<Record<string, string>>;
}

/** A database, cURL or SQLSTATE code found in a message, with a plain sentence for it. */
export interface DriverCode {
  /** `SQLSTATE 23000`, `MySQL 1062`, `cURL 28`. */
  readonly name: string;
  /** A plain sentence; may hold holes such as `{column}`, to be filled with `captures`. */
  readonly meaning: string;
  /** Written like `meaning`. */
  readonly fix: string;
  /** Names and values that the driver's text mentions; absent when the code stands alone. */
  readonly captures?: Readonly<Record<string, string>>;
}

/** An exception class outside the eleven that API users really meet. */
export interface OtherClass {
  /** The short PHP name, unique. */
  readonly name: string;
  /** With its namespace; `\` before a class of PHP itself. */
  readonly fullName: string;
  /** The HTTP status it is answered with; `undefined` where that varies. */
  readonly status: number | undefined;
  readonly meaning: string;
  /** How it looks in an answer or a log. */
  readonly appearance: string;
  readonly fixes: readonly string[];
  readonly examples: readonly Example[];
  readonly sources: readonly Source[];
}

/** An HTTP status from 400 to 599. */
export interface StatusEntry {
  readonly status: number;
  /** The reason phrase of the current HTTP registry. */
  readonly phrase: string;
  /** Reason phrases that older servers send instead. */
  readonly formerly: readonly string[];
  /** One sentence. */
  readonly meaning: string;
  /** One sentence. */
  readonly fix: string;
  readonly sources: readonly Source[];
}

/** Advice for programs that call the API. */
export interface Practice {
  /** Kebab-case slug, unique. */
  readonly id: string;
  readonly title: string;
  /** One sentence. */
  readonly summary: string;
  readonly points: readonly string[];
  readonly correction: Correction;
  readonly examples: readonly Example[];
  readonly sources: readonly Source[];
}

/** One form in which an error arrives, with the versions that send it. */
export interface EnvelopeShape {
  /** Kebab-case slug, unique. */
  readonly id: string;
  readonly title: string;
  readonly versions: string;
  readonly meaning: string;
  readonly example: Example;
  readonly sources: readonly Source[];
}
