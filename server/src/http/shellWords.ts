import type { Located, Span } from "../text/span.ts";

/** One word of a command line. */
export interface ShellWord extends Located<string> {
  /** The text that is the value letter for letter: all of the word, or what stands between its only quotes. */
  readonly verbatim?: Span;
}

export interface ShellCommand {
  readonly words: readonly ShellWord[];
  /** Behind the last word: at the line break that ends the command, or at the end of the span. */
  readonly end: number;
}

/**
 * Splits a command as a POSIX shell does: quotes, escapes, and lines continued by a backslash (or by `^`, as on
 * Windows). The command ends at the first other line break; an open quote runs on to the end of the span.
 */
export function readShellCommand(text: string, span: Span): ShellCommand {
  const words: ShellWord[] = [];
  let at = span.start;
  for (;;) {
    at = skipGap(text, at, span.end);
    if (at >= span.end || isLineBreak(text, at)) return { words, end: words.at(-1)?.span.end ?? span.start };
    const word = readWord(text, at, span.end);
    words.push(word);
    at = word.span.end;
  }
}

function skipGap(text: string, from: number, end: number): number {
  let at = from;
  while (at < end) {
    const char = text.charAt(at);
    if (char === " " || char === "\t") at += 1;
    else if ((char === "\\" || char === "^") && isLineBreak(text, at + 1))
      at += text[at + 1] === "\r" ? 3 : 2;
    else break;
  }
  return Math.min(at, end);
}

function readWord(text: string, start: number, end: number): ShellWord {
  let value = "";
  let at = start;
  let verbatim: Span | undefined;
  while (at < end && !" \t".includes(text.charAt(at)) && !isLineBreak(text, at)) {
    const quoted = readQuoted(text, at, end) ?? readBare(text, at, end);
    verbatim = at === start ? quoted.verbatim : undefined;
    value += quoted.value;
    at = quoted.end;
  }
  const span = { start, end: at };
  return verbatim === undefined ? { value, span } : { value, span, verbatim };
}

interface Segment {
  readonly value: string;
  readonly end: number;
  readonly verbatim?: Span;
}

function readQuoted(text: string, at: number, end: number): Segment | undefined {
  const ansi = text.startsWith("$'", at);
  const open = ansi ? at + 1 : at;
  const quote = text.charAt(open);
  if (quote !== "'" && quote !== '"') return undefined;
  const escapes = quote === '"' || ansi;
  const inner = open + 1;
  let close = inner;
  let escaped = false;
  while (close < end && text[close] !== quote) {
    if (escapes && text[close] === "\\" && close + 1 < end) {
      escaped = true;
      close += 1;
    }
    close += 1;
  }
  const span = { start: inner, end: Math.min(close, end) };
  const raw = text.slice(span.start, span.end);
  const after = Math.min(close + 1, end);
  return escaped ? { value: unescaped(raw), end: after } : { value: raw, end: after, verbatim: span };
}

/** In double quotes a backslash escapes only these; before anything else it stays. */
function unescaped(raw: string): string {
  return raw.replace(/\\(["\\$`\n])/g, (_, char: string) => (char === "\n" ? "" : char));
}

function readBare(text: string, start: number, end: number): Segment {
  let value = "";
  let escaped = false;
  let at = start;
  while (at < end && !" \t'\"".includes(text.charAt(at)) && !isLineBreak(text, at)) {
    if (text[at] === "\\" && at + 1 < end) {
      if (isLineBreak(text, at + 1)) break;
      escaped = true;
      at += 1;
    }
    value += text.charAt(at);
    at += 1;
  }
  if (at === start) return { value: "", end: start + 1 };
  return escaped ? { value, end: at } : { value, end: at, verbatim: { start, end: at } };
}

function isLineBreak(text: string, at: number): boolean {
  return text[at] === "\n" || text.startsWith("\r\n", at);
}
