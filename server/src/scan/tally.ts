import type { DescribedRecord } from "./describe.ts";

/** A record and the file it is in. */
export interface PlacedRecord {
  readonly file: string;
  readonly record: DescribedRecord;
}

/** How often something was seen, and when. */
export interface Sightings {
  readonly count: number;
  /** The one that came first, as an example. */
  readonly first: PlacedRecord;
  readonly last: PlacedRecord;
  /** The extreme moments, in milliseconds since 1970, of the records that tell theirs. */
  readonly firstSeen: number | undefined;
  readonly lastSeen: number | undefined;
}

/** Less than 0 where the first one comes before the other. */
export type CompareRecords = (a: PlacedRecord, b: PlacedRecord) => number;

/** Counts records by a name. Bounded: records of further names are counted together. */
export interface Tally {
  add(name: string, placed: PlacedRecord): void;
  /** The most frequent first; of equally frequent ones, the one that came first. */
  rows(): readonly TallyRow[];
  /** Records of the names beyond the bound. */
  uncounted(): number;
  /** Counts on, and leaves this one as it is. */
  copy(): Tally;
}

export interface TallyRow extends Sightings {
  readonly name: string;
}

/** A log full of different messages must not fill the memory. */
const MOST_NAMES = 5000;

type OpenRow = { -readonly [K in keyof TallyRow]: TallyRow[K] };

/** Records come in any order; of those that compare equal, the one that was added later comes later. */
export function createTally(
  compare: CompareRecords,
  before: Iterable<OpenRow> = [],
  uncountedBefore = 0,
): Tally {
  const rows = new Map<string, OpenRow>();
  for (const row of before) rows.set(row.name, { ...row });
  let uncounted = uncountedBefore;
  return {
    add(name, placed) {
      const { timestamp } = placed.record;
      const row = rows.get(name);
      if (row !== undefined) {
        row.count += 1;
        if (compare(placed, row.first) < 0) row.first = placed;
        if (compare(placed, row.last) >= 0) row.last = placed;
        row.firstSeen = extreme(Math.min, row.firstSeen, timestamp);
        row.lastSeen = extreme(Math.max, row.lastSeen, timestamp);
      } else if (rows.size < MOST_NAMES) {
        const seen = { firstSeen: timestamp, lastSeen: timestamp };
        rows.set(name, { name, count: 1, first: placed, last: placed, ...seen });
      } else {
        uncounted += 1;
      }
    },
    rows: () =>
      [...rows.values()]
        .sort((a, b) => b.count - a.count || compare(a.first, b.first))
        .map((row) => ({ ...row })),
    uncounted: () => uncounted,
    copy: () => createTally(compare, rows.values(), uncounted),
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
