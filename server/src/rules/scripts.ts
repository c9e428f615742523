import type { HttpRequest } from "../http/model.ts";

/** How far from a request its script is looked for: a file without separators must not be read again for each. */
const SCRIPT_REACH = 4096;

/**
 * True when a script of the client may set headers: in front of the request `< {% … %}`, `< file.js`, or a `{{` line of
 * its own, and behind it what httpYac runs before sending, `{{@request`.
 */
export function mayGetHeadersFromScript(request: HttpRequest, text: string): boolean {
  const isOpening = (line: string): boolean => /^\s*(?:<\s*\{%|< |\{\{[@+]?\w*\s*$)/.test(line);
  return textBefore(request, text).split("\n").some(isOpening) || runsBeforeSending(request, text);
}

/** True when a script may write the body, so that an empty one in the document says nothing. */
export function mayGetBodyFromScript(request: HttpRequest, text: string): boolean {
  return mayGetHeadersFromScript(request, text) || /\brequest\s*\.\s*body\b/.test(textBehind(request, text));
}

function runsBeforeSending(request: HttpRequest, text: string): boolean {
  return textBehind(request, text).includes("{{@request");
}

/** What stands between the separator in front of the request and the request. */
function textBefore({ span }: HttpRequest, text: string): string {
  const before = text.slice(Math.max(span.start - SCRIPT_REACH, 0), span.start);
  return before.slice(Math.max(before.lastIndexOf("###"), 0));
}

function textBehind({ span }: HttpRequest, text: string): string {
  return text.slice(span.end, span.end + SCRIPT_REACH).split("\n###", 1)[0] ?? "";
}
