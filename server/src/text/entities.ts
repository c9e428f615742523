import { decodeHTMLStrict } from "entities/decode";

/** Replaces HTML entities such as `&quot;` and `&#039;` by what they stand for, one level deep. Never throws. */
export function decodeEntities(text: string): string {
  return text.includes("&") ? decodeHTMLStrict(text) : text;
}
