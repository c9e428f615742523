import { editDistance } from "./editDistance.ts";
import { fold, type Terms, termsOf, wordsOf } from "./searchTerms.ts";
import type { Topic } from "./topics.ts";

/** Enough for a sentence; a pasted log line is recognized as a record before anyone searches its words. */
const MOST_WORDS = 12;

/** What a match is worth by the field it is found in: the whole word, its beginning, a word that resembles it. */
const FIELDS = [
  { field: "names", whole: 8, beginning: 6, resembling: 2 },
  { field: "keywords", whole: 5, beginning: 3, resembling: 2 },
  { field: "shown", whole: 4, beginning: 2.5, resembling: 1.5 },
  { field: "text", whole: 3, beginning: 2, resembling: 1 },
] as const;

/**
 * The topics that a query finds, best first; equally good ones keep their order, and an empty query finds all.
 *
 * A word counts most as an exact name, then as the beginning of one, as a keyword or part of a name, and as a word of
 * the rest; above that, a whole query that is a name, a label or what people call the topic. Typing errors are
 * forgiven in words that are found nowhere. A topic must have every word of the query; where none has, those that
 * have most of them are found.
 */
export function searchTopics(topics: readonly Topic[], query: string, limit = topics.length): Topic[] {
  const words = [...new Set(wordsOf(query).map(fold))].slice(0, MOST_WORDS);
  if (words.length === 0) return topics.slice(0, limit);
  const whole = fold(query);
  const rated = topics.map((topic) => {
    const terms = termsOf(topic);
    const isNamed = terms.phrases.includes(whole) || terms.names.includes(whole);
    return { topic, terms, matched: 0, score: isNamed ? 8 : 0 };
  });
  for (const word of words) {
    const exact = rated.map(({ terms }) => rateExact(terms, word));
    const rateTypo = typoRater(word);
    const scores = exact.some((score) => score > 0) ? exact : rated.map(({ terms }) => rateTypo(terms));
    for (const [index, entry] of rated.entries()) {
      const score = scores[index] ?? 0;
      entry.score += score;
      if (score > 0) entry.matched += 1;
    }
  }
  const most = Math.max(1, ...rated.map(({ matched }) => matched));
  return rated
    .filter(({ matched }) => matched === most)
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ topic }) => topic);
}

function rateExact(terms: Terms, word: string): number {
  for (const { field, whole, beginning } of FIELDS) {
    if (terms[field].includes(word)) return whole;
    const begins = field === "names" && word.length > 1 && terms.names.some((name) => name.startsWith(word));
    if (begins) return beginning;
  }
  const begun = FIELDS.find(({ field }) => terms[field].some((term) => term.startsWith(word)));
  return begun?.beginning ?? 0;
}

/** Rates topics by the words that resemble one; numbers and short words are exact or nothing. */
function typoRater(word: string): (terms: Terms) => number {
  if (word.length < 4 || /\d/.test(word)) return () => 0;
  const bound = word.length < 7 ? 1 : 2;
  const known = new Map<string, number>();
  const distance = (term: string): number => {
    const steps = known.get(term) ?? editDistance(word, term, bound);
    known.set(term, steps);
    return steps;
  };
  return (terms) =>
    Math.max(
      ...FIELDS.map(({ field, resembling }) => {
        const nearest = Math.min(...terms[field].map(distance));
        return nearest > bound ? 0 : resembling / (1 + nearest);
      }),
    );
}
