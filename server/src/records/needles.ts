import type { Needle } from "../text/search/model.ts";
import type { Anchor } from "./forms/forms.ts";

/**
 * The texts to look for so that no anchor is missed: each anchor with every beginning that its `follow` allows, which
 * makes the texts longer and rarer. A beginning ends where `follow` is more than a row of characters and character
 * classes. In UTF-8 the characters of the result stand for bytes. The id is the anchor's index.
 */
export function needlesOf(anchors: readonly Anchor[], encoding: "utf-16" | "utf-8"): Needle[] {
  return anchors.flatMap(({ text, follow }, id) => {
    let texts = [text];
    for (const characters of beginningOf(follow.source, encoding)) {
      if (texts.length * characters.size > MOST_PER_ANCHOR) break;
      texts = texts.flatMap((each) => [...characters].map((character) => each + character));
    }
    return texts.map((each) => ({ text: each, id }));
  });
}

const MOST_PER_ANCHOR = 16;

/** One part of a regular expression's source: a class, an escape or a character, and whether it is quantified. */
const PART = /(?:\[((?:\\.|[^\]\\^])(?:\\.|[^\]\\])*)\]|(\\.)|([^\\[\](){}?*+|^$.]))([?*+{]?)/y;
const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", d: "0123456789" };

/** The possible ones for each of the first characters, as far as they can be told. */
function beginningOf(pattern: string, encoding: "utf-16" | "utf-8"): Set<string>[] {
  const part = new RegExp(PART);
  const beginning: Set<string>[] = [];
  if (hasAlternatives(pattern)) return beginning;
  for (let found = part.exec(pattern); found !== null; found = part.exec(pattern)) {
    const [, members, escaped, plain, quantifier] = found;
    const characters = charactersOf(members ?? escaped ?? plain ?? "");
    if (quantifier !== "" || characters === undefined) break;
    if (encoding === "utf-16" || characters.every((character) => character <= "\u007f")) {
      beginning.push(new Set(characters));
      continue;
    }
    beginning.push(new Set(characters.map(firstByte)));
    // Only the first byte of such a character is known, so that nothing can be said of what comes behind it.
    break;
  }
  return beginning;
}

function hasAlternatives(pattern: string): boolean {
  return /(?:^|[^\\])\|/.test(pattern.replace(/\[(?:\\.|[^\]\\])*\]|\([^)]*\)/g, ""));
}

/** `undefined` for what is not understood, such as a range. */
function charactersOf(members: string): string[] | undefined {
  const characters: string[] = [];
  for (const [, escape, plain] of members.matchAll(/\\(.)|([^\\])/gs)) {
    if (plain === "-" && members.length > 1) return undefined;
    if (escape !== undefined && /[a-ce-mo-qsu-zA-Z0-9]/.test(escape)) return undefined;
    characters.push(...(plain ?? ESCAPES[escape ?? ""] ?? escape ?? ""));
  }
  return characters;
}

/** The first byte in UTF-8, as the character of that code. */
function firstByte(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x80) return character;
  return String.fromCharCode(code < 0x800 ? 0xc0 | (code >> 6) : 0xe0 | (code >> 12));
}
