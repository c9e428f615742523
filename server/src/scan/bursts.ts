import type { TimeBar, Timeline } from "./timeline.ts";

/** A stretch of time in which far more went wrong than usual. */
export interface Burst {
  readonly start: number;
  /** The first moment behind it. */
  readonly end: number;
  readonly count: number;
  /** How many times as many as an average stretch of that length has. */
  readonly factor: number;
  /** The most frequent class in it. */
  readonly className: string;
}

/** Fewer bars show no usual rate to compare with. */
const LEAST_BARS = 12;
/** A handful of errors is nobody's burst. */
const LEAST_RECORDS = 10;
const LEAST_FACTOR = 5;

/** The bars that are at least five times as high as the average one, neighbors joined; in order. */
export function findBursts({ bars, width }: Timeline): readonly Burst[] {
  const [first] = bars;
  const last = bars.at(-1);
  if (first === undefined || last === undefined) return [];
  const length = (last.start - first.start) / width + 1;
  if (length < LEAST_BARS) return [];
  const average = bars.reduce((sum, bar) => sum + countOf(bar), 0) / length;
  const high = bars.filter((bar) => countOf(bar) >= Math.max(LEAST_RECORDS, LEAST_FACTOR * average));
  const runs: TimeBar[][] = [];
  for (const bar of high) {
    const run = runs.at(-1);
    if (run?.at(-1)?.start === bar.start - width) run.push(bar);
    else runs.push([bar]);
  }
  return runs.map((run) => burstOf(run, width, average));
}

function burstOf(run: readonly TimeBar[], width: number, average: number): Burst {
  const start = run[0]?.start ?? 0;
  const count = run.reduce((sum, bar) => sum + countOf(bar), 0);
  const byClass = new Map<string, number>();
  for (const { counts } of run) {
    for (const [name, each] of Object.entries(counts)) byClass.set(name, (byClass.get(name) ?? 0) + each);
  }
  const [className = ""] = [...byClass].sort(([, a], [, b]) => b - a)[0] ?? [];
  return { start, end: start + run.length * width, count, factor: count / run.length / average, className };
}

function countOf({ counts }: TimeBar): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
