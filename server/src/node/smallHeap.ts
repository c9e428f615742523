import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/**
 * What is decoded of a log dies young: without this the engine makes more and more room for it, and collects what has
 * become old only when there is three times as much of it as is needed.
 */
export function keepHeapSmall(): void {
  setFlagsFromString("--semi-space-growth-factor=1");
  setFlagsFromString("--heap-growing-percent=50");
}

let collect: (() => void) | undefined;

/** Collects all garbage, which takes some ten milliseconds; the engine by itself waits until there is more of it. */
export function collectGarbage(): void {
  collect ??= exposedCollector();
  collect();
}

function exposedCollector(): () => void {
  setFlagsFromString("--expose-gc");
  // Only new contexts have what the flag exposes.
  return runInNewContext("gc");
}
