import { config, t } from "@vscode/l10n";
import type { Phrase, PhraseArg } from "../text/phrase.ts";
import { fillPhrase } from "../text/phrase.ts";

/**
 * The only door through which text reaches a reader: every English sentence of ours goes through it and comes out in
 * the reader's language. One server serves one editor, so that the language is chosen once.
 */

/** Translations by English text. */
export type Translations = Readonly<Record<string, string>>;

let language = 0;
let isEnglish = true;
let numbersTag = "en-US";

/** What `Intl` takes for a tag; others it throws at. */
const LANGUAGE_TAG = /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i;

/**
 * Chooses the language; `locale` is its tag, by which numbers are written. What is missing stays English; an empty
 * record makes everything English.
 */
export function useTranslations(translations: Translations, locale = "en-US"): void {
  config({ contents: translations });
  language += 1;
  isEnglish = Object.keys(translations).length === 0;
  numbersTag = isEnglish || !LANGUAGE_TAG.test(locale) ? "en-US" : locale;
}

/** Made late, and not for integers in English: loading what the platform knows of languages would be felt. */
const numbers = perLanguage(() => new Intl.NumberFormat(numbersTag));

function grouped(integer: number): string {
  return String(integer).replace(/\B(?=(?:\d{3})+$)/g, ",");
}

/** A number as readers of the language group its digits. */
export function sayNumber(number: number): string {
  return isEnglish && Number.isInteger(number) ? grouped(number) : numbers().format(number);
}

/** A text of ours, or a phrase with its holes filled, in the reader's language. */
export function say(words: string | Phrase): string {
  return typeof words === "string" ? t(words) : fillPhrase(inWords(words));
}

/** A phrase in the reader's language, its holes still open. */
export function inWords({ text, args }: Phrase): Phrase {
  if (args === undefined) return { text: t(text) };
  const translated = Object.entries(args).map(([name, value]) => [
    name,
    isPhrase(value) ? inWords(value) : value,
  ]);
  return { text: t(text), args: Object.fromEntries(translated) };
}

/** What is made of words once and then kept, for as long as the language stays. */
export function perLanguage<T>(make: (isEnglish: boolean) => T): () => T {
  let kept: { readonly language: number; readonly value: T } | undefined;
  return () => {
    if (kept?.language !== language) kept = { language, value: make(isEnglish) };
    return kept.value;
  };
}

function isPhrase(value: PhraseArg): value is Phrase {
  return typeof value === "object" && "text" in value;
}
