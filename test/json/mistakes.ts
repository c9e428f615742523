import type { Edit } from "../../server/src/text/edit.ts";
import type { Random } from "../support/random.ts";

/** One way to mistype JSON. */
export interface MistakeKind {
  readonly name: string;
  /** The mistake leaves no doubt of what the document was, so that the repair must restore its value. */
  readonly determined: boolean;
  /** The edits that make the mistake at a random fitting place; none when the document has no such place. */
  readonly make: (document: string, random: Random) => readonly Edit[];
}

interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly role: "key" | "string" | "number" | "literal" | "sign";
  readonly before: string;
  readonly after: string;
  /** Depth of the brackets around the piece; a bracket stands inside itself. */
  readonly depth: number;
}

const PIECE = /"(?:[^"\\]|\\.)*"|[{}[\]:,]|[^\s{}[\]:,"]+/g;

function piecesOf(document: string): Piece[] {
  const found = [...document.matchAll(PIECE)].map(([text], index, all) => ({
    text,
    start: all[index]?.index ?? 0,
  }));
  let depth = 0;
  return found.map(({ text, start }, index) => {
    const before = found[index - 1]?.text ?? "";
    const after = found[index + 1]?.text ?? "";
    if ("{[".includes(text)) depth += 1;
    const piece: Piece = {
      text,
      start,
      end: start + text.length,
      role: roleOf(text, after),
      before,
      after,
      depth,
    };
    if ("}]".includes(text)) depth -= 1;
    return piece;
  });
}

function roleOf(text: string, after: string): Piece["role"] {
  if (text.startsWith('"')) return after === ":" ? "key" : "string";
  if (/^[-\d]/.test(text)) return "number";
  return /^[a-z]/.test(text) ? "literal" : "sign";
}

type Fits = (piece: Piece) => boolean;
type Change = (piece: Piece, random: Random) => string;

/** Replaces one fitting piece by what `change` makes of it. */
function rewrite(name: string, fits: Fits, change: Change, determined = true): MistakeKind {
  const make = (document: string, random: Random): Edit[] => {
    const fitting = piecesOf(document).filter(fits);
    if (fitting.length === 0) return [];
    const piece = random.pick(fitting);
    return [{ span: { start: piece.start, end: piece.end }, newText: change(piece, random) }];
  };
  return { name, determined, make };
}

/** Puts something around the whole document. */
function around(name: string, before: string, after: string, determined = true): MistakeKind {
  const make = (document: string): Edit[] => [
    ...(before === "" ? [] : [{ span: { start: 0, end: 0 }, newText: before }]),
    ...(after === "" ? [] : [{ span: { start: document.length, end: document.length }, newText: after }]),
  ];
  return { name, determined, make };
}

const isKey: Fits = ({ role }) => role === "key";
const isString: Fits = ({ role }) => role === "string";
const isAnyString: Fits = (piece) => isKey(piece) || isString(piece);
const isPlain: Fits = (piece) => isAnyString(piece) && /^"[^"\\]+"$/.test(piece.text);
const isNumber: Fits = ({ role }) => role === "number";
const isInteger: Fits = ({ text }) => /^[1-9]\d*$/.test(text);
const isSign =
  (...signs: string[]): Fits =>
  (piece) =>
    signs.includes(piece.text) && piece.role === "sign";
const inner = ({ text }: Piece): string => text.slice(1, -1);
const remove: Change = () => "";
/** Inserts into the middle of a string, but not into an escape or between two surrogates. */
const middle = (piece: Piece, insert: string): string => {
  const at = /^"[\w ,.@-]*"$/.test(piece.text) ? 1 + Math.ceil(inner(piece).length / 2) : 1;
  return piece.text.slice(0, at) + insert + piece.text.slice(at);
};
const isClosable: Fits = (piece) => isSign("}", "]")(piece) && !"{[".includes(piece.before);

