import { decodeFrom, unitAt, withLayer } from "../../text/escapes.ts";
import { codeOf, type LayeredText, lengthOf, NOTHING } from "../../text/layers/layer.ts";
import { readFacts } from "../facts.ts";
import { MAX_RECORD } from "../keys/errorKey.ts";
import { statusLineBefore, timeBefore } from "../line.ts";
import type { ErrorRecord } from "../model.ts";
import { recognize } from "../recognize.ts";
import { recordOf } from "../recordOf.ts";
import type { Scan } from "../scan.ts";
import { readValue } from "../values/readValue.ts";
import type { Member, Value } from "../values/value.ts";

const HEADER = /^code,context,message(?:,trace)?(?:,status_code)?\r?\n/;

/** The header `code,context,message,status_code` and one row: an error as DreamFactory's CSV has it. */
export function readCsvEnvelope(scan: Scan, at: number): ErrorRecord | undefined {
  const { text } = scan;
  const header = HEADER.exec(text.slice(at, at + 64))?.[0];
  if (header === undefined || /[\w,;|\t]/.test(text[at - 1] ?? "")) return undefined;
  const limit = Math.min(scan.span.end, at + MAX_RECORD);
  const names = header.trimEnd().split(",");
  const members: Member[] = [];
  let next = at + header.length;
  for (const name of names) {
    const nameStart = at + header.indexOf(name);
    const cell = readCell(text, next, limit, name);
    members.push({ name, nameSpan: { start: nameStart, end: nameStart + name.length }, value: cell.value });
    next = cell.end;
    if (text[next] !== ",") break;
    next += 1;
  }
  scan.noteReach(next);
  const closed = members.length === names.length;
  const span = { start: at, end: next };
  const facts = readFacts({ kind: "object", members, span, closed });
  const verdict = recognize(facts, { claim: scan.claim, inList: false, sign: () => scan.signNear(at) });
  if (verdict === undefined) return undefined;
  const status = statusLineBefore(text, at);
  return recordOf(scan, facts.status === undefined ? { ...facts, status } : facts, {
    span,
    form: "csv",
    verdict,
    source: { text, end: limit, layers: ["csv-cell"] },
    hotspots: [{ start: at, end: at + header.trimEnd().length }],
    time: timeBefore(text, at),
  });
}

/** One cell; the context of a batch is JSON in it. */
function readCell(
  text: string,
  at: number,
  limit: number,
  name: string,
): { readonly value: Value; readonly end: number } {
  const plain: LayeredText = { text, end: limit, layers: [] };
  if (text[at] !== '"') {
    const end = at + (/^[^,\r\n]*/.exec(text.slice(at, Math.min(limit, at + 4096)))?.[0].length ?? 0);
    return { value: plainValue(text, at, end), end };
  }
  const cell = withLayer(plain, "csv-cell");
  const start = at + 1;
  let end = start;
  for (let unit = unitAt(cell, end); unit !== NOTHING && codeOf(unit) !== 0; unit = unitAt(cell, end)) {
    end += lengthOf(unit);
  }
  const closed = text[end] === '"';
  const behind = closed ? end + 1 : end;
  const inner = { start, end };
  if (name === "context" && (text[start] === "{" || text[start] === "[")) {
    return { value: readValue(cell, start, { style: "words" }), end: behind };
  }
  const value: Value = {
    kind: "text",
    text: decodeFrom({ ...cell, end }, start),
    span: { start: at, end: behind },
    inner,
    quoted: true,
    closed,
  };
  return { value, end: behind };
}

function plainValue(text: string, start: number, end: number): Value {
  const span = { start, end };
  const word = text.slice(start, end);
  if (word === "") return { kind: "null", span, closed: true };
  if (/^-?\d{1,15}$/.test(word)) return { kind: "number", number: Number(word), span, closed: true };
  return { kind: "text", text: word, span, inner: span, quoted: false, closed: true };
}
