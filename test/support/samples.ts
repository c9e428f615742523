import { globSync, readFileSync } from "node:fs";

/** The texts of all real samples, always in the same order. */
export const SAMPLES: readonly string[] = globSync("test/fixtures/samples/*.{log,json,txt,http,html}")
  .sort()
  .map((file) => readFileSync(file, "utf8"));
