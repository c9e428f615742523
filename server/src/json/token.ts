import type { Span } from "../text/span.ts";

/** What a stretch of mistyped JSON looks like to a person; a token of any kind may be flawed. */
export type TokenKind =
  | Bracket
  | ":"
  | ","
  /** In any quotes. */
  | "string"
  /** Valid, or one that can be written as a valid number. */
  | "number"
  /** Everything else without quotes: `true`, `None`, `hello`, `http://host/path`. */
  | "word"
  /** With whatever is glued to it: `{{a}}{{b}}`, `-{{n}}`. */
  | "placeholder"
  | "comment"
  /** Characters that look like white space and are none in JSON. */
  | "space"
  /** `=`, `=>`, `;`, `+`, `.`, or the wide `，`, `；` or `：` of East Asian keyboards. */
  | "operator"
  /** `...` or `…` */
  | "elision"
  /** Three backticks and the rest of the line. */
  | "fence"
  | "end";

export type Bracket = "{" | "}" | "[" | "]" | "(" | ")";

export interface Token extends Span {
  readonly kind: TokenKind;
  /** The closing quote or closing braces are missing. */
  readonly open?: true;
}

export type Opener = "{" | "[" | "(";
/** `fence` closes what a Markdown fence opened, `end` what only the end of the text closes. */
export type Closer = "}" | "]" | ")" | "fence" | "end";

export function isOpener(kind: string): kind is Opener {
  return kind === "{" || kind === "[" || kind === "(";
}

export function isCloser(kind: string): kind is "}" | "]" | ")" {
  return kind === "}" || kind === "]" || kind === ")";
}

/** Whether a value can begin with the token. */
export function startsValue({ kind }: Token): boolean {
  return (
    kind === "string" || kind === "number" || kind === "word" || kind === "placeholder" || isOpener(kind)
  );
}

/** Whether the token can be meant as the key of a member. */
export function canBeKey({ kind }: Token): boolean {
  return kind === "string" || kind === "number" || kind === "word" || kind === "placeholder";
}
