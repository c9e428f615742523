const CONTROL: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };
/** What a backslash may stand before, in any language; only digits of base 16 follow on the last two. */
const ESCAPABLE = `"'\\/\`bfnrt0$ux`;
/** By the code behind a backslash: what both stand for; empty where they are no escape. */
const CHARACTERS = Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  return ESCAPABLE.includes(character) ? (CONTROL[character] ?? character) : "";
});

/** Undoes the escapes of a string; `undefined` where a backslash could not be an escape. */
export function undoEscapes(text: string): string | undefined {
  let undone = "";
  let from = 0;
  for (let at = text.indexOf("\\"); at >= 0; at = text.indexOf("\\", from)) {
    const kind = text.charCodeAt(at + 1);
    const digits = kind === LETTER_U ? 4 : kind === LETTER_X ? 2 : 0;
    const character = digits > 0 ? fromHex(text.slice(at + 2, at + 2 + digits), digits) : CHARACTERS[kind];
    if (character === undefined || character === "") return undefined;
    undone += text.slice(from, at) + character;
    from = at + 2 + digits;
  }
  return from === 0 ? text : undone + text.slice(from);
}

function fromHex(hex: string, digits: number): string | undefined {
  const isHex = hex.length === digits && /^[\da-fA-F]+$/.test(hex);
  return isHex ? String.fromCharCode(Number.parseInt(hex, 16)) : undefined;
}

const LETTER_U = 0x75;
const LETTER_X = 0x78;
