import process from "node:process";

/**
 * The median milliseconds of each of several things to do. They take turns, so that whatever else the machine does
 * disturbs all alike; the first turn warms up and does not count. Processor time, which a busy machine stretches less
 * than the time on the clock.
 */
export async function medianTimes(
  rounds: number,
  runs: readonly (() => unknown)[],
): Promise<readonly number[]> {
  const times = runs.map((): number[] => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [index, run] of runs.entries()) {
      const start = process.cpuUsage().user;
      await run();
      if (round > 0) times[index]?.push((process.cpuUsage().user - start) / 1000);
    }
  }
  return times.map(median);
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
