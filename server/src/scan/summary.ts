import type { DescribedRecord, Problem } from "./describe.ts";

/** Where records came from and how many there were of each problem. Grows with the kinds of problems only. */
export interface Summary {
  readonly records: number;
  /** The most frequent first; of equally frequent ones, the first seen. */
  readonly groups: readonly ProblemGroup[];
  /** Records of problems beyond the bound on kinds. */
  readonly ungrouped: number;
}

/** All records of one problem. */
export interface ProblemGroup {
  readonly problem: Problem;
  readonly count: number;
  /** The one that came first, as an example, and the file it is in. */
  readonly first: PlacedRecord;
  readonly last: PlacedRecord;
  /** The extreme moments, in milliseconds since 1970, of the records that tell theirs. */
  readonly firstSeen: number | undefined;
  readonly lastSeen: number | undefined;
}

export interface PlacedRecord {
  readonly file: string;
  readonly record: DescribedRecord;
}

export interface Summarizer {
  add(file: string, record: DescribedRecord): void;
  /** How many were added. */
  count(): number;
  summary(): Summary;
}

/** A log full of different messages must not fill the memory. */
const MOST_GROUPS = 5000;

/** Counts records as they are found. */
export function createSummarizer(): Summarizer {
  const groups = new Map<string, { -readonly [K in keyof ProblemGroup]: ProblemGroup[K] }>();
  let records = 0;
  let ungrouped = 0;
  return {
    add(file, record) {
      records += 1;
      const { problem, timestamp } = record;
      const key = `${problem.title}\n${problem.className}\n${problem.pattern}`;
      const placed = { file, record };
      const group = groups.get(key);
      if (group !== undefined) {
        group.count += 1;
        group.last = placed;
        group.firstSeen = extreme(Math.min, group.firstSeen, timestamp);
        group.lastSeen = extreme(Math.max, group.lastSeen, timestamp);
      } else if (groups.size < MOST_GROUPS) {
        const seen = { firstSeen: timestamp, lastSeen: timestamp };
        groups.set(key, { problem, count: 1, first: placed, last: placed, ...seen });
      } else {
        ungrouped += 1;
      }
    },
    count: () => records,
    summary() {
      const sorted = [...groups.values()].sort((a, b) => b.count - a.count);
      return { records, groups: sorted.map((group) => ({ ...group })), ungrouped };
    },
  };
}

function extreme(
  choose: (...values: number[]) => number,
  a: number | undefined,
  b: number | undefined,
): number | undefined {
  if (a === undefined) return b;
  return b === undefined ? a : choose(a, b);
}
