import type { Random } from "../support/random.ts";
import { validDocument } from "./documents.ts";

/** Tokens and characters at the borders of PHP's scanner. */
const PIECES = [
  "{",
  "}",
  "[",
  "]",
  ":",
  ",",
  "true",
  "false",
  "null",
  "True",
  "nul",
  "0",
  "-0",
  "-",
  "01",
  "1.5",
  "1.",
  ".5",
  "1e5",
  "1E+",
  "12345678901234567890",
  "1e999",
  '""',
  '"a"',
  '"\\u00e9"',
  '"\\ud83d\\ude00"',
  '"\\ud83d"',
  '"\\ude00"',
  '"\\ud83d\\u0041"',
  '"\\u12"',
  '"\\x"',
  '"\\/"',
  '"é"',
  '"😀"',
  '"\u2028"',
  '"\t"',
  '"\n"',
  '"\u0000"',
  '"\u007f"',
  '"\ud800"',
  '"\udc00x"',
  '"',
  "\\",
  "'a'",
  " ",
  "\n",
  "\r\n",
  "\t",
  "\f",
  "\v",
  "\u0000",
  "\u0001",
  "\u007f",
  "\u00a0",
  "\ufeff",
  "\u2028",
  "é",
  "😀",
  "\ud800",
  "\udc00",
  "//",
  "/*",
  "#",
  "=",
  "+",
  "(",
  ";",
  "{{x}}",
] as const;

/** A text that is probably not JSON: tokens thrown together, or a valid document with one to three pieces changed. */
export function badText(random: Random): string {
  if (random.chance(0.01))
    return random.pick(["[", '{"a":']).repeat(508 + random.below(6)) + tokenSoup(random);
  return random.chance(0.4) ? tokenSoup(random) : mutated(random);
}

function tokenSoup(random: Random): string {
  const length = 1 + random.below(10);
  return Array.from({ length }, () => random.pick(PIECES)).join("");
}

function mutated(random: Random): string {
  let text = validDocument(random);
  for (let left = 1 + random.below(3); left > 0; left -= 1) {
    const at = random.below(text.length + 1);
    const removed = random.below(3);
    const inserted = random.chance(0.6) ? random.pick(PIECES) : "";
    text = text.slice(0, at) + inserted + text.slice(at + removed);
  }
  return text;
}

/** The shortest text reachable by cutting pieces out of `text` for which `fails` still holds. */
export function shrink(text: string, fails: (text: string) => boolean): string {
  for (let size = text.length >> 1; size > 0; size >>= 1) {
    for (let at = 0; at + size <= text.length; ) {
      const shorter = text.slice(0, at) + text.slice(at + size);
      if (fails(shorter)) text = shorter;
      else at += size;
    }
  }
  return text;
}
