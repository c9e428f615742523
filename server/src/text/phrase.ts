import type { Span } from "./span.ts";

/**
 * An English sentence with named holes such as `{name}`. It stays data until a feature renders it: the text is the
 * key under which translators find it.
 */
export interface Phrase {
  readonly text: string;
  /** A span stands for the number of the line where it starts, so that a phrase stays true when its text moves. */
  readonly args?: Readonly<Record<string, string | number | Span>>;
}

/**
 * Fills the holes of a phrase in English. `lineOf` gives the line of an offset, counted from 1. A hole without an
 * argument, or without a line to give, stays as it is.
 */
export function fillPhrase({ text, args = {} }: Phrase, lineOf?: (offset: number) => number): string {
  return text.replace(/\{(\w+)\}/g, (hole, name: string) => {
    const value = Object.hasOwn(args, name) ? args[name] : undefined;
    if (typeof value === "object") return lineOf === undefined ? hole : String(lineOf(value.start));
    return value === undefined ? hole : String(value);
  });
}
