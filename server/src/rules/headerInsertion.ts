import type { HttpRequest } from "../http/model.ts";
import type { Span } from "../text/span.ts";
import type { DreamFactoryRequest } from "./dreamFactoryRequest.ts";

/** Where a further header line goes; `undefined` in a cURL block, which has no header lines. */
export function headerInsertion({
  http,
  text,
}: DreamFactoryRequest): { at: number; newline: string } | undefined {
  if (/^\s*curl\b/.test(text.slice(http.span.start, http.span.start + 20))) return undefined;
  const { start, end } = lastHeadLine(http);
  const lineFeed = text.indexOf("\n", end);
  const isCrlf = lineFeed > start && text.charAt(lineFeed - 1) === "\r";
  const lineEnd = lineFeed < 0 ? text.length : lineFeed - (isCrlf ? 1 : 0);
  return { at: lineEnd, newline: isCrlf ? "\r\n" : "\n" };
}

function lastHeadLine({ headers, target }: HttpRequest): Span {
  return headers.at(-1)?.span ?? target.span;
}
