import type { ErrorRecord } from "../records/model.ts";

/** What may stand behind a part of a record and before the next one. */
const BETWEEN = /^[\s,;]*$/;
const CLOSED = /[)\]}>]$/;
/** YAML and the trees of consoles: nothing tells that such a block is over but a line that is none of its own. */
const BLOCK = /^:?error:[ \t]*\r?\n/;

/** Whether further lines can be a part of a record too, when they come behind a text that ends with a line. */
export function mayGoOn({ span, truncatedAfter }: ErrorRecord, text: string): boolean {
  const rest = text.slice(span.end);
  if (truncatedAfter !== undefined) return !/\n.*\S/.test(rest);
  const raw = text.slice(span.start, span.end);
  // Whoever follows a log wants to see a record in one line at once.
  if (!raw.includes("\n") || !BETWEEN.test(rest)) return false;
  return rest.includes(",") || BLOCK.test(raw) || !CLOSED.test(raw);
}
