import { stat } from "node:fs/promises";
import type { DescribedRecord } from "../../../scan/describe.ts";
import { LOG_NAME } from "../../../scan/files.ts";
import { createSummarizer } from "../../../scan/summary.ts";
import { collectGarbage, keepHeapSmall } from "../../smallHeap.ts";
import { ExitCode, type Host, UsageError } from "../host.ts";
import { findInputs, type Input } from "../inputs.ts";
import { printable } from "../paint.ts";
import { oneOf, readArguments } from "../readArguments.ts";
import { follow } from "./follow.ts";
import { createProgress } from "./progress.ts";
import { listWriter, summaryWriter } from "./reports.ts";
import { type ScanQuery, scanInput } from "./scanInput.ts";
import { readSince } from "./since.ts";

const FORMATS = ["text", "json", "markdown", "csv"] as const;
const CLAIMS = ["auto", "always", "never"] as const;

/** So many records leave more garbage behind than all that is kept. */
const RECORDS_PER_COLLECTION = 32_768;

/** `scan`: finds records in files of any size. */
export async function scanCommand(args: readonly string[], host: Host): Promise<number> {
  const { values, positionals } = readArguments(args, {
    format: { type: "string", short: "f", default: "text" },
    list: { type: "boolean", short: "l", default: false },
    follow: { type: "boolean", short: "F", default: false },
    since: { type: "string", short: "s" },
    claim: { type: "string", default: "auto" },
  });
  const format = oneOf("--format", values.format, FORMATS);
  const query: ScanQuery = {
    claim: oneOf("--claim", values.claim, CLAIMS),
    since: values.since === undefined ? undefined : readSince(values.since, host.now()),
  };
  if (positionals.length === 0) throw new UsageError("say which files to scan; “-” is standard input");
  if (values.follow && format === "markdown") {
    throw new UsageError(
      "--follow has no end, so that it cannot make a Markdown summary; use text, json or csv",
    );
  }
  keepHeapSmall();
  const { inputs, missing } = await findInputs(positionals, host.cwd, (name) => LOG_NAME.test(name));
  for (const { name, reason } of missing) complain(host, name, reason);
  if (inputs.length === 0 && missing.length === 0) throw new UsageError("there is no log in the folder");

  if (inputs.length === 0) return ExitCode.usage;

  const isList = values.list || values.follow || format === "json" || format === "csv";
  const writer = isList ? listWriter(format, host, inputs.length > 1) : undefined;
  await writer?.begin();
  if (values.follow && writer !== undefined) {
    const found = await follow(inputs, query, host, writer.record, writer.flush);
    return exitCode(host, missing.length > 0, found);
  }

  const summarizer = createSummarizer();
  const progress = createProgress(host, await totalBytes(inputs));
  let failed = missing.length > 0;
  let scanned = 0;
  let files = 0;
  for (const input of inputs) {
    if (host.interrupted()) break;
    const onRecord = (record: DescribedRecord): void => {
      summarizer.add(input.name, record);
      if (summarizer.count() % RECORDS_PER_COLLECTION === 0) collectGarbage();
      writer?.record(input.name, record);
    };
    const before = scanned;
    const { bytes, failure, refused } = await scanInput(input, query, host, onRecord, (bytes) => {
      progress.show(before + bytes, summarizer.count());
      return writer?.flush();
    });
    scanned += bytes;
    await writer?.flush();
    progress.clear();
    if (failure === undefined || (bytes > 0 && !refused)) files += 1;
    if (failure === undefined) continue;
    complain(host, input.name, failure);
    // What a folder holds beside logs is nobody's mistake.
    if (input.named || !refused) failed = true;
  }
  const summary = summarizer.summary();
  if (writer === undefined && files > 0) {
    await summaryWriter(format, host)({ summary, files, bytes: scanned, partial: host.interrupted() });
  }
  return exitCode(host, failed, summary.records);
}

function exitCode(host: Host, failed: boolean, records: number): number {
  if (host.interrupted()) return ExitCode.interrupted;
  if (failed) return ExitCode.usage;
  return records > 0 ? ExitCode.findings : ExitCode.clean;
}

function complain(host: Host, name: string, reason: string): void {
  host.err(`dreamfactory-errors scan: ${printable(name)}: ${reason}\n`);
}

async function totalBytes(inputs: readonly Input[]): Promise<number | undefined> {
  let total = 0;
  for (const { path } of inputs) {
    if (path === undefined) return undefined;
    total += (await stat(path).catch(() => undefined))?.size ?? 0;
  }
  return total;
}
