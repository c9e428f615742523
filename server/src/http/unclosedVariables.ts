import type { Fault } from "../text/fault.ts";
import type { Span } from "../text/span.ts";
import { unclosedVariable } from "./faults.ts";
import { type Line, lineFrom, located, skipBlanks } from "./line.ts";
import { isComment } from "./lineShape.ts";
import type { HttpBody, HttpHeader, HttpTarget } from "./model.ts";

/** Body kinds in which two braces and a name can only be a variable. */
const VARIABLE_KINDS: readonly HttpBody["kind"][] = ["json", "ndjson", "form"];

/** Where a variable stands decides what else its braces could be. */
type Place = "head" | "form" | "json";

/**
 * `{{name` that does not end on its line, in the head or in the body of a request. In JSON only strings are looked
 * into: elsewhere the braces break the body, which is the judge's to say.
 */
export function findUnclosedVariables(
  text: string,
  target: HttpTarget,
  headers: readonly HttpHeader[],
  body: HttpBody | undefined,
): Fault[] {
  const inHead = [target, ...headers].flatMap(({ span }) => unclosedIn(text, span, "head"));
  if (body === undefined || !VARIABLE_KINDS.includes(body.kind)) return inHead;
  return [...inHead, ...unclosedIn(text, body.span, body.kind === "form" ? "form" : "json")];
}

function unclosedIn(text: string, span: Span, place: Place): Fault[] {
  const own = text.slice(span.start, span.end);
  const faults: Fault[] = [];
  for (let at = own.indexOf("{{"); at >= 0; ) {
    const line = lineFrom(own, own.lastIndexOf("\n", at) + 1, own.length);
    if (!isComment(own, line)) noteUnclosed(text, span.start, own, line, place, faults);
    at = own.indexOf("{{", line.next);
  }
  return faults;
}

/** `base` is the offset of `own` in the text. */
function noteUnclosed(
  text: string,
  base: number,
  own: string,
  line: Line,
  place: Place,
  faults: Fault[],
): void {
  const words = own.slice(line.start, line.end);
  const ink = skipBlanks(own, line) - line.start;
  let close = 0;
  let quotes = { open: false, at: 0 };
  for (let at = words.indexOf("{{"); at >= 0; ) {
    const next = words.indexOf("{{", at + 2);
    if (close >= 0 && close < at + 2) close = words.indexOf("}}", at + 2);
    const closed = close >= 0 && (next < 0 || close < next);
    const opensScript = place !== "head" && at === ink;
    quotes = countQuotes(words, quotes, at);
    if (!closed && !opensScript && (place !== "json" || quotes.open)) {
      const fault = unclosedAt(text, base + line.start + at, base + line.end, close >= 0);
      if (fault !== undefined) faults.push(fault);
    }
    if (close < 0) return;
    at = next;
  }
}

/** Whether a string is open at `end`; continues where `from` stopped. Strings do not run over line ends. */
function countQuotes(words: string, from: { open: boolean; at: number }, end: number): typeof from {
  let { open, at } = from;
  for (; at < end; at += 1) {
    if (words[at] === '"') open = !open;
    else if (words[at] === "\\") at += 1;
  }
  return { open, at };
}

/**
 * Silent unless a whole name follows the braces, and behind it what ends a name. When the line closes another
 * variable further on, a blank is not enough: the name may be part of an expression.
 */
function unclosedAt(text: string, start: number, lineEnd: number, closesLater: boolean): Fault | undefined {
  const words = text.slice(start, Math.min(lineEnd, start + LONGEST_NAME));
  const [, name, behind] = /^\{\{ ?(\$?[A-Za-z_][\w.$-]*)(.?)/.exec(words) ?? [];
  if (name === undefined || behind === undefined) return undefined;
  if (behind !== "" && !(closesLater ? "\"'/?&;,}" : "\"'/?&;,} \t").includes(behind)) return undefined;
  const braces = behind === "}" ? 1 : 0;
  const end = start + words.indexOf(name) + name.length + braces;
  return unclosedVariable(located(text, { start, end }), name, "}".repeat(2 - braces));
}

const LONGEST_NAME = 200;
