import { setFlagsFromString } from "node:v8";

/** What is decoded of a log dies young: without this the engine makes more and more room for it. */
export function keepNurserySmall(): void {
  setFlagsFromString("--semi-space-growth-factor=1");
}
