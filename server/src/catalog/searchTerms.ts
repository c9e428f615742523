import { fillPhrase } from "../text/phrase.ts";
import type { Topic, TopicWords } from "./topics.ts";

/** The folded words of a topic, in all its languages, by the field they stand in; its phrases and names are not split. */
export interface Terms {
  /** Labels, and what people call it. */
  readonly phrases: readonly string[];
  readonly names: readonly string[];
  readonly keywords: readonly string[];
  /** Of labels, descriptions and details. */
  readonly shown: readonly string[];
  readonly text: readonly string[];
}

const KNOWN_TERMS = new WeakMap<Topic, Terms>();

/** The terms of a topic, split once for its lifetime. */
export function termsOf(topic: Topic): Terms {
  const known = KNOWN_TERMS.get(topic);
  if (known) return known;
  const words = topic.translation === undefined ? [topic] : [topic, topic.translation];
  const terms: Terms = {
    phrases: words
      .flatMap(({ label, alsoCalled = [] }) => [label, ...alsoCalled])
      .map((each) => fold(fillPhrase(each))),
    names: topic.names.map(fold),
    keywords: foldedParts([
      ...topic.names,
      ...topic.keywords,
      ...words.flatMap(({ alsoCalled = [] }) => alsoCalled.map((each) => fillPhrase(each))),
    ]),
    shown: foldedParts(words.flatMap(shownIn)),
    text: foldedParts(words.flatMap(({ text }) => text.map((each) => fillPhrase(each)))),
  };
  KNOWN_TERMS.set(topic, terms);
  return terms;
}

function shownIn({ label, description, detail }: TopicWords): string[] {
  return [label, description, detail].map((each) => fillPhrase(each));
}

/** `X-RateLimit-Limit` gives `xratelimitlimit`, `x`, `rate`, `limit`. */
function foldedParts(texts: readonly string[]): string[] {
  const words = texts.flatMap(wordsOf);
  const parts = words.flatMap((word) => word.match(/\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})|\p{N}+/gu) ?? []);
  return [...new Set([...words, ...parts].map(fold))];
}

/** The words of a text in its order; hyphens and underscores are part of a word. */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}_-]*/gu) ?? [];
}

/** Lower case without accents, letters and digits only. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/[^\p{L}\p{N}]+/gu, "");
}
