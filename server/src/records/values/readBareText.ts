import type { UnwrappedText } from "../../text/unwrap.ts";
import { type Cursor, codeAt, isBlank, isCloser, matchAt, rawSpan } from "./cursor.ts";
import type { TextValue } from "./value.ts";

/**
 * How text without quotes ends.
 * - `words`: quotes are the rule, what has none is a word (JSON, JavaScript, Python, PHP, Ruby, Dart);
 * - `java`: `{code=404, message=Not here, status_code=404}`; `powershell`: the same with `;`;
 * - `go`: `map[code:404 message:Not here status_code:404]`;
 * - `print-r`: `[message] => Not here   [status_code] => 404 )`.
 */
export type TextStyle = "words" | "java" | "powershell" | "go" | "print-r";

/** What may follow a comma between members or items, as opposed to a comma of a sentence: the source of an expression. */
export const AFTER_COMMA =
  /[\s\u200b-\u200d\u2060]*(?:$|["'“”‘’`{[\]})\\]|[A-Za-z_$][\w$]*["']?\s*(?:=>|[:=])|:\w|-?\d|(?:null|true|false|None|True|False|nil|NULL)\b|\.\.\.)/
    .source;

const MEMBER_NAMES = "(?:code|context|message|status_code|trace|error|errors|resource|record|index)";
/** What ends a bare text, by style; matched from a blank, comma or semicolon on. */
const STOPS: Readonly<Record<TextStyle, RegExp>> = {
  words: new RegExp(`\\n(?!SQLSTATE\\[)|;(?=\\s*(?:$|[}\\])]|["']?\\w+["']?\\s*=))|,${AFTER_COMMA}`, "y"),
  java: /, [\w.]+=/y,
  powershell: /; [\w.]+=/y,
  go: new RegExp(`\\s+${MEMBER_NAMES}:`, "y"),
  "print-r": /\s*(?:\[[\w $.-]+(?::\w+)?\]\s*=>|\n\s*\))/y,
};
/** A text without an end is cut here. */
const MAX_LENGTH = 4096;

/** Reads text without quotes at the cursor, trimmed at its end. Brackets inside the text must be balanced. */
export function readBareText(cursor: Cursor, style: TextStyle): TextValue {
  const { source, at: start } = cursor;
  const limit = start + MAX_LENGTH;
  let depth = 0;
  let at = start;
  let closed = false;
  let inkEnd = start;
  for (; at < limit; at++) {
    const code = codeAt(source, at);
    if (code === 0) break;
    if (isCloser(code)) {
      if (depth === 0) {
        closed = true;
        break;
      }
      depth -= 1;
    } else if (isBlank(code) || code === COMMA || code === SEMICOLON || code === OPEN_BRACKET) {
      if (endsAt(source, at, style)) {
        closed = true;
        break;
      }
      if (code === OPEN_BRACKET) depth += 1;
    } else if (code === OPEN_BRACE || code === OPEN_PAREN) {
      depth += 1;
    }
    if (!isBlank(code)) inkEnd = at + 1;
  }
  cursor.at = inkEnd;
  const span = rawSpan(cursor, start, inkEnd);
  return { kind: "text", text: source.text.slice(start, inkEnd), span, inner: span, quoted: false, closed };
}

/** True where a bare text ends before the character at the index. */
export function endsAt(source: UnwrappedText, at: number, style: TextStyle): boolean {
  return matchAt(source, at, STOPS[style]) !== undefined;
}

const COMMA = 0x2c;
const SEMICOLON = 0x3b;
const OPEN_BRACE = 0x7b;
const OPEN_BRACKET = 0x5b;
const OPEN_PAREN = 0x28;
