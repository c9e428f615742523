/** How other languages write what JSON writes as `true`, `false` or `null`. */
const FOREIGN: ReadonlyMap<string, JsonLiteral> = new Map([
  ["none", "null"],
  ["nil", "null"],
  ["undefined", "null"],
  ["nan", "null"],
  ["infinity", "null"],
  ["+infinity", "null"],
  ["-infinity", "null"],
  ["+inf", "null"],
  ["-inf", "null"],
]);

export type JsonLiteral = "true" | "false" | "null";

/** The JSON literal that a word is meant to be, in whatever case or language; `undefined` when it is none. */
export function readLiteral(word: string): JsonLiteral | undefined {
  const lower = word.length > 9 ? "" : word.toLowerCase();
  return isLiteral(lower) ? lower : FOREIGN.get(lower);
}

/** The literal that a word misses by one letter, left out or misplaced: `tru`, `flase`. */
export function readMisspelt(word: string): JsonLiteral | undefined {
  const lettersOf = (text: string) => [...text].sort().join("");
  const letters = word.length > 5 ? "" : lettersOf(word);
  return (["true", "false", "null"] as const).find(
    (literal) =>
      lettersOf(literal) === letters ||
      [...literal].some((_, index) => literal.slice(0, index) + literal.slice(index + 1) === word),
  );
}

export function isLiteral(word: string): word is JsonLiteral {
  return word === "true" || word === "false" || word === "null";
}

/** True for words that mean a number or a gap which JSON cannot express, so that `null` is only a stand-in. */
export function losesMeaning(word: string): boolean {
  return /^(?:undefined|[+-]?inf(?:inity)?|nan)$/i.test(word);
}
