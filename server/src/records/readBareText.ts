import type { LayeredText } from "../text/escapes.ts";
import { codeOf, decodeFrom, lengthOf, NOTHING, unitAt } from "../text/escapes.ts";
import type { TextValue } from "./value.ts";

/**
 * How text without quotes ends.
 * - `words`: quotes are the rule, what has none is a word (JSON, JavaScript, Python, PHP, Ruby, Dart);
 * - `java`: `{code=404, message=Not here, status_code=404}`; `powershell`: the same with `;`;
 * - `go`: `map[code:404 message:Not here status_code:404]`;
 * - `print-r`: `[message] => Not here   [status_code] => 404 )`.
 */
export type TextStyle = "words" | "java" | "powershell" | "go" | "print-r";

/** Opening brackets to the ones that close them. */
export const CLOSERS: ReadonlyMap<number, number> = new Map([
  [0x7b, 0x7d],
  [0x5b, 0x5d],
  [0x28, 0x29],
]);

/** What may follow a comma between members or items, as opposed to a comma of a sentence. */
export const AFTER_COMMA =
  /^\s*(?:$|["'“”‘’`{[\]})\\]|[A-Za-z_$][\w$]*["']?\s*(?:=>|[:=])|:\w|-?\d|(?:null|true|false|None|True|False|nil|NULL)\b|\.\.\.)/;

const MEMBER_NAMES = "(?:code|context|message|status_code|trace|error|errors|resource|record|index)";
/** What ends a bare text, by style; matched against a few characters from a blank, comma, semicolon or bracket on. */
const STOPS: Readonly<Record<TextStyle, RegExp>> = {
  words: /^(?:\n|;|,(?=\s*$))/,
  java: /^, [\w.]+=/,
  powershell: /^; [\w.]+=/,
  go: new RegExp(`^\\s+${MEMBER_NAMES}:`),
  "print-r": /^\s*(?:\[[\w $.-]+(?::\w+)?\]\s*=>|\n\s*\))/,
};
const LOOK_AHEAD = 64;
/** A text without an end is cut here. */
const MAX_LENGTH = 16_384;

/** Reads text without quotes from `at`, trimmed at its end. Brackets inside the text must be balanced. */
export function readBareText(source: LayeredText, at: number, style: TextStyle): TextValue {
  const stop = STOPS[style];
  const limit = at + MAX_LENGTH;
  let text = "";
  let depth = 0;
  let next = at;
  let closed = false;
  let lastInk = at;
  let inkLength = 0;
  while (next < limit) {
    const unit = unitAt(source, next);
    if (unit === NOTHING) break;
    const code = codeOf(unit);
    if (mayEnd(code)) {
      if (isClosing(code)) {
        if (depth === 0) {
          closed = true;
          break;
        }
        depth -= 1;
      } else if (endsHere(source, next, code, style, stop)) {
        closed = true;
        break;
      } else if (CLOSERS.has(code)) {
        depth += 1;
      }
    }
    text += String.fromCharCode(code);
    next += lengthOf(unit);
    if (!isBlank(code)) {
      lastInk = next;
      inkLength = text.length;
    }
  }
  const span = { start: at, end: lastInk };
  return { kind: "text", text: text.slice(0, inkLength), span, inner: span, quoted: false, closed };
}

/** White space, line breaks and the no-break space. */
export function isBlank(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0;
}

function mayEnd(code: number): boolean {
  return isBlank(code) || code === COMMA || code === SEMICOLON || CLOSERS.has(code) || isClosing(code);
}

function isClosing(code: number): boolean {
  return code === 0x7d || code === 0x5d || code === 0x29;
}

function endsHere(source: LayeredText, at: number, code: number, style: TextStyle, stop: RegExp): boolean {
  const ahead = decodeFrom(source, at, LOOK_AHEAD);
  if (style === "words" && code === COMMA) return AFTER_COMMA.test(ahead.slice(1));
  return stop.test(ahead);
}

const COMMA = 0x2c;
const SEMICOLON = 0x3b;
