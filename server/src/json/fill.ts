import type { PlaceholderRole } from "./reader.ts";
import type { Source } from "./source.ts";

/**
 * The text with every placeholder overwritten by JSON of the same length that fits its place, so that offsets stay.
 * The shortest placeholder, `{{x}}`, has room for the longest filling, a member and its comma.
 */
export function fillPlaceholders(source: Source, roles: readonly PlaceholderRole[]): string {
  const { text, placeholders, knowsPlaceholders } = source;
  if (!knowsPlaceholders) return text;
  const fillings = [...placeholders].map(([start, end]) => ({
    start,
    end,
    filling: "x".repeat(end - start),
  }));
  const tokens = roles.map(({ span, role, bringsComma }) => ({
    ...span,
    filling: fillingFor(role, bringsComma, span.end - span.start),
  }));
  let result = "";
  let at = 0;
  for (const { start, end, filling } of [...tokens, ...fillings].sort((a, b) => a.start - b.start)) {
    if (start < at) continue;
    result += text.slice(at, start) + filling;
    at = end;
  }
  return (result + text.slice(at)).replaceAll(/\\\{\\\{|\\\}\\\}/g, "xxxx");
}

function fillingFor(role: PlaceholderRole["role"], bringsComma: boolean, length: number): string {
  const comma = bringsComma ? "," : "";
  switch (role) {
    case "key":
      return quoted(length);
    case "member":
      return `${quoted(length - 2 - comma.length)}:0${comma}`;
    case "value":
      return quoted(length - comma.length) + comma;
    default:
      return comma.padEnd(length);
  }
}

function quoted(length: number): string {
  return `"${"x".repeat(length - 2)}"`;
}
