import type { Span } from "../text/span.ts";
import { encloses } from "../text/span.ts";
import { type BlockSource, blockCommentEnd, linesSpan, scriptEnd } from "./blockSource.ts";
import { handlerFileOf, inputFileOf } from "./fileLine.ts";
import { type Line, skipBlanks, startsWithin, trimSpan } from "./line.ts";
import { isComment, statusLineOf, variableOf } from "./lineShape.ts";
import type { HttpFileReference, HttpVariable } from "./model.ts";
import { isUnmistakableRequest } from "./requestLine.ts";

/**
 * Where a body stands, before anything is known of its kind. Blank and removed lines at its ends are not part of it.
 */
export interface BodyLines {
  /** Indexes of the first line of content and of the line behind the last one; equal when there is no body. */
  readonly first: number;
  readonly last: number;
  /** Lines within the body that the client removes before sending. */
  readonly masks: readonly Span[];
  /** The removed lines that only httpYac knows: block comments and variables. */
  readonly dialect: readonly LineRange[];
  readonly variables: readonly HttpVariable[];
  /** `< file` lines, whose content is sent in their place. */
  readonly files: readonly HttpFileReference[];
}

/** Indexes of a first line and of the line behind the last one. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

/** What the headers say of the body's text, as far as it decides which lines belong to it. */
export interface BodyText {
  /** A `#` line is a heading, not a comment. */
  readonly markdown: boolean;
  /** Prose may quote a request or a mail; a line that looks like one does not end it. */
  readonly prose: boolean;
}

/** Finds the lines of a body from index `at` on. */
export function readBodyLines(source: BlockSource, at: number, { markdown, prose }: BodyText): BodyLines {
  const { text, lines, traits } = source;
  const masks: Span[] = [];
  const dialect: LineRange[] = [];
  const variables: HttpVariable[] = [];
  const files: HttpFileReference[] = [];
  let first = -1;
  let last = at;
  let strings: StringState | undefined;

  for (let next = at; next < lines.length; next += 1) {
    const line = lines[next];
    if (line === undefined) break;
    const ink = skipBlanks(text, line);
    if (ink === line.end) continue;
    if (isUnmistakableRequest(text, line)) {
      if (traits.separatorOptional || !prose) {
        strings = scanStrings(text, strings ?? startOfStrings(lines[first] ?? line), line.start);
        if (!strings.open) break;
      }
    } else if (endsBody(source, next, line, ink)) break;
    if (!markdown && isComment(text, line)) {
      masks.push({ start: line.start, end: line.end });
      continue;
    }
    const commentEnd = blockCommentEnd(source, next);
    if (commentEnd !== undefined) {
      masks.push(linesSpan(source, next, commentEnd));
      dialect.push({ from: next, to: commentEnd });
      next = commentEnd - 1;
      continue;
    }
    const variable = text[ink] === "@" && traits.variablesInBody ? variableOf(text, line) : undefined;
    if (variable !== undefined) {
      variables.push(variable);
      masks.push({ start: line.start, end: line.end });
      dialect.push({ from: next, to: next + 1 });
      continue;
    }
    const file = inputFileOf(text, line);
    if (file !== undefined) files.push({ span: trimSpan(text, line), ...file });
    if (first < 0) first = next;
    last = next + 1;
  }
  if (first < 0) return { first: at, last: at, masks: [], dialect: [], variables: [], files: [] };
  const body = linesSpan(source, first, last);
  return {
    first,
    last,
    masks: masks.filter((mask) => encloses(body, mask)),
    dialect: dialect.filter(({ from, to }) => first <= from && to <= last),
    variables: variables.filter((variable) => encloses(body, variable.span)),
    files,
  };
}

/** A cheap look at the first character comes first: bodies are long, and few of their lines can end them. */
function endsBody(source: BlockSource, at: number, line: Line, ink: number): boolean {
  const { text, traits } = source;
  switch (text[ink]) {
    case "H":
      return statusLineOf(text, line) !== undefined;
    case "<":
      if (statusLineOf(text, line) !== undefined) return true;
      return (
        traits.handlers && (handlerFileOf(text, line) !== undefined || scriptEnd(source, at) !== undefined)
      );
    case ">":
      return (
        traits.handlers && (handlerFileOf(text, line) !== undefined || scriptEnd(source, at) !== undefined)
      );
    case "?":
      return traits.handlers && /^\?\?[ \t]/.test(text.slice(ink, ink + 3));
    case "{":
      return scriptEnd(source, at) !== undefined;
    default:
      return false;
  }
}

/** How far a body was searched for double quotes, and whether one is open there. */
interface StringState {
  readonly at: number;
  readonly open: boolean;
}

function startOfStrings(line: Line): StringState {
  return { at: line.start, open: false };
}

function scanStrings(text: string, from: StringState, end: number): StringState {
  let { open } = from;
  for (let at = from.at; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) open = !open;
    else if (open && code === 0x5c) at += 1;
  }
  return { at: end, open };
}

/**
 * True when a body's first character opens JSON: a brace or bracket that is no placeholder. A byte order mark in front
 * makes it JSON that PHP refuses, but still JSON.
 */
export function opensJson(text: string, span: Span): boolean {
  const ink = skipBlanks(
    text,
    text[span.start] === "\uFEFF" ? { start: span.start + 1, end: span.end } : span,
  );
  if (ink >= span.end || (text[ink] !== "{" && text[ink] !== "[")) return false;
  if (!startsWithin(text, "{{", ink, span.end)) return true;
  return /^\{\{(?:\r?\n)?[ \t]{0,40}"/.test(text.slice(ink, Math.min(span.end, ink + 50)));
}
