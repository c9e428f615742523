import type { Edit } from "../text/edit.ts";
import type { Fault } from "../text/fault.ts";
import { placeholderAt } from "../text/placeholder.ts";
import type { Located, Span } from "../text/span.ts";
import type { BlockSource } from "./blockSource.ts";
import type { BodyRead } from "./body.ts";
import {
  commentSent,
  headersAfterBlankLine,
  httpyacOnly,
  missingBlankLine,
  unclosedVariable,
} from "./faults.ts";
import { isBlankLine, type Line, lineBreakOf, linesOf, skipBlanks } from "./line.ts";
import { headerOf, isComment, located, variableOf } from "./lineShape.ts";
import type { HttpBody, HttpHeader } from "./model.ts";
import { endsHead, type RequestHead, startsBody } from "./requestHead.ts";

/** Headers that are never meant as the text of a body, nor hold a comment sign of their own. */
const PLAIN_HEADER =
  /^(?:accept|accept-encoding|accept-language|authorization|cache-control|content-type|cookie|host|x-api-key|x-dreamfactory-[a-z-]+|x-http-method|x-http-method-override|x-method-override)$/i;

/** The body follows the headers without a blank line, so that clients read it as a header. */
export function findMissingBlankLine({ text, lines, traits }: BlockSource, head: RequestHead): Fault[] {
  const line = lines[head.next];
  if (head.endedBy !== "body" || traits.blankLineOptional || line === undefined) return [];
  const ink = skipBlanks(text, line);
  const opener = located(text, { start: ink, end: ink + 1 });
  if (!'{["'.includes(opener.value) || !startsBody(text, line)) return [];
  return [missingBlankLine(opener, line.start, lineBreakOf(text, line))];
}

export interface LateHeaders {
  readonly headers: readonly HttpHeader[];
  /** The line behind them, and behind the blank line that follows. */
  readonly next: number;
  readonly fault: Fault;
}

/**
 * Headers that stand behind the first blank line: nothing but header lines, at least one of them unmistakable, and
 * then a blank line before JSON or nothing at all.
 */
export function findLateHeaders(source: BlockSource, head: RequestHead): LateHeaders | undefined {
  const { text, lines } = source;
  if (head.endedBy !== "blank-line") return undefined;
  const first = skipLines(source, head.next, (line) => isBlankLine(text, line));
  const headers: HttpHeader[] = [];
  const behind = skipLines(source, first, (line) => {
    const header = isComment(text, line) ? undefined : headerOf(text, line);
    if (header !== undefined) headers.push(header);
    return header !== undefined || isComment(text, line);
  });
  const start = headers[0]?.span.start;
  const end = headers.at(-1)?.span.end;
  if (start === undefined || end === undefined || !headers.some(({ name }) => PLAIN_HEADER.test(name.value)))
    return undefined;
  const next = skipLines(source, behind, (line) => isBlankLine(text, line));
  const following = lines[next];
  if (next === behind && following !== undefined) return undefined;
  if (following !== undefined && !startsBody(text, following) && !endsHead(source, next)) return undefined;
  const gap = lines.slice(head.next - 1, first).map((line) => ({ start: line.start, end: line.next }));
  return { headers, next, fault: headersAfterBlankLine({ start, end }, gap) };
}

function skipLines({ lines }: BlockSource, from: number, test: (line: Line) => boolean): number {
  let at = from;
  for (let line = lines[at]; line !== undefined && test(line); line = lines[at]) at += 1;
  return at;
}

/** Comments behind the URL or a header value. Those in JSON are the judge's business. */
export function findSentComments(source: BlockSource, head: RequestHead): Fault[] {
  const faults: Fault[] = [];
  if (head.target.pieces.length === 1) faults.push(...sentComment(source, head.target, true));
  for (const header of head.headers) {
    if (PLAIN_HEADER.test(header.name.value)) faults.push(...sentComment(source, header.value, false));
  }
  return faults;
}

