import type { Random } from "../support/random.ts";
import { type LaidToken, laidOutDocument, textOf } from "./laidOut.ts";

/** A document that was mistyped in one place. */
export interface LaidOutMistake {
  readonly kind: string;
  readonly original: string;
  readonly text: string;
  /** The changed stretch of `text`. */
  readonly start: number;
  readonly end: number;
  /** The mistake leaves no doubt of what the document was. */
  readonly isSure: boolean;
}

type Fits = (token: LaidToken, index: number, all: readonly LaidToken[]) => boolean;
type Change = (text: string) => string;
type Row = readonly [kind: string, fits: Fits, change: Change, isUnsure?: "unsure"];

const is =
  (...kinds: LaidToken["kind"][]): Fits =>
  ({ kind }) =>
    kinds.includes(kind);
const isPlain: Fits = ({ kind, text }) => (kind === "key" || kind === "string") && /^"[^"\\]+"$/.test(text);
const isSimple: Fits = (token) => token.kind === "string" && /^"[\w @]{3,}"$/.test(token.text);
const isFull: Fits = ({ kind }, index, all) => kind === "close" && all[index - 1]?.kind !== "open";
const isInner: Fits = (token, index, all) => isFull(token, index, all) && index < all.length - 1;
/** A closer with a line of its own, so that the layout tells where it belongs. */
const isOwnLine: Fits = (token, index, all) => isInner(token, index, all) && token.gap.includes("\n");
const isInteger: Fits = ({ text }) => /^[1-9]\d*$/.test(text);
const inner: Change = (text) => text.slice(1, -1);
const quoted =
  (open: string, close: string): Change =>
  (text) =>
    open + inner(text) + close;
const becomes =
  (written: string): Change =>
  () =>
    written;
const followedBy =
  (written: string): Change =>
  (text) =>
    text + written;
const isFreeOfApostrophes: Fits = (token, index, all) =>
  isPlain(token, index, all) && !token.text.includes("'");

const ROWS: readonly Row[] = [
  ["trailing comma", isFull, (text) => `,${text}`],
  ["missing comma", is("comma"), becomes("")],
  ["double comma", is("comma"), becomes(", ,")],
  ["missing colon", is("colon"), becomes("")],
  ["equals sign", is("colon"), becomes(" =")],
  ["fat arrow", is("colon"), becomes(" =>")],
  ["semicolon for a comma", is("comma"), becomes(";")],
  ["semicolon for a colon", is("colon"), becomes(";")],
  ["wide comma", is("comma"), becomes("，")],
  ["wide colon", is("colon"), becomes("：")],
  ["unquoted key", ({ kind, text }) => kind === "key" && /^"[A-Za-z_$][\w $-]*"$/.test(text), inner],
  ["single quotes", isFreeOfApostrophes, quoted("'", "'")],
  ["backticks", isPlain, quoted("`", "`")],
  ["typographic quotes", isPlain, quoted("“", "”")],
  ["German quotes", isPlain, quoted("„", "“")],
  ["typographic opening quote", isPlain, quoted("“", '"')],
  ["typographic closing quote", isPlain, quoted('"', "”")],
  ["double and single quote", isFreeOfApostrophes, quoted('"', "'")],
  ["single and double quote", isFreeOfApostrophes, quoted("'", '"')],
  ["doubled quotes", isPlain, quoted('""', '""')],
  ["doubled opening quote", isPlain, quoted('""', '"')],
  ["doubled closing quote", isPlain, quoted('"', '""')],
  ["triple quotes", isPlain, quoted('"""', '"""')],
  ["escaped quotes", isPlain, quoted('\\"', '\\"')],
  ["closing quote missing", isSimple, (text) => text.slice(0, -1)],
  ["opening quote missing", isSimple, (text) => text.slice(1)],
  ["key without closing quote", ({ kind }) => kind === "key", (text) => text.slice(0, -1)],
  ["key without opening quote", ({ kind }) => kind === "key", (text) => text.slice(1)],
  ["quotes inside", is("string"), becomes('"say "hi" now"'), "unsure"],
  ["quotes at the end", is("string"), becomes('"he said "hi""'), "unsure"],
  ["quotes and comma inside", is("string"), becomes('"he said "hi", then left"'), "unsure"],
  ["raw line breaks", is("string"), becomes('"first line\n  second, line\n\nthird: line"'), "unsure"],
  ["raw tab", is("string"), becomes('"a\tb"'), "unsure"],
  ["bad escape", is("string"), becomes('"^\\d+\\s*$"'), "unsure"],
  ["Windows path", is("string"), becomes('"C:\\Users\\new"'), "unsure"],
  ["path with a backslash at its end", is("string"), becomes('"C:\\Temp\\"'), "unsure"],
  [
    "Python literal",
    is("literal"),
    (text) => (text === "null" ? "None" : text.replace(/^./, (c) => c.toUpperCase())),
  ],
  ["capitals", is("literal"), (text) => text.toUpperCase()],
  ["leading zeros", isInteger, (text) => `00${text}`],
  ["plus sign", isInteger, (text) => `+${text}`],
  [
    "spaced sign",
    ({ kind, text }) => kind === "number" && text.startsWith("-"),
    (text) => text.replace("-", "- "),
  ],
  ["hexadecimal", isInteger, (text) => `0x${Number(text).toString(16)}`],
  ["underscores", ({ text }) => text === "1234567", becomes("1_234_567")],
  ["date without quotes", is("string"), becomes("2024-01-31T10:00:00Z"), "unsure"],
  ["words without quotes", is("string"), becomes("hello big world"), "unsure"],
  ["concatenation", isSimple, (text) => `${text.slice(0, 2)}" + "${text.slice(2, 3)}" + "${text.slice(3)}`],
  ["line comment", is("comma", "open"), followedBy(' // why "x"\n')],
  ["hash comment", is("comma", "open"), followedBy(" # why\n")],
  ["SQL comment", is("comma", "open"), followedBy(" -- why\n")],
  ["block comment", is("comma", "open", "colon", "key"), followedBy(" /* why */ ")],
  ["HTML comment", is("comma", "open"), followedBy(" <!-- why --> ")],
  ["no-break space", is("comma", "colon"), followedBy("\u00a0")],
  ["zero-width space", is("comma", "colon", "open"), followedBy("\u200b")],
  ["missing closer", isInner, becomes(""), "unsure"],
  ["missing closer of a line", isOwnLine, becomes("")],
  ["last closer missing", (_, index, all) => index === all.length - 1, becomes("")],
  ["wrong closer", isFull, (text) => (text === "}" ? "]" : "}")],
  ["surplus closer", isOwnLine, (text) => text + text],
  [
    "elision",
    (token, index, all) => isFull(token, index, all) && token.text === "]",
    (text) => `, ...${text}`,
  ],
  ["call", is("string"), becomes('ObjectId("507f1f77")'), "unsure"],
];

