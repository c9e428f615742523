import type { Explanation } from "../records/explain.ts";
import { maskSecrets } from "../text/secrets.ts";
import { shorten, visible } from "./markdown.ts";
import { say } from "./words.ts";

/** Nobody reads on, and a message may be megabytes long. */
const LONGEST_LOOK = 2_000;

/**
 * Text of a document as a plain label: one line of at most `limit` characters, secrets masked, and no character that
 * could hide or reorder the others.
 */
export function toLabel(text: string, limit: number): string {
  return shorten(visible(maskSecrets(text.slice(0, LONGEST_LOOK)).trim()), limit);
}

/** `NotFoundException: Table "contcat" does not exist …`: a record in one line, for lists. */
export function recordLabel({ className, title, message = "" }: Explanation, limit: number): string {
  const name = className ?? say(title);
  return toLabel(message.trim() === "" ? name : `${name}: ${message}`, limit);
}
