import { spawnSync } from "node:child_process";
import { appendFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { performance } from "node:perf_hooks";
import process from "node:process";
import { temporaryFolder } from "../editor/vscode/temporaryFolder.ts";
import { generateLog } from "../support/generateLog.ts";

/** One measure, and what it is held to. */
export interface ScanMeasure {
  readonly name: string;
  readonly value: number;
  readonly unit: "MB/s" | "ratio" | "ms";
  readonly atLeast?: number;
  readonly atMost?: number;
}

const PART = 10_000_000;

/**
 * Scans a log of `megabytes` as whole processes, one after the other: the built command line, `indexOf` with
 * `JSON.parse`, and grep where there is one. Each time is the best of `runs`, which is what a busy machine disturbs
 * least. Needs `dist/`.
 */
export function benchScan(megabytes = 200, charactersPerError = 100_000, runs = 3): readonly ScanMeasure[] {
  const log = path.join(temporaryFolder("bench"), "large.log");
  writeFileSync(log, "");
  for (let seed = 0; seed * PART < megabytes * 1e6; seed++) {
    appendFileSync(log, generateLog({ seed, length: PART, charactersPerError }).text);
  }
  const speed = (milliseconds: number): number => (megabytes * 1000) / milliseconds;
  const scan = speed(best(runs, process.execPath, ["dist/cli.js", "scan", log]));
  const peer = speed(best(runs, process.execPath, ["test/bench/scanPeer.mjs", log]));
  const grep = best(runs, "grep", ["-c", '"error"', log]);
  const node = best(3 * runs, process.execPath, ["-e", "0"]);
  const start = best(3 * runs, process.execPath, ["dist/cli.js", "--version"]);
  const explain = best(3 * runs, process.execPath, ["dist/cli.js", "explain", "404"]);
  return [
    { name: `scan of ${megabytes} MB`, value: scan, unit: "MB/s" },
    { name: "indexOf and JSON.parse", value: peer, unit: "MB/s" },
    { name: "scan against indexOf and JSON.parse", value: scan / peer, unit: "ratio", atLeast: 3 },
    ...(Number.isNaN(grep)
      ? []
      : [
          { name: 'grep -c "error"', value: speed(grep), unit: "MB/s" } as const,
          { name: "scan against grep", value: scan / speed(grep), unit: "ratio", atLeast: 0.2 } as const,
        ]),
    { name: "node -e 0", value: node, unit: "ms" },
    { name: "start of the command line against node -e 0", value: start / node, unit: "ratio", atMost: 1.5 },
    { name: "explain 404 against node -e 0", value: explain / node, unit: "ratio" },
  ];
}

/** Milliseconds of the fastest run; NaN when the program is not there. */
function best(runs: number, program: string, args: readonly string[]): number {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    // A pipe, since grep stops at the first match where nobody reads.
    const { error } = spawnSync(program, args, { stdio: ["ignore", "pipe", "ignore"] });
    return error === undefined ? performance.now() - start : Number.NaN;
  });
  return Math.min(...times);
}
