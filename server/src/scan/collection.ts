import type { DescribedRecord } from "./describe.ts";
import { classOf, createSummarizer, problemName, type Summary } from "./summary.ts";
import type { PlacedRecord } from "./tally.ts";

/** Which records to look at; what is left out does not matter. */
export interface RecordFilter {
  readonly classes?: readonly string[];
  /** Moments in milliseconds since 1970: from the first on, before the second. Leaves out records without a time. */
  readonly from?: number;
  readonly to?: number;
  /** Words that must all stand in what the record says or in the name of its file, in any case. */
  readonly text?: string;
  /** A {@link problemName}. */
  readonly problem?: string;
}

/** The records of one scan, to be summed up and listed by what the user wants to see of them. */
export interface Collection {
  add(file: string, record: DescribedRecord): void;
  /** How many were added. */
  count(): number;
  /** How many of them can still be told apart: the first ones. */
  kept(): number;
  /** Without a filter of all records, with one of those that are kept. */
  summary(filter?: RecordFilter): Summary;
  /** Of the kept records that fit, as many as asked for from a place in their row on. */
  list(filter: RecordFilter, start: number, most: number): RecordList;
}

export interface RecordList {
  readonly records: readonly PlacedRecord[];
  /** How many fit. */
  readonly total: number;
}

/** Some 30 MB, when every record says something else. */
const MOST_KEPT = 50_000;

export function createCollection(mostKept = MOST_KEPT): Collection {
  const all = createSummarizer();
  const kept: PlacedRecord[] = [];
  return {
    add(file, record) {
      all.add(file, record);
      if (kept.length < mostKept) kept.push({ file, record });
    },
    count: () => all.count(),
    kept: () => kept.length,
    summary(filter = {}) {
      if (isEmpty(filter)) return all.summary();
      const some = createSummarizer();
      const fits = matcherOf(filter);
      for (const placed of kept) if (fits(placed)) some.add(placed.file, placed.record);
      return some.summary();
    },
    list(filter, start, most) {
      const fits = matcherOf(filter);
      const fitting = kept.filter(fits);
      return { records: fitting.slice(start, start + most), total: fitting.length };
    },
  };
}

function isEmpty({ classes, from, to, text = "", problem }: RecordFilter): boolean {
  return [classes, from, to, problem].every((part) => part === undefined) && text.trim() === "";
}

function matcherOf({
  classes,
  from,
  to,
  text = "",
  problem,
}: RecordFilter): (placed: PlacedRecord) => boolean {
  const wanted = classes && new Set(classes);
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  const hasTimes = from !== undefined || to !== undefined;
  return ({ file, record }) => {
    const { timestamp } = record;
    if (wanted !== undefined && !wanted.has(classOf(record.problem))) return false;
    if (hasTimes && (timestamp === undefined || timestamp < (from ?? timestamp))) return false;
    if (to !== undefined && timestamp !== undefined && timestamp >= to) return false;
    if (problem !== undefined && problemName(record.problem) !== problem) return false;
    if (words.length === 0) return true;
    const said = saidBy(file, record);
    return words.every((word) => said.includes(word));
  };
}

function saidBy(
  file: string,
  { problem, message, request = "", code = "", table = "" }: DescribedRecord,
): string {
  const { title, className, pattern, topic } = problem;
  return [file, title, className, pattern, topic, message, request, code, table].join("\n").toLowerCase();
}
