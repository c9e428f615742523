import process from "node:process";

/**
 * The median milliseconds of each of several things to do. They take turns, so that whatever else the machine does
 * disturbs all alike; the first turn warms up and does not count. The thread's processor time, which is what one waits
 * for on a quiet machine, and which a busy one stretches less than the time on the clock.
 */
export async function medianTimes(
  rounds: number,
  runs: readonly (() => unknown)[],
): Promise<readonly number[]> {
  const times = runs.map((): number[] => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [index, run] of runs.entries()) {
      const start = process.threadCpuUsage();
      await run();
      const { user, system } = process.threadCpuUsage(start);
      if (round > 0) times[index]?.push((user + system) / 1000);
    }
  }
  return times.map(median);
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
