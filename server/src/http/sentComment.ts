import { placeholderAt } from "../text/placeholder.ts";
import type { Located, Span } from "../text/span.ts";
import { type Line, located, skipBlanks } from "./line.ts";

/** A comment behind a URL or a header value, which the client sends along. */
export interface SentComment {
  /** The line that it stands on. */
  readonly line: Line;
  readonly comment: Located<string>;
  /** The comment with the blanks in front of it. */
  readonly removed: Span;
}

/**
 * Finds the comment at the end of a header value or, with `url`, of a URL: `//` or `#` between blanks. In a URL it
 * must stand behind the very first blank or the HTTP version, as an unencoded filter holds blanks and signs of its own.
 */
export function findSentComment(
  text: string,
  line: Line,
  value: Span,
  url: boolean,
): SentComment | undefined {
  for (let at = value.start; at < value.end; at += 1) {
    const placeholder = placeholderAt(text, at, value.end);
    if (placeholder !== undefined) {
      at = placeholder.end - 1;
      continue;
    }
    if (text[at] !== " " && text[at] !== "\t") continue;
    const sign = skipBlanks(text, { start: at, end: value.end });
    if (opensComment(text, sign)) {
      const comment = located(text, { start: sign, end: value.end });
      return { line, comment, removed: { start: at, end: value.end } };
    }
    if (url && !/^HTTP\/\d/.test(text.slice(sign, sign + 6))) return undefined;
    at = sign - 1;
  }
  return undefined;
}

function opensComment(text: string, at: number): boolean {
  return /^(?:\/\/|#)[ \t]/.test(text.slice(at, at + 3));
}
