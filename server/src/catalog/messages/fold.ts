/** A text with one spelling for what copies of a message spell differently, and the way back to the original. */
export interface FoldedText {
  readonly text: string;
  /** What the original says between two offsets of `text`, trimmed. */
  original(start: number, end: number): string;
}

/**
 * Turns every run of white space into one space and typographic quotes into straight ones, as browsers, word
 * processors and log shippers do the reverse.
 */
export function foldText(source: string): FoldedText {
  if (!NEEDS_FOLDING.test(source)) {
    return { text: source, original: (start, end) => source.slice(start, end).trim() };
  }
  const offsets: number[] = [];
  let text = "";
  let afterSpace = false;
  for (let at = 0; at < source.length; at++) {
    const char = foldCharacter(source.charAt(at));
    if (char === " " && afterSpace) continue;
    afterSpace = char === " ";
    text += char;
    offsets.push(at);
  }
  const offset = (at: number) => offsets[at] ?? source.length;
  return { text, original: (start, end) => source.slice(offset(start), offset(end)).trim() };
}

const NEEDS_FOLDING = /[\t-\r\u00a0\u2018-\u201f]| {2}/;

function foldCharacter(char: string): string {
  if (char === "\u00a0" || (char >= "\t" && char <= "\r")) return " ";
  if (char >= "\u2018" && char <= "\u201b") return "'";
  if (char >= "\u201c" && char <= "\u201f") return '"';
  return char;
}
