import { editDistance } from "./editDistance.ts";
import type { Topic } from "./topics.ts";

/** Enough for a sentence; a pasted log line is recognized as a record before anyone searches its words. */
const MOST_WORDS = 12;

/**
 * The topics that a query finds, best first; equally good ones keep their order, and an empty query finds all.
 *
 * A word counts more the closer it comes to a name: an exact code or class, the beginning of one, a part of one or
 * a keyword, a word of the text, the beginning of a word, and last a word with one or two typing errors. A topic
 * must have every word of the query; where none has, those that have most of them are found.
 */
export function searchTopics(topics: readonly Topic[], query: string, limit = topics.length): Topic[] {
  const words = [...new Set(queryWords(query))].slice(0, MOST_WORDS);
  if (words.length === 0) return topics.slice(0, limit);
  const found = topics
    .map((topic) => ({ topic, ...rate(topic, words) }))
    .filter(({ matched }) => matched > 0);
  const most = Math.max(...found.map(({ matched }) => matched));
  return found
    .filter(({ matched }) => matched === most)
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ topic }) => topic);
}

/** The words of a topic, folded: whole names, parts of names and keywords, and the rest of its text. */
interface Terms {
  readonly names: readonly string[];
  readonly keywords: readonly string[];
  readonly text: readonly string[];
}

const TERMS = new WeakMap<Topic, Terms>();

function termsOf(topic: Topic): Terms {
  const known = TERMS.get(topic);
  if (known) return known;
  const terms = {
    names: topic.names.map(fold),
    keywords: [...new Set([...topic.names, ...topic.keywords].flatMap(termWords))],
    text: [...new Set([topic.label, topic.description, topic.detail, topic.text].flatMap(termWords))],
  };
  TERMS.set(topic, terms);
  return terms;
}

function rate(topic: Topic, words: readonly string[]): { matched: number; score: number } {
  const terms = termsOf(topic);
  const scores = words.map((word) => rateWord(terms, word));
  const wholeQuery = terms.names.includes(words.join("")) ? 8 : 0;
  return {
    matched: scores.filter((score) => score > 0).length,
    score: scores.reduce((sum, score) => sum + score, wholeQuery),
  };
}

function rateWord({ names, keywords, text }: Terms, word: string): number {
  if (names.includes(word)) return 8;
  if (word.length > 1 && names.some((name) => name.startsWith(word))) return 6;
  if (keywords.includes(word)) return 5;
  if (text.includes(word)) return 4;
  if (keywords.some((term) => term.startsWith(word))) return 3;
  if (text.some((term) => term.startsWith(word))) return 2.5;
  return Math.max(2 * similarity(names, word), 2 * similarity(keywords, word), similarity(text, word));
}

/** 1 without a typing error, falling with each; 0 when no term comes near. Numbers are exact or nothing. */
function similarity(terms: readonly string[], word: string): number {
  const bound = word.length < 4 || /\d/.test(word) ? 0 : word.length < 7 ? 1 : 2;
  if (bound === 0) return 0;
  const nearest = Math.min(...terms.map((term) => editDistance(word, term, bound)));
  return nearest > bound ? 0 : 1 - nearest / 4;
}

function queryWords(query: string): string[] {
  return (query.match(/[\p{L}\p{N}_-]+/gu) ?? []).map(fold).filter((word) => word !== "");
}

/** `X-RateLimit-Limit` gives `xratelimitlimit`, `x`, `rate`, `limit`. */
function termWords(text: string): string[] {
  const chunks = text.match(/[\p{L}\p{N}_-]+/gu) ?? [];
  const parts = chunks.flatMap((chunk) => chunk.match(/\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})|\p{N}+/gu) ?? []);
  return [...chunks, ...parts].map(fold).filter((word) => word !== "");
}

function fold(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
