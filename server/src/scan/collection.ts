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
  /**
   * Replaces the records at the end of a file, which may be others when the file has grown. Holds no more than a bound of
   * them: false when they are too many, and are added for good.
   */
  hold(file: string, records: readonly DescribedRecord[]): boolean;
  /** Lists by these files, in this order, from now on; each file that has records must be among them. */
  arrange(files: readonly string[]): void;
  /** How many were added or are held. */
  count(): number;
  /** How many of them can still be told apart: the first ones. */
  kept(): number;
  /** Without a filter of all records, with one of those that are kept. */
  summary(filter?: RecordFilter): Summary;
  /** Of the kept records that fit, as many as asked for from a place in their row on. */
  list(filter: RecordFilter, start: number, most: number): RecordList;
}

interface FilePart {
  readonly index: number;
  readonly kept: DescribedRecord[];
  held: readonly DescribedRecord[];
}

export interface RecordList {
  readonly records: readonly PlacedRecord[];
  /** How many fit. */
  readonly total: number;
}

/** Some 30 MB, when every record says something else. */
const MOST_KEPT = 50_000;

/** Beside those: the ends of some fifty logs that are full of errors. */
const MOST_HELD = 10_000;

export function createCollection(mostKept = MOST_KEPT, mostHeld = MOST_HELD): Collection {
  /** By file, in the order of the files. */
  const parts = new Map<string, FilePart>();
  const all = createSummarizer(byPlace);
  let kept = 0;
  let held = 0;

  function partOf(file: string) {
    const part = parts.get(file) ?? { index: parts.size, kept: [], held: [] };
    parts.set(file, part);
    return part;
  }
  function byPlace(a: PlacedRecord, b: PlacedRecord): number {
    return partOf(a.file).index - partOf(b.file).index || a.record.offset - b.record.offset;
  }
  function add(file: string, record: DescribedRecord): void {
    const part = partOf(file);
    all.add(file, record);
    if (kept >= mostKept) return;
    part.kept.push(record);
    kept += 1;
  }
  function* listed(): Generator<PlacedRecord> {
    let left = mostKept;
    for (const [file, part] of parts) {
      for (const record of [...part.kept, ...part.held]) {
        if (left === 0) return;
        left -= 1;
        yield { file, record };
      }
    }
  }
  function whole(): Summary {
    if (held === 0) return all.summary();
    const withHeld = all.copy();
    for (const [file, part] of parts) for (const record of part.held) withHeld.add(file, record);
    return withHeld.summary();
  }

  return {
    add,
    hold(file, records) {
      const part = partOf(file);
      held -= part.held.length;
      const fits = held + records.length <= mostHeld;
      part.held = fits ? records : [];
      held += part.held.length;
      if (!fits) for (const record of records) add(file, record);
      return fits;
    },
    arrange(files) {
      const arranged = files.map((file) => [file, partOf(file)] as const);
      parts.clear();
      for (const [file, part] of arranged) parts.set(file, { ...part, index: parts.size });
    },
    count: () => all.count() + held,
    kept: () => Math.min(mostKept, kept + held),
    summary(filter = {}) {
      if (isEmpty(filter)) return whole();
      const some = createSummarizer(byPlace);
      const fits = matcherOf(filter);
      for (const placed of listed()) if (fits(placed)) some.add(placed.file, placed.record);
      return some.summary();
    },
    list(filter, start, most) {
      const fitting = [...listed()].filter(matcherOf(filter));
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
