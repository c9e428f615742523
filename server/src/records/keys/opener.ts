import type { Layer } from "../../text/layers/layer.ts";

/** The bracket that opens directly before a key. */
export interface Opener {
  /** Where the bracket, with its prefix, stands; `undefined` when none does. */
  readonly opener: number | undefined;
  /** The quote of a source-code literal that starts right before it. */
  readonly literalQuote: number | undefined;
}

const NEAR = 96;
const FAR = 600;

/** What languages print before a bracket. */
const PREFIX = String.raw`(?:@|%|\bmap(?:\[string\](?:interface \{\}|any))?|(?:\(object\)\s*)?\b(?:array|Array|Object|stdClass Object)(?:\(\d*\)|:\d+)?(?:\s|\\+n)*|object\(\w+\)#\d+ \(\d+\) |\b[A-Z]\w{1,60}(?=\())?`;
/** White space, also escaped or encoded, and what changes colors. */
const GAP = String.raw`(?:\s|\u200b|\\+[nrt]|\\+x0[aAdD9]|\x1b\[[\d;]*m|\\+u001b\[[\d;]*m|&nbsp;|<[A-Za-z/][^<>]{0,60}>|%0[aAdD9]|%20|\+|=\r?\n|=0[AD])*`;
/** Looked for backwards from the key, so that nothing before it is tried. */
const OPENER = new RegExp(`(?<=(${PREFIX}(?:[{[(]|%(?:25)*[75][bB]|=[75]B)${GAP}))`, "y");

/** The bracket before the key that starts at `end`, also where something that is not of the text stands between. */
export function openerBefore(text: string, end: number, layers: readonly Layer[]): Opener {
  return openerNear(text, end, Math.max(0, end - NEAR)) ?? openerAbove(text, end, layers) ?? NO_OPENER;
}

const NO_OPENER: Opener = { opener: undefined, literalQuote: undefined };

function openerNear(text: string, end: number, from: number): Opener | undefined {
  const before = text.slice(from, end);
  OPENER.lastIndex = before.length;
  const found = OPENER.exec(before)?.[1];
  if (found === undefined) return undefined;
  const opener = end - found.length;
  const quote = text.charCodeAt(opener - 1);
  return { opener, literalQuote: quote === SINGLE_QUOTE || quote === BACKTICK ? quote : undefined };
}

/** The bracket at the end of the line above, when nothing but the seam stands between. */
function openerAbove(text: string, end: number, [seam]: readonly Layer[]): Opener | undefined {
  if (typeof seam !== "object") return undefined;
  const from = Math.max(0, end - FAR);
  const last = Array.from(text.slice(from, end).matchAll(new RegExp(seam.pattern.source, "g"))).at(-1);
  if (last === undefined || text.slice(from + last.index + last[0].length, end).trim() !== "")
    return undefined;
  const seamStart = from + last.index;
  return openerNear(text, seamStart, Math.max(0, seamStart - NEAR));
}

const SINGLE_QUOTE = 0x27;
const BACKTICK = 0x60;
