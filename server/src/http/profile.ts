/** The client whose dialect a document is written for; `auto` reads what any of them understands. */
export type ClientProfile = "auto" | "rest-client" | "httpyac" | "jetbrains" | "visual-studio" | "kulala";

/** What differs between the clients as far as it decides where things start and end. */
export interface ClientTraits {
  /** `> file`, `> {% … %}`, `>> file` and `<> file` lines end a body; elsewhere they are part of it. */
  readonly handlers: boolean;
  /** `{{` … `}}` on lines of their own is code. */
  readonly braceScripts: boolean;
  /** `@name = value` lines are removed from bodies. */
  readonly variablesInBody: boolean;
  /** A pair of lines that open and close a block comment is removed from bodies, with what stands between. */
  readonly blockComments: boolean;
  /** The body may follow the headers without a blank line. */
  readonly blankLineOptional: boolean;
  /** A request line ends the body in front of it. */
  readonly separatorOptional: boolean;
  /** The client is not known, so what only one of them understands is worth a hint. */
  readonly anyClient: boolean;
}

const STRICT: ClientTraits = {
  handlers: false,
  braceScripts: false,
  variablesInBody: false,
  blockComments: false,
  blankLineOptional: false,
  separatorOptional: false,
  anyClient: false,
};

/** The traits of each client, measured with its released version or read from its grammar. */
export const CLIENT_TRAITS: Readonly<Record<ClientProfile, ClientTraits>> = {
  auto: {
    ...STRICT,
    handlers: true,
    braceScripts: true,
    variablesInBody: true,
    blockComments: true,
    anyClient: true,
  },
  "rest-client": STRICT,
  httpyac: {
    ...STRICT,
    handlers: true,
    braceScripts: true,
    variablesInBody: true,
    blockComments: true,
    blankLineOptional: true,
    separatorOptional: true,
  },
  jetbrains: { ...STRICT, handlers: true },
  "visual-studio": STRICT,
  kulala: { ...STRICT, handlers: true, variablesInBody: true },
};
