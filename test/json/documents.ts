import type { Random } from "../support/random.ts";

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const KEYS = [
  "id",
  "name",
  "email",
  "first_name",
  "zip",
  "active",
  "tags",
  "price",
  "x-ref",
  "note",
  "created",
  "group",
  "meta",
] as const;
const WORDS = [
  "Ada",
  "Lovelace",
  "12 Main St",
  "a, b",
  "50% off",
  "ada@example.com",
  "C:\\temp",
  "see: [1]",
  "it's",
  'say "hi"',
  "",
  "né",
  "line\nbreak",
  "{x}",
  "😀",
] as const;

/** How a document is laid out: on one line, tightly or with spaces, or over lines. */
export type Layout = "compact" | "spaced" | "pretty";

/** A record as people send it to DreamFactory, nested up to four levels. */
export function validValue(random: Random): Json {
  const record = () => object(random, 3);
  if (random.chance(0.6)) return { resource: Array.from({ length: 1 + random.below(3) }, record) };
  return random.chance(0.5) ? record() : Array.from({ length: 1 + random.below(3) }, record);
}

/** The text of such a record. */
export function validDocument(random: Random): string {
  return layOut(validValue(random), random.pick(["compact", "spaced", "pretty"]));
}

/** Writes the value in the layout. */
export function layOut(value: Json, layout: Layout): string {
  if (layout === "pretty") return JSON.stringify(value, null, 2);
  if (layout === "compact") return JSON.stringify(value);
  const list = (open: string, items: string[], close: string) => open + items.join(", ") + close;
  if (Array.isArray(value))
    return list(
      "[",
      value.map((item: Json) => layOut(item, layout)),
      "]",
    );
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  return list(
    "{",
    Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${layOut(item, layout)}`),
    "}",
  );
}

function object(random: Random, depth: number): Json {
  const members: Record<string, Json> = {};
  for (let left = 1 + random.below(5); left > 0; left -= 1)
    members[random.pick(KEYS)] = value(random, depth - 1);
  return members;
}

function value(random: Random, depth: number): Json {
  const kind = random.below(depth > 0 ? 9 : 6);
  if (kind < 3) return random.pick(WORDS);
  if (kind === 3) return random.pick([0, 7, -3, 42, 1.5, -0.25, 1e21, 2026]);
  if (kind < 6) return random.pick([true, false, null]);
  if (kind === 6) return object(random, depth);
  return Array.from({ length: random.below(4) }, () => value(random, depth - 1));
}
