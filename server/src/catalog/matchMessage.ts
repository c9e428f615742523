import { decodeEntities } from "../text/entities.ts";
import { type FoldedText, foldText } from "./messages/fold.ts";
import {
  compilePattern,
  type Extent,
  matchPattern,
  type Pattern,
  withoutEnding,
} from "./messages/pattern.ts";
import { MESSAGE_TEMPLATES } from "./messages.ts";
import type { MessageMatch, MessageTemplate } from "./model.ts";

/**
 * The catalog entry that a message follows, from its first to its last word, and what stands in its holes. The most
 * specific template wins; of templates with the same text, the one with `status`, else the commonest. Entities,
 * `Access Forbidden. ` in front, the driver's text behind, a missing full stop and typographic quotes are tolerated.
 * Linear in the message; never throws.
 */
export function matchMessage(message: string, status?: number): MessageMatch | undefined {
  const decoded = decodeEntities(message);
  return matchWhole(decoded, status) ?? matchWhole(afterUnknownFailure(decoded), status);
}

/**
 * The matches of a message and of the messages it wraps, outermost first: `Failed to create records from 'contact'.`
 * and then what the database said. The outermost names the class that was thrown, the innermost the cause.
 */
export function matchMessageLayers(message: string, status?: number): readonly MessageMatch[] {
  const layers: MessageMatch[] = [];
  let layer = matchMessage(message, status);
  while (layer !== undefined && layers.push(layer) < MAX_LAYERS) layer = matchMessage(wrappedMessage(layer));
  return layers;
}

/** True when the entry's words count as evidence that a message is DreamFactory's: `Not Found` does not. */
export function isDistinctive(entry: MessageTemplate): boolean {
  return entry.common !== true && entry.template.replace(/\{[A-Za-z]+\}/g, "").length >= MIN_WEIGHT;
}

/** Templates with fewer literal characters would match anything. `Conflict` is the shortest that may stand alone. */
const MIN_WEIGHT = 8;

const MAX_LAYERS = 4;

/** What servers and user interfaces put in front of a message. */
const PREFIXES = ["Access Forbidden. ", "Api Error "];

/** Where the database's own words begin, behind a message or behind its statement. */
const DRIVER_SUFFIXES = [" SQLSTATE[", " (SQL: ", " (Connection: ", " DETAIL: ", " LINE 1: "];

const SQL_ENDING = " (SQL: {sql})";

interface IndexedPattern extends Pattern {
  /** The entries that share the text, commonest first. */
  readonly entries: readonly [MessageTemplate, ...MessageTemplate[]];
}

/** Patterns by what a message must begin with; each list has the most specific first. */
interface MessageIndex {
  /** Templates without holes, by their whole text. */
  readonly whole: ReadonlyMap<string, readonly IndexedPattern[]>;
  /** Templates with holes, by their first word. */
  readonly byFirstWord: ReadonlyMap<string, readonly IndexedPattern[]>;
  /** Templates that begin with a hole. */
  readonly floating: readonly IndexedPattern[];
}

let lazyIndex: MessageIndex | undefined;

function matchWhole(source: string, status: number | undefined): MessageMatch | undefined {
  lazyIndex ??= buildIndex();
  const { whole, byFirstWord, floating } = lazyIndex;
  const message = foldText(source);
  const start = startOfContent(message.text);
  const extents = possibleExtents(message.text, start);
  let best: Finding | undefined;
  for (const { end } of extents) {
    const patterns = whole.get(withoutEnding(message.text.slice(start, end)));
    best = heaviest(best, patterns, message, extents);
  }
  best = heaviest(best, byFirstWord.get(firstWord(message.text, start)), message, extents);
  best = heaviest(best, floating, message, extents);
  if (best === undefined) return undefined;
  const { entries } = best.pattern;
  return { entry: entries.find((entry) => entry.status === status) ?? entries[0], captures: best.captures };
}