export const MISTAKES: readonly MistakeKind[] = [
  rewrite("trailing comma", isClosable, ({ text }) => `,${text}`),
  rewrite("missing comma", isSign(","), remove),
  rewrite("double comma", isSign(","), () => ",,"),
  rewrite(
    "leading comma",
    (piece) => isSign("{", "[")(piece) && !"}]".includes(piece.after),
    ({ text }) => `${text},`,
  ),
  rewrite("missing colon", isSign(":"), remove),
  rewrite("equals sign", isSign(":"), () => "="),
  rewrite("fat arrow", isSign(":"), () => " =>"),
  rewrite("double colon", isSign(":"), () => "::"),
  rewrite("semicolon", isSign(","), () => ";"),
  rewrite("unquoted key", (piece) => isKey(piece) && /^"[a-z][\w-]*"$/.test(piece.text), inner),
  rewrite(
    "single-quoted string",
    (piece) => isPlain(piece) && !piece.text.includes("'"),
    (piece) => `'${inner(piece)}'`,
  ),
  rewrite("backtick-quoted string", isPlain, (piece) => `\`${inner(piece)}\``),
  rewrite("typographic quotes", isPlain, (piece) => `“${inner(piece)}”`),
  rewrite("escaped quotes", isPlain, (piece) => `\\"${inner(piece)}\\"`),
  rewrite("closing quote missing", isPlain, ({ text }) => text.slice(0, -1)),
  rewrite("opening quote missing", isPlain, ({ text }) => text.slice(1)),
  rewrite("quotes inside a string", isPlain, (piece) => `"${inner(piece)} "so" it is"`, false),
  rewrite("raw line break", isAnyString, (piece) => middle(piece, "\n"), false),
  rewrite("raw tab", isAnyString, (piece) => middle(piece, "\t"), false),
  rewrite("control character", isAnyString, (piece) => middle(piece, "\u0001"), false),
  rewrite("bad escape", isAnyString, () => '"a\\qb"', false),
  rewrite("escaped apostrophe", isAnyString, () => '"it\\\'s"', false),
  rewrite("Windows path", isString, () => '"C:\\Users\\new"', false),
  rewrite("short unicode escape", isAnyString, () => '"a\\u12 b"', false),
  rewrite("lone surrogate", isAnyString, () => '"a\\ud83d b"', false),
  rewrite(
    "literal of Python",
    (piece) => /^(?:true|false|null)$/.test(piece.text),
    ({ text }) => python(text),
  ),
  rewrite(
    "literal in capitals",
    (piece) => /^(?:true|false|null)$/.test(piece.text),
    ({ text }) => text.toUpperCase(),
  ),
  rewrite(
    "undefined",
    (piece) => piece.text === "null",
    () => "undefined",
  ),
  rewrite("NaN", isNumber, (_, random) => random.pick(["NaN", "Infinity", "-Infinity"]), false),
  rewrite("leading zero", isInteger, ({ text }) => `0${text}`),
  rewrite("plus sign", isInteger, ({ text }) => `+${text}`),
  rewrite(
    "point without digits before",
    (piece) => /^-?0\./.test(piece.text),
    ({ text }) => text.replace("0.", "."),
  ),
  rewrite("point without digits after", isInteger, ({ text }) => `${text}.`),
  rewrite("empty exponent", isInteger, ({ text }) => `${text}e`, false),
  rewrite("hexadecimal", isInteger, ({ text }) => `0x${Number(text).toString(16).toUpperCase()}`),
  rewrite("underscore in a number", isInteger, ({ text }) => `${text}_0`, false),
  rewrite(
    "decimal comma",
    (piece) => /^-?\d+\.\d+$/.test(piece.text) && piece.before === ":",
    ({ text }) => text.replace(".", ","),
  ),
  rewrite(
    "concatenation",
    (piece) => isString(piece) && isPlain(piece),
    (piece) => middle(piece, '" + "'),
  ),
  rewrite(
    "line comment",
    (piece) => isSign(",")(piece),
    () => ", // why\n",
  ),
  rewrite("block comment", isSign(",", ":"), ({ text }) => `${text} /* why */`),
  rewrite("hash comment", isSign(","), () => ", # why\n"),
  rewrite("no-break space", isSign(":", ","), ({ text }) => `${text}\u00a0`),
  rewrite("zero-width space", isSign(":", ","), ({ text }) => `${text}\u200b`),
  rewrite(
    "missing value",
    (piece) => piece.before === ":" && (isString(piece) || isNumber(piece)),
    remove,
    false,
  ),
  rewrite("bare word", (piece) => isString(piece) && /^"[A-Za-z]{3,}"$/.test(piece.text), inner),
  rewrite("missing closer", isClosable, remove, false),
  rewrite("closer of the wrong kind", isClosable, ({ text }) => (text === "}" ? "]" : "}")),
  rewrite("surplus closer", isClosable, (piece, random) => piece.text + random.pick(["}", "]"]), false),
  rewrite(
    "elision",
    (piece) => isSign("]")(piece) && piece.before !== "[",
    () => ", ...]",
  ),
  around("trailing text", "", " thanks"),
  around("surplus closing brace", "", "}"),
  around("semicolon at the end", "", ";"),
  around("callback", "callback(", ");"),
  around("JSON.stringify", "JSON.stringify(", ", null, 2)"),
  around("assignment", "const body = ", ";"),
  around("Markdown fence", "```json\n", "\n```"),
  around("byte order mark", "\ufeff", ""),
  around("second document", "", '\n{"a":1}', false),
];

function python(literal: string): string {
  return literal === "null" ? "None" : literal.charAt(0).toUpperCase() + literal.slice(1);
}
