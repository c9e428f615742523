import assert from "node:assert/strict";
import process from "node:process";
import { cpuTime } from "./cpuTime.ts";

/** Milliseconds of computing that starts, garbage and clocks may add to any measurement. */
const NOISE = 60;

/**
 * Fails when reading takes time that grows faster than the text: the whole is compared with its first quarter. In
 * proportion it takes four times as long; ten leaves room for caches, a square would take sixteen.
 */
export function assertLinear(read: (text: string) => unknown, text: string): void {
  const quarter = text.slice(0, text.length / 4);
  read(quarter);
  const short = bestOf(() => read(quarter));
  const long = bestOf(() => read(text));
  assert.ok(long < 10 * short + NOISE, `a quarter takes ${short} ms, the whole ${long} ms`);
}

/** The best of some runs, so that no interruption counts. */
function bestOf(run: () => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 3; i++) {
    const start = process.cpuUsage();
    run();
    best = Math.min(best, cpuTime(start));
  }
  return best;
}