interface Finding {
  readonly pattern: IndexedPattern;
  readonly captures: Record<string, string>;
}

/** The first match in a list that is sorted by weight, when it is heavier than the best so far. */
function heaviest(
  best: Finding | undefined,
  patterns: readonly IndexedPattern[] | undefined,
  message: FoldedText,
  extents: readonly Extent[],
): Finding | undefined {
  for (const pattern of patterns ?? []) {
    if (best !== undefined && pattern.weight <= best.pattern.weight) return best;
    const captures = matchAny(pattern, message, extents);
    if (captures !== undefined) return { pattern, captures };
  }
  return best;
}

function matchAny(pattern: Pattern, message: FoldedText, extents: readonly Extent[]) {
  for (const extent of extents) {
    const captures = matchPattern(pattern, message, extent);
    if (captures !== undefined) return captures;
  }
  return undefined;
}

function startOfContent(text: string): number {
  let start = text.startsWith(" ") ? 1 : 0;
  for (const prefix of PREFIXES) {
    if (text.startsWith(prefix, start)) start += prefix.length;
  }
  return start;
}

/** The whole message, and the message up to the driver's words. */
function possibleExtents(text: string, start: number): Extent[] {
  const suffixes = DRIVER_SUFFIXES.map((suffix) => text.indexOf(suffix, start)).filter((at) => at >= 0);
  const ends = suffixes.length > 0 ? [text.length, Math.min(...suffixes)] : [text.length];
  return ends.map((end) => ({ start, end }));
}

/** What follows the first line of a failure that no template knows. */
function afterUnknownFailure(message: string): string {
  const lineBreak = message.startsWith("Failed to ") ? message.indexOf("\n") : -1;
  return lineBreak < 0 ? "" : message.slice(lineBreak + 1);
}

/** The message in the hole that ends the template, or nothing when it ends with its own words. */
function wrappedMessage({ entry, captures }: MessageMatch): string {
  const hole = /\{([A-Za-z]+)\}$/.exec(entry.template)?.[1];
  return (hole !== undefined && captures[hole]) || "";
}

function firstWord(text: string, start: number): string {
  let end = start;
  while (end < text.length && isWordCharacter(text.charCodeAt(end))) end++;
  return text.slice(start, end);
}

function isWordCharacter(code: number): boolean {
  return (
    (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || code === 95 || (code >= 97 && code <= 122)
  );
}

function buildIndex(): MessageIndex {
  const whole = new Map<string, IndexedPattern[]>();
  const byFirstWord = new Map<string, IndexedPattern[]>();
  const floating: IndexedPattern[] = [];
  for (const pattern of indexedPatterns()) {
    const [first = ""] = pattern.literals;
    if (pattern.holes.length === 0) append(whole, first, pattern);
    else if (first === "") floating.push(pattern);
    else append(byFirstWord, firstWord(first, 0), pattern);
  }
  return { whole, byFirstWord, floating };
}

/** The patterns of all templates, most specific first; a statement that drivers may quote behind is optional. */
function indexedPatterns(): IndexedPattern[] {
  const entriesByTemplate = new Map<string, [MessageTemplate, ...MessageTemplate[]]>();
  for (const entry of MESSAGE_TEMPLATES) {
    for (const template of new Set([entry.template, entry.template.replace(SQL_ENDING, "")])) {
      const key = template.slice(startOfContent(template));
      const entries = entriesByTemplate.get(key);
      if (entries === undefined) entriesByTemplate.set(key, [entry]);
      else entries.push(entry);
    }
  }
  return [...entriesByTemplate]
    .map(([template, entries]) => ({ ...compilePattern(template), entries }))
    .filter((pattern) => pattern.weight >= MIN_WEIGHT)
    .sort((a, b) => b.weight - a.weight);
}

function append(map: Map<string, IndexedPattern[]>, key: string, pattern: IndexedPattern): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [pattern]);
  else list.push(pattern);
}