const AROUND: readonly (readonly [kind: string, before: string, after: string])[] = [
  ["talk behind", "", "\n\nHope this helps!"],
  ["talk before", "Here is the body:\n", ""],
  ["assignment", "const payload = ", ";"],
  ["return", "return ", ";"],
  ["callback", "callback(", ");"],
  ["json.dumps", "json.dumps(", ", indent=2)"],
  ["parentheses", "(", ")"],
  ["quotes of a shell", "'", "'"],
  ["fence", "Sure!\n\n```json\n", "\n```\n\nBye"],
  ["tildes", "~~~\n", "\n~~~"],
  ["byte order mark", "\ufeff", ""],
  ["semicolon", "", ";"],
  ["quote at the end", "", '"'],
];

/** `count` mistakes of every kind, each in a document and layout of its own. */
export function laidOutMistakes(random: Random, count: number): LaidOutMistake[] {
  const made: LaidOutMistake[] = [];
  for (let left = count; left > 0; left -= 1) {
    for (const row of ROWS) made.push(mistype(row, random));
    for (const [kind, before, after] of AROUND) {
      const original = textOf(laidOutDocument(random));
      const [start, end] =
        before === "" ? [original.length, original.length + after.length] : [0, before.length];
      made.push({ kind, original, text: before + original + after, start, end, isSure: true });
    }
  }
  return made;
}

function mistype([kind, fits, change, isUnsure]: Row, random: Random): LaidOutMistake {
  for (;;) {
    const tokens = laidOutDocument(random);
    const fitting = tokens.filter(fits);
    if (fitting.length === 0) continue;
    const token = random.pick(fitting);
    const index = tokens.indexOf(token);
    const written = change(token.text);
    const gap = written === "" && token.gap.includes("\n") ? "" : token.gap;
    const before = textOf(tokens.slice(0, index)) + gap;
    const text = before + written + textOf(tokens.slice(index + 1));
    if (isJson(text)) continue;
    const end = before.length + written.length;
    return {
      kind,
      original: textOf(tokens),
      text,
      start: before.length,
      end,
      isSure: isUnsure === undefined,
    };
  }
}

/** Whether it is JSON with every variable taken for a number. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text.replaceAll(/\{\{[^{}]*\}\}/g, "7001"));
    return true;
  } catch {
    return false;
  }
}
