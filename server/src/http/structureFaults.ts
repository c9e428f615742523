import type { Edit } from "../text/edit.ts";
import type { Fault } from "../text/fault.ts";
import type { Span } from "../text/span.ts";
import type { BlockSource } from "./blockSource.ts";
import type { BodyRead } from "./body.ts";
import { headersAfterBlankLine, httpyacOnly, missingBlankLine, unclosedVariable } from "./faults.ts";
import { isBlankLine, type Line, lineBreakOf, skipBlanks } from "./line.ts";
import { headerOf, isComment, located, variableOf } from "./lineShape.ts";
import type { HttpBody, HttpHeader } from "./model.ts";
import { isPlainHeader } from "./plainHeader.ts";
import { endsHead, type RequestHead, startsBody } from "./requestHead.ts";

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
  if (start === undefined || end === undefined || !headers.some(({ name }) => isPlainHeader(name.value)))
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
