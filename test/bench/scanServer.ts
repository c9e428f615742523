import assert from "node:assert/strict";
import { appendFileSync, readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { ScanMethod, type ScanResult } from "../../server/src/protocol.ts";
import { connectToProgram } from "../support/testClient.ts";
import { largeLog } from "./largeLog.ts";

export interface ServerScan {
  readonly megabytes: number;
  readonly errors: number;
  readonly megabytesPerSecond: number;
  /** The most memory that the server ever took; NaN where the system does not tell. */
  readonly peakMegabytes: number;
  /** How long a hover took while the scan ran: 19 of 20, and the longest, in milliseconds. */
  readonly hoverP95: number;
  readonly hoverMost: number;
  /** How long it took, in milliseconds, until the scan knew of an error that was appended. */
  readonly refreshMilliseconds: number;
}

const RECORD =
  '{"error":{"code":404,"context":null,"message":"Table x does not exist.","status_code":404}}\n';

/** So many bytes may be read to learn what was appended. */
const LITTLE = 1_000_000;

/** Lets the built server scan a log while somebody hovers without a pause. Needs `dist/`. */
export async function benchServerScan(megabytes: number, charactersPerError: number): Promise<ServerScan> {
  const log = largeLog(megabytes, charactersPerError, 3);
  const client = await connectToProgram("dist/server.js", ["--stdio"]);
  const uri = client.open(RECORD, "log");
  const start = performance.now();
  let ended: number | undefined;
  const scan = client.connection
    .sendRequest<ScanResult>(ScanMethod.scan, { uris: [pathToFileURL(log).href] })
    .finally(() => {
      ended = performance.now();
    });
  const hovers: number[] = [];
  while (ended === undefined) {
    const asked = performance.now();
    await client.connection.sendRequest("textDocument/hover", {
      textDocument: { uri },
      position: { line: 0, character: 3 },
    });
    hovers.push(performance.now() - asked);
  }
  const { records, scan: number } = await scan;
  appendFileSync(log, RECORD);
  const appended = performance.now();
  const refreshed = await client.connection.sendRequest<ScanResult>(ScanMethod.refresh, {
    scan: number,
    atMost: LITTLE,
  });
  const refreshMilliseconds = performance.now() - appended;
  assert.equal(refreshed.records, records + 1);
  const peakMegabytes = peakOf(client.pid);
  await client.close();
  hovers.sort((a, b) => a - b);
  return {
    megabytes,
    errors: records,
    megabytesPerSecond: (megabytes * 1000) / (ended - start),
    peakMegabytes,
    hoverP95: hovers[Math.floor(hovers.length * 0.95)] ?? Number.NaN,
    hoverMost: hovers.at(-1) ?? Number.NaN,
    refreshMilliseconds,
  };
}

function peakOf(pid: number | undefined): number {
  if (process.platform !== "linux") return Number.NaN;
  const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kilobytes) / 1000;
}
