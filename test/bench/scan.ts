import { spawnSync } from "node:child_process";
import { performance } from "node:perf_hooks";
import process from "node:process";
import { largeLog } from "./largeLog.ts";

/** One measure, and what it is held to. */
export interface ScanMeasure {
  readonly name: string;
  readonly value: number;
  readonly unit: "MB/s" | "MB" | "ratio" | "ms";
  readonly atLeast?: number;
  readonly atMost?: number;
}

/**
 * Scans a log of `megabytes` as whole processes: the built command line, `indexOf` with `JSON.parse`, and grep where
 * there is one. They take turns, and each time is the best of `runs`, which is what a busy machine disturbs least. Needs
 * `dist/`.
 */
export function benchScan(megabytes = 200, charactersPerError = 100_000, runs = 5): readonly ScanMeasure[] {
  const [node = Number.NaN, start = Number.NaN, explain = Number.NaN] = best(3 * runs, [
    [process.execPath, "-e", "0"],
    [process.execPath, "dist/cli.js", "--version"],
    [process.execPath, "dist/cli.js", "explain", "404"],
  ]);
  return [
    ...scanSpeeds(`${megabytes} MB`, largeLog(megabytes, charactersPerError, ALL), megabytes, runs),
    ...scanSpeeds(
      `${megabytes} MB of JSON lines`,
      largeLog(megabytes, charactersPerError, ALL, "json"),
      megabytes,
      runs,
    ),
    { name: "node -e 0", value: node, unit: "ms" },
    { name: "start of the command line against node -e 0", value: start / node, unit: "ratio", atMost: 1.5 },
    { name: "explain 404 against node -e 0", value: explain / node, unit: "ratio" },
    ...[100_000, 2000].map((characters): ScanMeasure => {
      const name = `memory of a scan of 2 GB, an error every ${characters} characters`;
      return { name, value: peakMegabytes(largeLog(2000, characters, 3)), unit: "MB", atMost: 150 };
    }),
  ];
}

const ALL = Number.POSITIVE_INFINITY;

function scanSpeeds(name: string, log: string, megabytes: number, runs: number): readonly ScanMeasure[] {
  const [scan = Number.NaN, peer = Number.NaN, grep = Number.NaN] = best(runs, [
    [process.execPath, "dist/cli.js", "scan", log],
    [process.execPath, "test/bench/scanPeer.mjs", log],
    ["grep", "-c", '"error"', log],
  ]).map((milliseconds) => (megabytes * 1000) / milliseconds);
  return [
    { name: `scan of ${name}`, value: scan, unit: "MB/s" },
    { name: `indexOf and JSON.parse, ${name}`, value: peer, unit: "MB/s" },
    { name: `scan against indexOf and JSON.parse, ${name}`, value: scan / peer, unit: "ratio", atLeast: 3 },
    ...(Number.isNaN(grep)
      ? []
      : [
          { name: `grep -c "error", ${name}`, value: grep, unit: "MB/s" } as const,
          { name: `scan against grep, ${name}`, value: scan / grep, unit: "ratio", atLeast: 0.2 } as const,
        ]),
  ];
}

type Command = readonly [program: string, ...args: string[]];

/** Milliseconds of each command's fastest run; NaN where the program is not there. */
function best(runs: number, commands: readonly Command[]): readonly number[] {
  const times = commands.map((): number[] => []);
  for (let run = 0; run < runs; run++) {
    for (const [index, [program, ...args]] of commands.entries()) {
      const start = performance.now();
      // A pipe, since grep stops at the first match where nobody reads.
      const { error } = spawnSync(program, args, { stdio: ["ignore", "pipe", "ignore"] });
      times[index]?.push(error === undefined ? performance.now() - start : Number.NaN);
    }
  }
  return times.map((each) => Math.min(...each));
}

function peakMegabytes(log: string): number {
  const args = ["--import", "./test/bench/tellMemory.mjs", "dist/cli.js", "scan", log];
  const { stderr } = spawnSync(process.execPath, args, {
    stdio: ["ignore", "ignore", "pipe"],
    encoding: "utf8",
  });
  return Number(stderr) / 1000;
}
