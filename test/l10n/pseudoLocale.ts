import { useTranslations } from "../../server/src/features/words.ts";

/** What no translation touches: holes, code, the targets of links. */
const KEPT = /\{\w+\}|`[^`]*`|\]\([^)]*\)/g;

/** The text in the alphabet of wide Latin letters, which nothing but this function writes. */
export function pseudo(text: string): string {
  let result = "";
  let at = 0;
  for (const { index, 0: kept } of text.matchAll(KEPT)) {
    result += widen(text.slice(at, index)) + kept;
    at = index + kept.length;
  }
  return result + widen(text.slice(at));
}

function widen(text: string): string {
  return text.replace(/[A-Za-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
}

/** Runs with a server whose every text is translated by a function of its English, then makes it English again. */
export function inLanguage<T>(translate: (english: string) => string | undefined, run: () => T): T {
  useTranslations(
    new Proxy({ "": "" }, { get: (_, key) => (typeof key === "string" ? translate(key) : undefined) }),
  );
  try {
    return run();
  } finally {
    useTranslations({});
  }
}

/** What is left to read in a Markdown text when code, open holes and the targets of links are taken away. */
export function proseOf(markdown: string): string {
  return markdown
    .replace(/^(`{3,})[\s\S]*?^\1$/gm, " ⏎ ")
    .replace(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, " ⏎ ")
    .replace(/\{\w+\}/g, " ⏎ ")
    .replace(/\]\((?:[^()]|\([^()]*\))*\)/g, "]")
    .replace(/\\(?=[^\w\s])/g, "");
}

/** The stretches of words in plain letters. */
export function plainWords(text: string): string[] {
  return text.match(/[A-Za-z][\w'’.-]*(?: +[A-Za-z][\w'’.-]*)*/g) ?? [];
}
