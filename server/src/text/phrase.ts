import type { Span } from "./span.ts";

/**
 * An English sentence with named holes such as `{name}`. It stays data until a feature renders it: the text is the
 * key under which translators find it.
 */
export interface Phrase {
  readonly text: string;
  /**
   * A span stands for the number of the line where it starts, so that a phrase stays true when its text moves. A
   * phrase in a hole is filled first; other values are the same in every language.
   */
  readonly args?: Readonly<Record<string, PhraseArg>>;
}

export type PhraseArg = string | number | Span | Phrase;

/** A text that is the same in every language: a name, a code, what a document or the server says. */
export function verbatim(text: string): Phrase {
  return { text: "{text}", args: { text } };
}

/**
 * Fills the holes of a phrase in English. `lineOf` gives the line of an offset, counted from 1. A hole without an
 * argument, or without a line to give, stays as it is.
 */
export function fillPhrase({ text, args = {} }: Phrase, lineOf?: (offset: number) => number): string {
  return text.replace(/\{(\w+)\}/g, (hole, name: string) => {
    const value = Object.hasOwn(args, name) ? args[name] : undefined;
    if (typeof value !== "object") return value === undefined ? hole : String(value);
    if ("text" in value) return fillPhrase(value, lineOf);
    return lineOf === undefined ? hole : String(lineOf(value.start));
  });
}
