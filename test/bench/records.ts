import { Buffer } from "node:buffer";
import { type Node, parseTree } from "jsonc-parser";
import type { ParseOptions } from "../../server/src/documents/model.ts";
import { parseDocument, reparseDocument } from "../../server/src/documents/parseDocument.ts";
import { findRecords } from "../../server/src/records/findRecords.ts";
import { ANCHORS } from "../../server/src/records/forms/forms.ts";
import { needlesOf } from "../../server/src/records/needles.ts";
import { updateRecords } from "../../server/src/records/updateRecords.ts";
import type { TextChange } from "../../server/src/text/change.ts";
import { type GeneratedLog, generateLog } from "../support/generateLog.ts";
import { medianTimes } from "./measure.ts";

/** One way of finding records in the same generated log, on the median of its runs. */
export interface RecordsSpeed {
  readonly name: string;
  readonly charactersPerSecond: number;
  /** Against jsonc-parser, and against `indexOf` alone, in the same run. */
  readonly timesPeer: number;
  readonly timesIndexOf: number;
  /** The share of the log's errors that were found whole. */
  readonly recall: number | undefined;
}

/** What an edit in a log costs against reading it anew. */
export interface EditCost {
  readonly name: string;
  readonly freshMilliseconds: number;
  readonly updateMilliseconds: number;
}

const MEGABYTE = 1_000_000;
const OURS = "findRecords";
const PEER = 'indexOf "error" and jsonc-parser parseTree';
const WORD = 'indexOf "error" alone';
const LOG = { seed: 1, charactersPerError: 10_000 };

/**
 * Finds all records of a log with our reader, and of its tenth; with a peer, that parses JSON wherever `"error"`
 * stands; and only looks, for that one word or for all the texts that records are known by. In one log most lines are
 * those of servers, in the other all are JSON, as programs write them for other programs.
 */
export async function benchFindRecords(
  lines: "text" | "json",
  megabytes = 50,
  rounds = 7,
): Promise<readonly RecordsSpeed[]> {
  const log = generateLog({ ...LOG, lines, length: megabytes * MEGABYTE });
  const tenth = generateLog({ ...LOG, lines, length: (megabytes * MEGABYTE) / 10 });
  const anchors = new RegExp(
    needlesOf(ANCHORS, "utf-16")
      .map(({ text }) => escaped(text))
      .join("|"),
    "g",
  );
  const readers: readonly (readonly [name: string, log: GeneratedLog, find: (text: string) => unknown])[] = [
    [OURS, log, (text) => findRecords(text)],
    ["findRecords on a tenth of the log", tenth, (text) => findRecords(text)],
    [PEER, log, parseCandidates],
    [WORD, log, countCandidates],
    ["one regular expression for all forms, alone", log, (text) => countMatches(text, anchors)],
  ];
  const times = await medianTimes(
    rounds,
    readers.map(
      ([, { text }, find]) =>
        () =>
          find(text),
    ),
  );
  const recalls: ReadonlyMap<string, number> = new Map([
    [
      OURS,
      recallOf(
        log,
        findRecords(log.text).map(({ span }) => span),
      ),
    ],
    [PEER, recallOf(log, parseCandidates(log.text))],
  ]);
  const speeds = readers.map(([, { text }], index) => (text.length / (times[index] ?? Number.NaN)) * 1000);
  const speedOf = (wanted: string) => speeds[readers.findIndex(([name]) => name === wanted)] ?? Number.NaN;
  return readers.map(([name], index) => ({
    name,
    charactersPerSecond: speeds[index] ?? Number.NaN,
    timesPeer: (speeds[index] ?? Number.NaN) / speedOf(PEER),
    timesIndexOf: (speeds[index] ?? Number.NaN) / speedOf(WORD),
    recall: recalls.get(name),
  }));
}

/**
 * Types one character into the middle of a log, again and again, as one does; and into one with more errors than are
 * read at once, in the middle of those that are.
 */
export async function benchUpdateRecords(rounds = 15): Promise<readonly EditCost[]> {
  const { text } = generateLog({ ...LOG, length: 10 * MEGABYTE });
  const full = generateLog({ ...LOG, length: 30 * MEGABYTE, charactersPerError: 1000 }).text;
  const first = parseDocument(full, "log", OPTIONS);
  const records = findRecords(text);
  return [
    await typeInto(
      "one character typed into 10 MB",
      text,
      text.length / 2,
      rounds,
      (edited) => findRecords(edited),
      (edited, change) => updateRecords(records, edited, change),
    ),
    await typeInto(
      "the same in 30 MB with 30,000 errors, of which 20,000 are read",
      full,
      (first.recordsEnd ?? 0) / 2,
      rounds,
      (edited) => parseDocument(edited, "log", OPTIONS),
      (edited, change) => reparseDocument(first, edited, change, OPTIONS),
    ),
  ];
}

async function typeInto(
  name: string,
  text: string,
  near: number,
  rounds: number,
  read: (edited: string) => unknown,
  update: (edited: string, change: TextChange) => unknown,
): Promise<EditCost> {
  const at = text.indexOf("\n", near);
  const edited = flat(`${text.slice(0, at)}x${text.slice(at)}`);
  const change = { span: { start: at, end: at }, newLength: 1 };
  const [freshMilliseconds = Number.NaN, updates = Number.NaN] = await medianTimes(rounds, [
    () => read(edited),
    () => {
      for (let left = KEYS; left > 0; left--) update(edited, change);
    },
  ]);
  return { name, freshMilliseconds, updateMilliseconds: updates / KEYS };
}

const OPTIONS: ParseOptions = { client: "auto", hosts: [], claim: "auto" };

/** A clock of processor time is too coarse for one. */
const KEYS = 20;

type Spans = readonly { readonly start: number; readonly end: number }[];

function recallOf({ manifest }: GeneratedLog, spans: Spans): number {
  const found = new Set(spans.map(({ start, end }) => `${start}-${end}`));
  return manifest.filter(({ span }) => found.has(`${span.start}-${span.end}`)).length / manifest.length;
}

/**
 * The plain way: the object that opens before each `"error"`, given to jsonc-parser, which stops where it closes. More
 * text than any error here is long goes with it, but not all of the log, which an object that never closes would cost.
 */
function parseCandidates(text: string): Spans {
  const spans: { start: number; end: number }[] = [];
  let free = 0;
  for (let at = text.indexOf('"error"'); at >= 0; at = text.indexOf('"error"', Math.max(at + 1, free))) {
    const start = text.lastIndexOf("{", at);
    if (start < free) continue;
    const tree = parseTree(text.slice(start, start + 4096), [], { allowTrailingComma: true });
    const error = tree?.children?.find((member) => member.children?.[0]?.value === "error")?.children?.[1];
    if (tree === undefined || !isEnvelope(error)) continue;
    free = start + tree.length;
    spans.push({ start, end: free });
  }
  return spans;
}

function isEnvelope(error: Node | undefined): boolean {
  const names = error?.children?.map((member) => member.children?.[0]?.value) ?? [];
  return names.includes("code") && names.includes("context") && names.includes("message");
}

function countCandidates(text: string): number {
  let count = 0;
  for (let at = text.indexOf('"error"'); at >= 0; at = text.indexOf('"error"', at + 1)) count += 1;
  return count;
}

function countMatches(text: string, expression: RegExp): number {
  let count = 0;
  expression.lastIndex = 0;
  while (expression.test(text)) count += 1;
  return count;
}

function escaped(literal: string): string {
  return literal.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}

/** One stretch of memory, as an editor's text is after it was read from the wire. */
function flat(text: string): string {
  return Buffer.from(text).toString();
}
