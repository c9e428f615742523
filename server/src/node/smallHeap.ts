import { setFlagsFromString } from "node:v8";

/**
 * What is decoded of a log dies young: without this the engine makes more and more room for it, and collects what has
 * become old only when there is three times as much of it as is needed.
 */
export function keepHeapSmall(): void {
  setFlagsFromString("--semi-space-growth-factor=1");
  setFlagsFromString("--heap-growing-percent=50");
}
