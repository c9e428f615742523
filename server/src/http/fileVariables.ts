import type { HttpDocument } from "./model.ts";

/**
 * The `@name = value` lines of a document that can hold a path, with variables inside their values left as written.
 * A name that is given different values is left out: which of them counts depends on the client and on what ran before.
 */
export function pathVariables({ blocks }: HttpDocument): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const unsure = new Set<string>();
  for (const block of blocks) {
    // Names and values are the same at the origin, which need not be moved for that.
    for (const { name, value } of (block.origin ?? block).variables) {
      if ((values.get(name.value) ?? value.value) !== value.value) unsure.add(name.value);
      values.set(name.value, value.value);
    }
  }
  return new Map([...values].filter(([name, value]) => value.includes("/") && !unsure.has(name)));
}
