import type { Random } from "../support/random.ts";

/** A token of a document with the white space before it. */
export interface LaidToken {
  readonly text: string;
  readonly kind: "open" | "close" | "colon" | "comma" | "key" | "string" | "number" | "literal" | "variable";
  readonly gap: string;
}

type Value = null | boolean | number | string | Variable | readonly Value[] | Members;
/** An object as its members, so that a value may be a variable and the order is kept. */
interface Members {
  readonly members: readonly (readonly [key: string, value: Value])[];
}
interface Variable {
  readonly variable: string;
}

const KEYS = [
  "id",
  "first name",
  "email",
  "isActive",
  "tags",
  "x-ref",
  "größe",
  "$ref",
  "0",
  "@type",
] as const;
const WORDS = [
  "Ada",
  "Grace Hopper",
  "12 Main St.",
  "a, b, c",
  "C:\\temp\\x",
  'say "hi" now',
  "",
  "two\nlines",
  "{x}",
  "😀 ok",
  "https://example.com/a?b=c&d=1#x",
  "2024-01-31T10:00:00Z",
  "O'Brien",
  "key: value",
  "null",
  "1,5",
  "日本語",
  '{"in":1}',
  "end;",
  "...",
] as const;
const VARIABLES = ["{{id}}", "{{$guid}}", "{{login.response.body.$.id}}", "{{$randomInt 1 9}}"] as const;

/** How people and printers lay JSON out. */
const LAYOUTS = ["minified", "spaced", "two", "four", "tab", "crlf", "rows", "allman"] as const;
type Layout = (typeof LAYOUTS)[number];

/** A document as it may stand in a request, in a random layout; every fifth holds variables. */
export function laidOutDocument(random: Random): LaidToken[] {
  const layout = random.pick(LAYOUTS);
  return layOutTokens(documentOf(random, random.chance(0.2)), layout);
}

/** The text of the tokens. */
export function textOf(tokens: readonly LaidToken[]): string {
  return tokens.map(({ gap, text }) => gap + text).join("");
}

function documentOf(random: Random, hasVariables: boolean): Value {
  const records = (count: number) => Array.from({ length: count }, () => recordOf(random, 2, hasVariables));
  switch (random.below(4)) {
    case 0:
      return { members: [["resource", records(1 + random.below(20))]] };
    case 1:
      return {
        members: [
          ["resource", records(2)],
          ["filter", "id > 5"],
          ["ids", [1, 2, 3]],
        ],
      };
    case 2:
      return deep(random, hasVariables);
    default:
      return records(1 + random.below(4));
  }
}

function deep(random: Random, hasVariables: boolean): Value {
  let value: Value = recordOf(random, 1, hasVariables);
  for (let level = 0; level < 9; level += 1) {
    value = random.chance(0.3)
      ? [value, random.pick([1, "x", null])]
      : {
          members: [
            [`level${level}`, value],
            ["n", level],
          ],
        };
  }
  return value;
}

function recordOf(random: Random, depth: number, hasVariables: boolean): Members {
  const keys = KEYS.filter(() => random.chance(0.4));
  return {
    members: (keys.length > 0 ? keys : ["id"]).map((key) => [key, valueOf(random, depth, hasVariables)]),
  };
}

function valueOf(random: Random, depth: number, hasVariables: boolean): Value {
  if (hasVariables && random.chance(0.15)) return { variable: random.pick(VARIABLES) };
  const kind = random.below(depth > 0 ? 9 : 7);
  if (kind < 4) return random.pick(WORDS);
  if (kind === 4) return random.pick([0, 7, -3, 1.5, -0.25, 99.95, 1234567]);
  if (kind < 7) return random.pick([true, false, null]);
  if (kind === 7) return recordOf(random, depth - 1, hasVariables);
  return Array.from({ length: random.below(4) }, () => valueOf(random, depth - 1, hasVariables));
}

function layOutTokens(document: Value, layout: Layout): LaidToken[] {
  const tokens: LaidToken[] = [];
  const unit = layout === "four" ? "    " : layout === "tab" ? "\t" : "  ";
  const isTight = layout === "minified";
  const isPretty = !isTight && layout !== "spaced";
  const lineAt = (depth: number) => (layout === "crlf" ? "\r\n" : "\n") + unit.repeat(depth);
  const put = (kind: LaidToken["kind"], text: string, gap: string) => tokens.push({ text, kind, gap });

  const list = (
    [open, close]: readonly [string, string],
    items: readonly ((gap: string) => void)[],
    depth: number,
    gap: string,
  ) => {
    const isInline = !isPretty || items.length === 0 || (layout === "rows" && depth >= 2);
    const isAllman = layout === "allman" && tokens.at(-1)?.kind === "colon" && !isInline;
    put("open", open, isAllman ? lineAt(depth) : gap);
    for (const [index, item] of items.entries()) {
      if (index > 0) put("comma", ",", "");
      item(isInline ? (index > 0 && !isTight ? " " : "") : lineAt(depth + 1));
    }
    put("close", close, isInline ? "" : lineAt(depth));
  };
  const write = (value: Value, depth: number, gap: string): void => {
    if (value === null || typeof value === "boolean") put("literal", String(value), gap);
    else if (typeof value === "number") put("number", String(value), gap);
    else if (typeof value === "string") put("string", JSON.stringify(value), gap);
    else if ("variable" in value) put("variable", value.variable, gap);
    else if ("members" in value) {
      const members = value.members.map(([key, member]) => (before: string) => {
        put("key", JSON.stringify(key), before);
        put("colon", ":", "");
        write(member, depth + 1, isTight ? "" : " ");
      });
      list(["{", "}"], members, depth, gap);
    } else {
      const elements = value.map((element) => (before: string) => write(element, depth + 1, before));
      list(["[", "]"], elements, depth, gap);
    }
  };
  write(document, 0, "");
  return tokens;
}
