import { Buffer } from "node:buffer";
import process from "node:process";
import { type Node, parseTree } from "jsonc-parser";
import { findRecords } from "../../server/src/records/findRecords.ts";
import { updateRecords } from "../../server/src/records/updateRecords.ts";
import { type GeneratedLog, generateLog } from "../support/generateLog.ts";

/** One way of finding records in the same generated log, on the median of its runs. */
export interface RecordsSpeed {
  readonly name: string;
  /** Millions of characters per second. */
  readonly throughput: number;
  /** The share of the log's errors that were found whole. */
  readonly recall?: number;
}

/** What an edit in a log costs against reading it anew. */
export interface EditCost {
  readonly name: string;
  readonly freshMilliseconds: number;
  readonly updateMilliseconds: number;
}

const MEGABYTE = 1_000_000;
const LOG = { seed: 1, charactersPerError: 10_000 };

/**
 * Finds all records of a log, against two peers: parsing JSON wherever `"error"` stands, and only looking for that
 * word. The last row is our reader on a tenth of the log: with linear reading it is as fast.
 */
export function benchFindRecords(megabytes = 50, runs = 5): readonly RecordsSpeed[] {
  const log = generateLog({ ...LOG, length: megabytes * MEGABYTE });
  const tenth = generateLog({ ...LOG, length: (megabytes * MEGABYTE) / 10 });
  return [
    row("findRecords", log, (text) => findRecords(text).map(({ span }) => span), runs),
    row('indexOf "error" and jsonc-parser parseTree', log, parseCandidates, runs),
    { name: 'indexOf "error" alone', throughput: throughputOf(log.text, countCandidates, runs) },
    row("findRecords on a tenth", tenth, (text) => findRecords(text).map(({ span }) => span), runs),
  ];
}

/** Types one character into the middle of a log. */
export function benchUpdateRecords(megabytes = 10, runs = 15): EditCost {
  const { text } = generateLog({ ...LOG, length: megabytes * MEGABYTE });
  const at = text.indexOf("\n", text.length / 2);
  const edited = flat(`${text.slice(0, at)}x${text.slice(at)}`);
  const records = findRecords(text);
  const change = { span: { start: at, end: at }, newLength: 1 };
  return {
    name: `one character typed into ${megabytes} MB`,
    freshMilliseconds: median(() => findRecords(edited), runs),
    updateMilliseconds: median(() => updateRecords(records, edited, change), runs),
  };
}

type Spans = readonly { readonly start: number; readonly end: number }[];

function row(name: string, log: GeneratedLog, find: (text: string) => Spans, runs: number): RecordsSpeed {
  const found = new Set(find(log.text).map(({ start, end }) => `${start}-${end}`));
  const hits = log.manifest.filter(({ span }) => found.has(`${span.start}-${span.end}`));
  return {
    name,
    throughput: throughputOf(log.text, find, runs),
    recall: hits.length / log.manifest.length,
  };
}

/** The plain way: an object around each `"error"` that parses and looks like an envelope. */
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

function throughputOf(text: string, find: (text: string) => unknown, runs: number): number {
  return text.length / median(() => find(text), runs) / 1000;
}

function median(run: () => unknown, runs: number): number {
  const times = Array.from({ length: runs }, () => {
    const start = processor();
    run();
    return processor() - start;
  });
  times.sort((a, b) => a - b);
  return times[runs >> 1] ?? Number.NaN;
}

/** One stretch of memory, as an editor's text is after it was read from the wire. */
function flat(text: string): string {
  return Buffer.from(text).toString();
}

/** Milliseconds of processor time, which a busy machine does not stretch as it does the time on the clock. */
function processor(): number {
  return process.cpuUsage().user / 1000;
}
