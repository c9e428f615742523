import type { Layer } from "../../text/layers/layer.ts";

/** The quote before a key, and the layers that it shows. */
export interface QuoteBefore {
  readonly layers: readonly Layer[];
  /** Raw characters of the quote with its escapes. */
  readonly length: number;
}

/** Reads the layers off what stands before a key: `"`, `\"`, `\\\"`, `&quot;`, `\u0022`, `""`, `%22`, `=22`. */
export function quoteBefore(before: string): QuoteBefore | undefined {
  const last = before.at(-1);
  if (last === '"' || last === "'") {
    const slashes = slashesBefore(before, before.length - 1);
    const layer = last === '"' ? "double-quoted" : "single-quoted";
    if (slashes > 0) return { layers: repeat(layer, levelsOf(slashes)), length: slashes + 1 };
    if (last === '"' && before.at(-2) === '"') return { layers: ["csv-cell"], length: 2 };
    return { layers: [], length: 1 };
  }
  if (last === "`" || (last !== undefined && last >= "‘" && last <= "”")) return { layers: [], length: 1 };
  return last === "2" ? encodedQuote(before) : entityQuote(before);
}

/** `\u0022`, `\x22`, `%22`, `=22`. */
function encodedQuote(before: string): QuoteBefore | undefined {
  const hex = /(\\+)(?:u00|x)22$/.exec(before);
  if (hex !== null) {
    const slashes = hex[1]?.length ?? 1;
    return { layers: repeat("double-quoted", Math.floor(Math.log2(slashes)) + 1), length: hex[0].length };
  }
  const percent = /((?:%(?:25)*5C)*)%((?:25)*)22$/i.exec(before);
  if (percent !== null) {
    const slashes = percent[1]?.match(/5C/gi)?.length ?? 0;
    const depth = 1 + (percent[2]?.length ?? 0) / 2;
    return {
      layers: [...repeat("percent", depth), ...repeat("double-quoted", levelsOf(slashes))],
      length: percent[0].length,
    };
  }
  const printable = /(?:=5C|\\)*=22$/i.exec(before);
  if (printable === null) return undefined;
  const slashes = printable[0].match(/5C|\\/gi)?.length ?? 0;
  return {
    layers: ["quoted-printable", ...repeat("double-quoted", levelsOf(slashes))],
    length: printable[0].length,
  };
}

function entityQuote(before: string): QuoteBefore | undefined {
  const entity = /(\\*)&(amp;)*(?:quot|#0?34|#0?39|apos);$/.exec(before);
  if (entity === null) return undefined;
  const depth = 1 + (entity[0].match(/amp;/g)?.length ?? 0);
  const escapes = repeat("double-quoted", levelsOf(entity[1]?.length ?? 0));
  return { layers: [...repeat("entities", depth), ...escapes], length: entity[0].length };
}

function slashesBefore(text: string, end: number): number {
  let at = end;
  while (at > 0 && text[at - 1] === "\\") at -= 1;
  return end - at;
}

/** A quote at nesting level n carries 2ⁿ - 1 backslashes. */
function levelsOf(slashes: number): number {
  return Math.min(4, Math.floor(Math.log2(slashes + 1)));
}

function repeat(layer: Layer, count: number): Layer[] {
  return new Array<Layer>(count).fill(layer);
}

/** Which of the layers around a text the quotes in it do not show. */
export function hiddenLayers(outer: readonly Layer[], shown: readonly Layer[]): readonly Layer[] {
  if (shown.includes("entities")) return outer;
  return outer.filter(
    (layer) => typeof layer === "object" || (TRANSPORT.has(layer) && !shown.includes(layer)),
  );
}

const TRANSPORT: ReadonlySet<Layer> = new Set(["quoted-printable", "percent", "colors"]);

/** The layer of a source-code literal around a whole text that starts with a quote; `undefined` where the text shows none. */
export function literalLayer(text: string, start: number, quote: number): Layer | undefined {
  const literal = text.slice(start, start + MAX_LITERAL);
  if (quote === BACKTICK) return DOUBLED_BACKSLASH.test(literal) ? "backticked" : undefined;
  const first = literal.indexOf("'");
  if (first > 0 && literal[first + 1] === "'" && literal[first - 1] !== "\\") return "sql-string";
  return DOUBLED_BACKSLASH.test(literal) ? "single-quoted" : undefined;
}

const BACKTICK = 0x60;
const MAX_LITERAL = 2048;
/** What JSON itself hardly ever has: a backslash that is escaped before a quote, an escape or another one. */
const DOUBLED_BACKSLASH = /^[^\\]*(?:\\[^\\][^\\]*)*(?:[^\\]\\\\(?:["\\]|u[\da-f]{4})|[.:)]\\\\n)/i;
