import { placeholderAt } from "../text/placeholder.ts";

/** The same text, same length, with nothing inside a placeholder that could be taken for a delimiter or a quote. */
export function maskPlaceholders(text: string): string {
  let masked = "";
  let done = 0;
  for (let at = text.indexOf("{{"); at >= 0; at = text.indexOf("{{", at)) {
    const placeholder = placeholderAt(text, at);
    if (placeholder === undefined) {
      at++;
      continue;
    }
    masked += `${text.slice(done, at)}{{${"_".repeat(placeholder.end - at - 4)}}}`;
    at = placeholder.end;
    done = at;
  }
  return masked + text.slice(done);
}

/** True when a client fills in a part of the text before it sends it. */
export function hasPlaceholder(text: string): boolean {
  for (let at = text.indexOf("{{"); at >= 0; at = text.indexOf("{{", at + 1)) {
    if (placeholderAt(text, at) !== undefined) return true;
  }
  return false;
}
