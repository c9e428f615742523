import type { Located } from "../text/span.ts";
import { type Line, located, skipBlanks, startsWithin, trimSpan } from "./line.ts";
import type { HttpFileUse } from "./model.ts";

export interface FileLine {
  readonly use: HttpFileUse;
  readonly path: Located<string>;
}

/** `< path`, `<@ path` or `<@latin1 path`: the client sends the file. */
export function inputFileOf(text: string, line: Line): FileLine | undefined {
  const ink = skipBlanks(text, line);
  if (text[ink] !== "<") return undefined;
  let at = ink + 1;
  if (text[at] === "@") {
    at += 1;
    while (at < line.end && /[\w-]/.test(text.charAt(at))) at += 1;
  }
  return pathBehind(text, at, line, "body");
}

/**
 * `> script`, `>> file`, `>>! file` and `<> file`, as they follow a body. A `>` before several words is a quotation,
 * not a script.
 */
export function handlerFileOf(text: string, line: Line): FileLine | undefined {
  const ink = skipBlanks(text, line);
  if (ink >= line.end || !"<>".includes(text.charAt(ink))) return undefined;
  if (startsWithin(text, "<>", ink, line.end)) return pathBehind(text, ink + 2, line, "response");
  if (startsWithin(text, ">>!", ink, line.end)) return pathBehind(text, ink + 3, line, "output");
  if (startsWithin(text, ">>", ink, line.end)) return pathBehind(text, ink + 2, line, "output");
  if (text[ink] !== ">") return undefined;
  const script = pathBehind(text, ink + 1, line, "script");
  return script === undefined || /[ \t]/.test(script.path.value) ? undefined : script;
}

function pathBehind(text: string, at: number, line: Line, use: HttpFileUse): FileLine | undefined {
  const span = trimSpan(text, { start: at, end: line.end });
  if (span.start === at || span.start === span.end || text.startsWith("{%", span.start)) return undefined;
  return { use, path: located(text, span) };
}
