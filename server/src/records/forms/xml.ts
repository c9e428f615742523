import { decodeFrom, unitAt, withLayer } from "../../text/escapes.ts";
import { codeOf, type Layer, type LayeredText, lengthOf } from "../../text/layers/layer.ts";
import { readFacts } from "../facts.ts";
import { MAX_RECORD } from "../keys/errorKey.ts";
import { statusLineBefore, timeBefore } from "../line.ts";
import type { ErrorRecord } from "../model.ts";
import { recognize } from "../recognize.ts";
import { recordOf } from "../recordOf.ts";
import type { Scan } from "../scan.ts";
import { isBlank } from "../values/cursor.ts";
import type { Member, Value } from "../values/value.ts";

/** `<error><code>…`: what DreamFactory answers a client with that accepts XML; `at` is where `<error>` starts. */
export function readXmlEnvelope(scan: Scan, at: number): ErrorRecord | undefined {
  const { text } = scan;
  const escaped = text[at] === "&";
  const layers: Layer[] = escaped ? ["entities"] : [];
  const behind = at + (escaped ? "&lt;error&gt;" : "<error>").length;
  if (/^(?:\\[nrt])/.test(text.slice(behind, behind + 2))) layers.unshift("double-quoted");
  const source: LayeredText = { text, end: Math.min(scan.span.end, at + MAX_RECORD), layers };
  if (!/^\s*<(?:code|context|message)>/.test(decodeFrom(source, behind, 400))) return undefined;
  const reader: Reader = { source, at };
  const error = readElement(reader, 0)?.value;
  scan.noteReach(reader.at);
  if (error?.kind !== "object") return undefined;
  const facts = readFacts(error);
  const verdict = recognize(facts, { claim: scan.claim, inList: false, sign: () => scan.signNear(at) });
  if (verdict === undefined) return undefined;
  const span = wholeSpan(reader, at);
  const status = statusLineBefore(text, span.start);
  return recordOf(scan, facts.status === undefined ? { ...facts, status } : facts, {
    span,
    form: "xml",
    verdict,
    source: withLayer(source, "entities"),
    hotspots: [{ start: at, end: behind }],
    time: timeBefore(text, span.start),
  });
}

const MAX_DEPTH = 16;
const LIST_NAMES: ReadonlySet<string> = new Set(["error", "errors", "resource", "record"]);

interface Reader {
  readonly source: LayeredText;
  at: number;
}

interface Element {
  readonly name: string;
  readonly nameSpan: Member["nameSpan"];
  readonly value: Value;
}

/** Reads the element at the reader: its children, or its text when it has none. */
function readElement(reader: Reader, depth: number): Element | undefined {
  const start = reader.at;
  const name = /^<([\w.-]{1,64})(\/?)>/.exec(decodeFrom(reader.source, start, 400));
  if (name?.[1] === undefined || depth > MAX_DEPTH) return undefined;
  skipUnits(reader, name[0].length);
  const nameSpan = { start, end: reader.at };
  if (name[2] === "/") return { name: name[1], nameSpan, value: missing(reader.at) };
  const children: Element[] = [];
  const textStart = reader.at;
  for (;;) {
    skipBlank(reader);
    const child = peek(reader) === LESS && !isEndTag(reader) ? readElement(reader, depth + 1) : undefined;
    if (child === undefined) break;
    children.push(child);
    if (!child.value.closed) break;
  }
  const textEnd = children.length === 0 ? skipText(reader, textStart) : reader.at;
  const end = reader.at;
  const closed = closeTag(reader, name[1]);
  if (children.length > 0) {
    const span = { start, end: reader.at };
    return { name: name[1], nameSpan, value: { kind: "object", members: membersOf(children), span, closed } };
  }
  if (textEnd === textStart) return { name: name[1], nameSpan, value: { ...missing(end), closed } };
  const inner = { start: textStart, end: textEnd };
  const content = { ...withLayer(reader.source, "entities"), end: textEnd };
  return { name: name[1], nameSpan, value: textValue(decodeFrom(content, textStart), inner, closed) };
}

/** XML does not tell numbers from texts: codes of up to four digits are numbers, an SQLSTATE has five. */
function textValue(text: string, span: Member["nameSpan"], closed: boolean): Value {
  if (/^-?\d{1,4}$/.test(text)) return { kind: "number", number: Number(text), span, closed };
  return { kind: "text", text, span, inner: span, quoted: true, closed };
}

/** Elements of one name in a row stand for a list. */
function membersOf(children: readonly Element[]): Member[] {
  const members: Member[] = [];
  const isBatch = children.some((child) => child.name === "resource" || child.name === "record");
  for (const { name, nameSpan, value } of children) {
    const same = members.findIndex((member) => member.name === name);
    const before = members[same]?.value;
    const listed = isBatch && LIST_NAMES.has(name);
    if (before?.kind === "list") {
      const span = { start: before.span.start, end: value.span.end };
      members[same] = { name, nameSpan, value: { ...before, items: [...before.items, value], span } };
    } else if (listed) {
      members.push({
        name,
        nameSpan,
        value: { kind: "list", items: [value], span: value.span, closed: true },
      });
    } else {
      members.push({ name, nameSpan, value });
    }
  }
  return members;
}

function missing(at: number): Value {
  return { kind: "null", span: { start: at, end: at }, closed: true };
}

/** Moves behind the text; answers where it ends. */
function skipText(reader: Reader, start: number): number {
  reader.at = start;
  while (peek(reader) !== LESS && peek(reader) !== 0) advance(reader);
  return reader.at;
}

function isEndTag(reader: Reader): boolean {
  return decodeFrom(reader.source, reader.at, 40).startsWith("</");
}

function closeTag(reader: Reader, name: string): boolean {
  const tag = `</${name}>`;
  if (!decodeFrom(reader.source, reader.at, 400).startsWith(tag)) return false;
  skipUnits(reader, tag.length);
  return true;
}

/** The document with its declaration and root element, when they stand directly around the error. */
function wholeSpan(reader: Reader, at: number): { readonly start: number; readonly end: number } {
  const text = reader.source.text;
  const before = text.slice(Math.max(0, at - 200), at);
  const root = /(?:<\?xml[^<>]{0,100}\?>(?:\s|\\[nrt])*)?<([\w.-]{1,64})>(?:\s|\\[nrt])*$/.exec(before);
  const errorEnd = reader.at;
  if (root?.[1] === undefined) return { start: at, end: errorEnd };
  skipBlank(reader);
  const closed = closeTag(reader, root[1]);
  return { start: at - before.length + root.index, end: closed ? reader.at : errorEnd };
}

function skipBlank(reader: Reader): void {
  while (isBlank(peek(reader))) advance(reader);
}

function skipUnits(reader: Reader, count: number): void {
  for (let i = 0; i < count; i++) advance(reader);
}

function advance(reader: Reader): void {
  reader.at += lengthOf(unitAt(reader.source, reader.at));
}

function peek(reader: Reader): number {
  return codeOf(unitAt(reader.source, reader.at));
}

const LESS = 0x3c;
