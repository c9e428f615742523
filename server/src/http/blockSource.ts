import { firstIndex } from "../text/firstIndex.ts";
import type { Span } from "../text/span.ts";
import { isBlankLine, type Line, linesOf, skipBlanks, startsWithin, trimSpan } from "./line.ts";
import type { ClientTraits } from "./profile.ts";

/** The lines of one block as its readers see them; readers take the index of a line and say where they stopped. */
export interface BlockSource {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly traits: ClientTraits;
  /** Indexes of the lines that close code or comments; gathered when first asked for. */
  readonly closing: (mark: ClosingMark) => readonly number[];
}

/** `%}` closes anywhere on a line, the others alone on theirs. */
type ClosingMark = "}}" | "%}" | "*/";

/** Nothing outside `span` is looked at, so a block reads the same wherever it stands. */
export function blockSource(text: string, span: Span, traits: ClientTraits): BlockSource {
  const marked = text.charCodeAt(span.start) === BYTE_ORDER_MARK && span.start < span.end;
  const lines = linesOf(text, marked ? { start: span.start + 1, end: span.end } : span);
  const known = new Map<ClosingMark, readonly number[]>();
  const closing = (mark: ClosingMark): readonly number[] => {
    const found = known.get(mark) ?? closingLines(text, lines, mark);
    known.set(mark, found);
    return found;
  };
  return { text, lines, traits, closing };
}

const BYTE_ORDER_MARK = 0xfeff;

/** The stretch from the start of line `from` to the end of line `to - 1`, without its line break. */
export function linesSpan({ lines }: BlockSource, from: number, to: number): Span {
  const start = lines[from]?.start ?? lines.at(-1)?.next ?? 0;
  return { start, end: from < to ? (lines[to - 1]?.end ?? start) : start };
}

/** The index of the first line from `from` on that does not pass; the number of lines when all do. */
export function skipLines({ lines }: BlockSource, from: number, test: (line: Line) => boolean): number {
  let at = from;
  for (let line = lines[at]; line !== undefined && test(line); line = lines[at]) at += 1;
  return at;
}

/** The index behind the client's code that opens on line `at`; `undefined` when none does. */
export function scriptEnd(source: BlockSource, at: number): number | undefined {
  return percentScriptEnd(source, at) ?? braceScriptEnd(source, at);
}

/** `< {% … %}`, `> {% … %}` or `{% … %}`; an unclosed one runs to the end of the block. */
function percentScriptEnd({ text, lines, closing }: BlockSource, at: number): number | undefined {
  const line = lines[at];
  if (line === undefined) return undefined;
  let ink = skipBlanks(text, line);
  if (text[ink] === "<" || text[ink] === ">") ink = skipBlanks(text, { start: ink + 1, end: line.end });
  if (!startsWithin(text, "{%", ink, line.end)) return undefined;
  if (text.slice(ink, line.end).includes("%}")) return at + 1;
  return behindNext(closing("%}"), at) ?? lines.length;
}

/**
 * `{{` alone on its line (httpYac: or with an event behind it) up to `}}` alone. Doubled braces around an object look
 * alike, but a member name follows them.
 */
function braceScriptEnd({ text, lines, traits, closing }: BlockSource, at: number): number | undefined {
  const line = lines[at];
  if (line === undefined || !traits.braceScripts || !opensBraceScript(text, line)) return undefined;
  const following = lines.slice(at + 1, at + LONGEST_GAP).find((other) => !isBlankLine(text, other));
  if (following !== undefined && text[skipBlanks(text, following)] === '"') return undefined;
  return behindNext(closing("}}"), at);
}

/** The index behind a block comment whose `/*` and `*\/` stand alone on their lines, as httpYac removes it. */
export function blockCommentEnd(
  { text, lines, traits, closing }: BlockSource,
  at: number,
): number | undefined {
  const line = lines[at];
  if (line === undefined || !traits.blockComments || !isExactly(text, line, "/*")) return undefined;
  return behindNext(closing("*/"), at);
}

const LONGEST_GAP = 20;

function opensBraceScript(text: string, line: Line): boolean {
  const { start, end } = trimSpan(text, line);
  if (!startsWithin(text, "{{", start, end) || end - start > 40) return false;
  return /^\{\{(?:[+@][A-Za-z.+]*)?$/.test(text.slice(start, end));
}

function isExactly(text: string, line: Line, word: string): boolean {
  const { start, end } = trimSpan(text, line);
  return end - start === word.length && text.startsWith(word, start);
}

function closingLines(text: string, lines: readonly Line[], mark: ClosingMark): number[] {
  const closes = (line: Line): boolean =>
    mark === "%}" ? text.slice(line.start, line.end).includes(mark) : isExactly(text, line, mark);
  return lines.flatMap((line, index) => (closes(line) ? [index] : []));
}

/** The index behind the first of `closing` that comes after `at`. */
function behindNext(closing: readonly number[], at: number): number | undefined {
  const next = closing[firstIndex(closing, (index) => index > at)];
  return next === undefined ? undefined : next + 1;
}
