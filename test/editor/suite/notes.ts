import type { Runnable } from "mocha";

const notes = new WeakMap<Runnable, string>();

/** Adds words to the line that a test prints when it passes, such as what it measured. */
export function note(test: Runnable | undefined, words: string): void {
  if (test !== undefined) notes.set(test, words);
}

export function noteOf(test: Runnable): string | undefined {
  return notes.get(test);
}