/** In a URL the comment sign must stand behind the very first blank: filters hold blanks and signs of their own. */
function sentComment(source: BlockSource, { span }: Located<string>, inUrl: boolean): Fault[] {
  const { text } = source;
  const line = linesOf(text, { start: span.start, end: span.end })[0];
  if (line === undefined || line.end < span.end) return [];
  for (let at = span.start; at < span.end; at += 1) {
    const placeholder = placeholderAt(text, at, span.end);
    if (placeholder !== undefined) {
      at = placeholder.end - 1;
      continue;
    }
    if (text[at] !== " " && text[at] !== "\t") continue;
    const sign = skipBlanks(text, { start: at, end: span.end });
    if (/^(?:\/\/|#)[ \t]/.test(text.slice(sign, sign + 3)) && at > span.start) {
      const lineOf = source.lines.find((candidate) => span.start <= candidate.end);
      const start = lineOf?.start ?? span.start;
      const comment = located(text, { start: sign, end: span.end });
      return [
        commentSent(comment, { start: at, end: span.end }, start, lineOf ? lineBreakOf(text, lineOf) : "\n"),
      ];
    }
    if (inUrl) return [];
    at = sign - 1;
  }
  return [];
}

/** What only httpYac takes out of the body, with the same said in every client's dialect. */
export function findHttpyacOnly(
  source: BlockSource,
  head: RequestHead,
  { body, dialect }: BodyRead,
): Fault[] {
  const { text, lines, traits } = source;
  if (traits.separatorOptional || body === undefined) return [];
  return dialect.map((span) => {
    const inside = lines.filter((line) => span.start < line.next && line.start < span.end);
    const variable = inside[0] && variableOf(text, inside[0]);
    if (inside[0] !== undefined && variable !== undefined) {
      const { start, next } = inside[0];
      const moved: Edit[] = [
        {
          span: { start: head.start, end: head.start },
          newText: text.slice(variable.span.start, variable.span.end) + lineBreakOf(text, inside[0]),
        },
        { span: { start, end: next }, newText: "" },
      ];
      return httpyacOnly(span, { text: "Move variable in front of the request" }, moved);
    }
    const between = inside
      .slice(1, -1)
      .map((line) => ({ span: { start: line.start, end: line.start }, newText: "// " }));
    const marks = [inside[0], inside.at(-1)].flatMap((line) =>
      line ? [{ span: { start: line.start, end: line.next }, newText: "" }] : [],
    );
    return httpyacOnly(span, { text: "Comment out each line" }, [...marks, ...between]);
  });
}

/** Body kinds in which two braces and a name can only be a variable. */
const VARIABLE_KINDS: readonly HttpBody["kind"][] = ["json", "ndjson", "form"];

/** `{{name` without its end on the line, in the head or in the body of a request. */
export function findUnclosedVariables(
  source: BlockSource,
  head: RequestHead,
  body: HttpBody | undefined,
): Fault[] {
  const { text } = source;
  const inHead = [head.target, ...head.headers].flatMap(({ span }) => unclosedIn(text, span, true));
  if (body === undefined || !VARIABLE_KINDS.includes(body.kind)) return inHead;
  return [...inHead, ...unclosedIn(text, body.span, false)];
}

function unclosedIn(text: string, span: Span, inHead: boolean): Fault[] {
  const own = text.slice(span.start, span.end);
  const faults: Fault[] = [];
  for (let at = own.indexOf("{{"); at >= 0; ) {
    const lineFeed = own.indexOf("\n", at);
    const lineEnd = lineFeed < 0 ? own.length : lineFeed;
    const close = own.slice(at, lineEnd).indexOf("}}");
    if (close >= 0) {
      at = own.indexOf("{{", at + close + 2);
      continue;
    }
    const lineStart = own.lastIndexOf("\n", at) + 1;
    const first = skipBlanks(own, { start: lineStart, end: at }) === at;
    const line = { start: lineStart, end: lineEnd };
    if ((inHead || !first) && !isComment(own, line))
      faults.push(...unclosedAt(text, span.start + at, span.start + lineEnd));
    at = own.indexOf("{{", lineEnd);
  }
  return faults;
}

/** Silent unless a whole name follows the braces and something that ends a name follows the name. */
function unclosedAt(text: string, start: number, lineEnd: number): Fault[] {
  const match = /^\{\{[ ]?(\$?[A-Za-z_][\w.$-]{0,200})(?=$|[\s"'/?&;,}])(\}?)/.exec(
    text.slice(start, Math.min(lineEnd, start + 210)),
  );
  const name = match?.[1];
  if (match === null || name === undefined) return [];
  const closing = match[2] === "}" ? "}" : "}}";
  const end = start + match[0].length;
  return [unclosedVariable(located(text, { start, end }), name, closing)];
}
