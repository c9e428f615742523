import type { Terminal } from "./host.ts";

/** Colors text, or leaves it as it is where the terminal shows none. */
export interface Paint {
  bold(text: string): string;
  dim(text: string): string;
  red(text: string): string;
  yellow(text: string): string;
  green(text: string): string;
  cyan(text: string): string;
}

export function paintFor({ colors }: Pick<Terminal, "colors">): Paint {
  const paint =
    (on: number, off: number) =>
    (text: string): string =>
      colors && text !== "" ? `\u001b[${on}m${text}\u001b[${off}m` : text;
  return {
    bold: paint(1, 22),
    dim: paint(2, 22),
    red: paint(31, 39),
    yellow: paint(33, 39),
    green: paint(32, 39),
    cyan: paint(36, 39),
  };
}

/** Control characters, line separators, bidirectional controls, lone surrogates. */
const UNPRINTABLE =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * Text of a document on one line of a terminal: what a terminal would obey is shown instead, so that a log cannot move
 * the cursor, change colors or hide a line.
 */
export function printable(text: string): string {
  return text.replace(/\r?\n/g, " ⏎ ").replace(UNPRINTABLE, (char) => {
    if (char === "\t") return " ";
    const code = char.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return `\\u{${code.toString(16)}}`;
  });
}
