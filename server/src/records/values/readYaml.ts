import type { Span } from "../../text/span.ts";
import { readValue } from "./readValue.ts";
import type { Member, Value } from "./value.ts";

/** A line of YAML; `start` is where its ink begins. */
interface Line {
  readonly indent: number;
  readonly start: number;
  readonly end: number;
}

interface Block {
  readonly text: string;
  readonly lines: Line[];
  /** The index of the next line. */
  at: number;
  depth: number;
}

const MAX_LINES = 2000;
/** Deeper blocks are left out: a cap that keeps reading linear. */
const MAX_DEPTH = 32;

/**
 * Reads the block of YAML that starts with the line at `start` and goes on while lines are indented deeper than
 * `outerIndent`: as much of the language as programs write. `undefined` when no such line stands there.
 */
export function readYamlBlock(
  text: string,
  start: number,
  outerIndent: number,
  limit: number,
): Value | undefined {
  const lines = linesBelow(text, start, outerIndent, limit);
  return lines.length === 0 ? undefined : readBlock({ text, lines, at: 0, depth: 0 });
}

function linesBelow(text: string, start: number, outerIndent: number, limit: number): Line[] {
  const lines: Line[] = [];
  for (let at = start; at < limit && lines.length < MAX_LINES; ) {
    const lineBreak = text.indexOf("\n", at);
    const stop = lineBreak < 0 || lineBreak > limit ? limit : lineBreak;
    const line = text.slice(at, stop).trimEnd();
    const ink = line.trimStart();
    const indent = line.length - ink.length;
    if (ink !== "") {
      if (indent <= outerIndent) break;
      lines.push({ indent, start: at + indent, end: at + line.length });
    }
    at = stop + 1;
  }
  return lines;
}

function readBlock(block: Block): Value {
  const first = block.lines[block.at];
  if (first === undefined || block.depth > MAX_DEPTH)
    return { kind: "null", span: { start: 0, end: 0 }, closed: false };
  block.depth += 1;
  const value = isItem(block, first) ? readList(block, first.indent) : readMap(block, first.indent);
  block.depth -= 1;
  return value;
}

function isItem({ text }: Block, { start, end }: Line): boolean {
  return text[start] === "-" && (end === start + 1 || text[start + 1] === " ");
}

const KEY = /(:?["']?([\w $.-]{1,64}?)["']?):(?=\s|$)[ \t]*/y;

function readMap(block: Block, indent: number): Value {
  const members: Member[] = [];
  const start = block.lines[block.at]?.start ?? 0;
  let end = start;
  for (let line = block.lines[block.at]; line?.indent === indent; line = block.lines[block.at]) {
    KEY.lastIndex = line.start;
    const found = isItem(block, line) ? null : KEY.exec(block.text);
    if (found === null) break;
    const nameSpan = { start: line.start, end: line.start + (found[1]?.length ?? 0) };
    const valueStart = Math.min(line.end, line.start + found[0].length);
    const value = readMember(block, line, valueStart, true);
    members.push({ name: found[2] ?? "", nameSpan, value });
    end = Math.max(nameSpan.end + 1, value.span.end);
  }
  if (members.length === 0) block.at += 1;
  return { kind: "object", members, span: { start, end }, closed: true };
}

function readList(block: Block, indent: number): Value {
  const items: Value[] = [];
  const start = block.lines[block.at]?.start ?? 0;
  let end = start;
  for (
    let line = block.lines[block.at];
    line?.indent === indent && isItem(block, line);
    line = block.lines[block.at]
  ) {
    const ink = line.start + 1 + (/^ */.exec(block.text.slice(line.start + 1, line.end))?.[0].length ?? 0);
    KEY.lastIndex = ink;
    const isMap = ink < line.end && KEY.test(block.text);
    if (isMap) block.lines[block.at] = { indent: indent + ink - line.start, start: ink, end: line.end };
    const value = isMap ? readBlock(block) : readMember(block, line, ink, false);
    items.push(value);
    end = Math.max(line.start + 1, value.span.end);
  }
  return { kind: "list", items, span: { start, end }, closed: true };
}

/** What stands behind a key or a dash, on the same line or below it; moves behind it. */
function readMember(block: Block, line: Line, start: number, isKeyed: boolean): Value {
  const { text, lines } = block;
  block.at += 1;
  const next = lines[block.at];
  const isDeeper = next !== undefined && next.indent > line.indent;
  if (start >= line.end) {
    const isBelow = isDeeper || (isKeyed && next?.indent === line.indent && isItem(block, next));
    return isBelow ? readBlock(block) : { kind: "null", span: { start, end: start }, closed: true };
  }
  const first = text[start] ?? "";
  if (first === "|" || first === ">") return readLines(block, line, start + 1, first === "|" ? "\n" : " ");
  if (first === "'") return readSingleQuoted(block, start);
  if (first === '"' || first === "{" || first === "[") return readFlow(block, start);
  const word = text.slice(start, line.end);
  const span = { start, end: line.end };
  if (/^-?\d+(?:\.\d+)?$/.test(word)) return { kind: "number", number: Number(word), span, closed: true };
  if (/^(?:~|null)$/i.test(word)) return { kind: "null", span, closed: true };
  if (/^(?:true|false)$/i.test(word)) return { kind: "boolean", span, closed: true };
  return readLines(block, line, start, " ");
}

/** A text and the deeper lines that go on with it; a block scalar starts in the line below its sign. */
function readLines(block: Block, line: Line, start: number, joiner: string): Value {
  const isScalar = /[|>]/.test(block.text[start - 1] ?? "");
  const parts = isScalar ? [] : [block.text.slice(start, line.end)];
  let innerStart = isScalar ? undefined : start;
  let end = line.end;
  for (
    let next = block.lines[block.at];
    next !== undefined && next.indent > line.indent;
    next = block.lines[block.at]
  ) {
    parts.push(block.text.slice(next.start, next.end));
    innerStart ??= next.start;
    end = next.end;
    block.at += 1;
  }
  return textOf(parts.join(joiner), { start: innerStart ?? end, end }, 0);
}

function readSingleQuoted(block: Block, start: number): Value {
  const limit = block.lines.at(-1)?.end ?? start;
  let end = start + 1;
  for (; end < limit; end++) {
    if (block.text[end] !== "'") continue;
    if (block.text[end + 1] !== "'") break;
    end += 1;
  }
  skipLinesBefore(block, end);
  const text = block.text
    .slice(start + 1, end)
    .replaceAll("''", "'")
    .replace(/\s*\n\s*/g, " ");
  return textOf(text, { start, end: Math.min(limit, end + 1) }, 1);
}

function readFlow(block: Block, start: number): Value {
  const end = block.lines.at(-1)?.end ?? start;
  const value = readValue({ text: block.text, end, layers: [] }, start, { style: "words" });
  skipLinesBefore(block, value.span.end - 1);
  return value;
}

function skipLinesBefore(block: Block, offset: number): void {
  while ((block.lines[block.at]?.start ?? Number.POSITIVE_INFINITY) <= offset) block.at += 1;
}

function textOf(text: string, span: Span, quotes: number): Value {
  const inner = { start: span.start + quotes, end: span.end - quotes };
  return { kind: "text", text, span, inner, quoted: quotes > 0, closed: true };
}
