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

/** Makes a function that collects all garbage, which takes some ten milliseconds. The engine by itself waits for long. */
export function garbageCollector(): () => void {
  setFlagsFromString("--expose-gc");
  // Only new contexts have what the flag exposes.
  return runInNewContext("gc");
}
