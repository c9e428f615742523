import type { Command, Place } from "../protocol.ts";
import type { Phrase } from "../text/phrase.ts";
import { maskSecrets } from "../text/secrets.ts";
import { inWords } from "./words.ts";

/** Characters that CommonMark or GitHub's dialect read as markup, HTML or an entity wherever they stand in a line. */
const MARKUP = /[\\`*_[\]<>~&$|@]/g;

/** What is markup at the start of a line only: headings, lists, rules, underlines of headings, tables. */
const AT_LINE_START = /^(\s*)(\d{1,9}(?=[.)])|[#+\-=:])/;

/** What GitHub's dialect makes a link of without any markup. */
const AUTOLINK = /:(?=\/\/)|(?<=\bwww)\./gi;

/** How much of a captured text is shown inside a sentence. */
const LONGEST_HOLE = 120;

/** Control characters, line separators, bidirectional controls and invisible characters. */
const INVISIBLE =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/** The text of a document as Markdown that renders as just that text: no markup, no HTML, one line. */
export function escapeMarkdown(text: string): string {
  return visible(text)
    .replace(MARKUP, "\\$&")
    .replace(AUTOLINK, "\\$&")
    .replace(AT_LINE_START, (_, blank: string, mark: string) =>
      /\d/.test(mark) ? `${blank}${mark}\\` : `${blank}\\${mark}`,
    );
}

/** The text of a document as a code span, whose fence is longer than any run of backticks inside. */
export function codeSpan(text: string): string {
  const shown = visible(text);
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = shown.startsWith("`") || shown.endsWith("`") || shown === "" ? " " : "";
  return fence + pad + shown + pad + fence;
}

/**
 * A phrase of our own, in Markdown, with document text in its holes: inside backticks as a code span, elsewhere
 * escaped; secrets are masked. It comes out in the reader's language.
 */
export function fillMarkdown(phrase: Phrase): string {
  const { text, args = {} } = inWords(phrase);
  const fill = (part: string, show: (value: string) => string): string =>
    part.replace(/\{(\w+)\}/g, (hole, name: string) =>
      Object.hasOwn(args, name) ? show(shorten(maskSecrets(String(args[name])), LONGEST_HOLE)) : hole,
    );
  return text.replace(/`([^`]*)`|[^`]+/g, (part, code: string | undefined) =>
    code === undefined ? fill(part, escapeMarkdown) : codeSpan(fill(code, (value) => value)),
  );
}

/** A fenced block; the fence is longer than any inside. Line breaks are kept, other invisible characters shown. */
export function codeBlock(code: string, language = ""): string {
  const shown = code.replace(INVISIBLE, (char) => (char === "\n" || char === "\t" ? char : escapeCode(char)));
  const longest = Math.max(2, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${shown}\n${fence}`;
}

/** A link that runs one of our own commands; `label` is Markdown already, the argument anything that JSON can hold. */
export function commandLink(
  label: string,
  command: (typeof Command)[keyof typeof Command],
  argument: string | Place,
): string {
  return `[${label}](command:${command}?${encodeURIComponent(JSON.stringify([argument])).replace(/[()']/g, percentEncode)})`;
}

/** Markdown of our own making as plain text, for editors that show no Markdown; links to the web keep their address. */
export function toPlainText(markdown: string): string {
  return markdown
    .replace(/^(?:---|```.*)$\n?/gm, "")
    .replace(/\[((?:[^\]\\]|\\.)*)\]\((https:\/\/[^()\s]*)\)/g, "$1 ($2)")
    .replace(/\[([^\]]*)\]\((?:[^()]|\([^()]*\))*\)/g, "$1")
    .replace(/\$\([\w~-]+\) ?/g, "")
    .replace(/^\*([^*\n].*)\*$/gm, "$1")
    .replace(/\*\*|(?<!\\)`+/g, "")
    .replace(/\\([\\`*_{}[\]()#+\-.!|<>~&$:@])/g, "$1");
}

/** Shortens to at most `limit` characters at a word's end where one is near, with an ellipsis. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit - 1);
  const space = cut.lastIndexOf(" ");
  return `${(space > limit / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}

/** The text in one line, with every character shown that would be invisible or reorder the others. */
export function visible(text: string): string {
  return text.replace(/\r?\n/g, " ⏎ ").replace(INVISIBLE, escapeCode);
}

function escapeCode(char: string): string {
  return char === "\t" ? "\\t" : `\\u{${char.charCodeAt(0).toString(16)}}`;
}

function percentEncode(char: string): string {
  return `%${char.charCodeAt(0).toString(16)}`;
}
