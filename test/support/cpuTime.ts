import process from "node:process";

/** Milliseconds that this process has computed since; other processes do not count, as they would on a clock. */
export function cpuTime(since: ReturnType<typeof process.cpuUsage>): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}
