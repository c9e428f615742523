import type { Spot } from "./grammar.ts";
import { scanToken } from "./scanner.ts";
import type { Source } from "./source.ts";
import type { Token } from "./token.ts";

/** How many more brackets the rest of a text closes than it opens, from any offset on. */
export type Balance = (from: number) => { readonly braces: number; readonly brackets: number };

/** Reads the text once, as if no string in it were broken over lines. */
export function measureBalance(source: Source): Balance {
  const offsets: number[] = [];
  const braces: number[] = [];
  const brackets: number[] = [];
  let brace = 0;
  let bracket = 0;
  for (
    let token = scanToken(source, source.start);
    token.kind !== "end";
    token = scanToken(source, tokenEnd(source, token))
  ) {
    if (token.kind === "{" || token.kind === "}") brace += token.kind === "}" ? 1 : -1;
    else if (token.kind === "[" || token.kind === "]") bracket += token.kind === "]" ? 1 : -1;
    else continue;
    offsets.push(token.start);
    braces.push(brace);
    brackets.push(bracket);
  }
  return (from) => {
    const before = countBelow(offsets, from) - 1;
    return { braces: brace - (braces[before] ?? 0), brackets: bracket - (brackets[before] ?? 0) };
  };
}

/** By how many brackets the text would end out of balance when read on from the spot. */
export function imbalanceAt({ frame, at }: Spot, balance: Balance): number {
  const rest = balance(at);
  const braces = (frame?.owed.braces ?? 0) - rest.braces;
  const brackets = (frame?.owed.brackets ?? 0) - rest.brackets;
  const imbalance = Math.abs(braces) + Math.abs(brackets);
  if (frame?.otherCloser === undefined || frame.otherCloser === frame.closer) return imbalance;
  const toBrace = frame.otherCloser === "}" ? 1 : -1;
  return Math.min(imbalance, Math.abs(braces + toBrace) + Math.abs(brackets - toBrace));
}

/** No placeholder is longer. */
const LONGEST = 512;

/** A string without its closing quote most likely ends before the signs at the end of its line. */
function tokenEnd({ text, placeholders }: Source, token: Token): number {
  if (!token.open || token.kind !== "string") return token.end;
  let end = token.end;
  while (end > token.start + 1 && ",}] \t".includes(text.charAt(end - 1))) {
    const from = Math.max(token.start, end - LONGEST);
    if (placeholders.get(from + text.slice(from, end).lastIndexOf("{{")) === end) break;
    end -= 1;
  }
  return end;
}

function countBelow(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
