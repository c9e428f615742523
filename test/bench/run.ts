/**
 * Measures what the README claims: `npm run bench [-- words…]`. Words choose groups by their title. Every group is
 * measured in one run of one process, so that its ratios hold where absolute times do not.
 */
import process from "node:process";
import { benchHttp } from "./http.ts";
import { benchInitialize } from "./initialize.ts";
import { benchJudge } from "./judge.ts";
import { benchMatchMessage } from "./matchMessage.ts";
import { benchFindRecords, benchUpdateRecords, type RecordsSpeed } from "./records.ts";
import { benchScan, type ScanMeasure } from "./scan.ts";
import { benchServerScan } from "./scanServer.ts";
import { measureSizes } from "./sizes.ts";
import { benchTyping } from "./typing.ts";

interface Group {
  readonly title: string;
  readonly header: readonly string[];
  readonly rows: () => Promise<readonly (readonly string[])[]>;
}

const RECORDS_HEADER = [
  "reader",
  "million characters/s",
  "times the peer",
  "times indexOf alone",
  "errors found whole",
];

const GROUPS: readonly Group[] = [
  {
    title: "Finding records in a log of 50 MB",
    header: RECORDS_HEADER,
    rows: async () => recordRows(await benchFindRecords("text")),
  },
  {
    title: "Finding records in a log of 50 MB of JSON lines",
    header: RECORDS_HEADER,
    rows: async () => recordRows(await benchFindRecords("json")),
  },
  {
    title: "An edit in a log",
    header: ["edit", "fresh read", "after the edit", "times faster"],
    rows: async () =>
      (await benchUpdateRecords()).map(({ name, freshMilliseconds, updateMilliseconds }) => [
        name,
        milliseconds(freshMilliseconds),
        milliseconds(updateMilliseconds),
        (freshMilliseconds / updateMilliseconds).toFixed(0),
      ]),
  },
  {
    title: "Judging JSON",
    header: ["judge", "time", "compared with the first of its group"],
    rows: async () =>
      (await benchJudge()).map(({ name, ms, ratio }) => [name, milliseconds(ms), ratio.toFixed(2)]),
  },
  {
    title: "Starting a server",
    header: ["server", "until it answers initialize", "compared with the first"],
    rows: async () =>
      (await benchInitialize()).map(({ name, ms, ratio }) => [name, milliseconds(ms), ratio.toFixed(2)]),
  },
  {
    title: "Typing into a body of 1 MB, and among 10,000 requests",
    header: ["what", "a key until its diagnostics", "19 of 20 within", "compared with the first"],
    rows: async () =>
      (await benchTyping()).map(({ name, ms, p95, ratio }) => [
        name,
        milliseconds(ms),
        milliseconds(p95),
        ratio.toFixed(2),
      ]),
  },
  {
    title: "10,000 requests in one file",
    header: ["read", "time", "times faster"],
    rows: async () =>
      benchHttp().map(({ name, milliseconds: time, timesFaster }) => [
        name,
        milliseconds(time),
        timesFaster.toFixed(0),
      ]),
  },
  {
    title: "Matching messages",
    header: ["matcher", "messages/s"],
    rows: async () =>
      benchMatchMessage().map(({ name, messagesPerSecond }) => [name, messagesPerSecond.toFixed(0)]),
  },
  {
    title: "Scanning and starting as whole processes",
    header: ["what", "measured", "held to"],
    rows: async () => benchScan().map((measure) => [measure.name, measured(measure), limit(measure)]),
  },
  {
    title: "A log of 2 GB scanned by the server while somebody hovers",
    header: [
      "errors",
      "MB/s",
      "most memory",
      "a hover, 19 of 20 within",
      "the longest hover",
      "one error more, until it is known",
    ],
    rows: async () => {
      const rows = [];
      for (const charactersPerError of [100_000, 2000]) {
        const scan = await benchServerScan(2000, charactersPerError);
        rows.push([
          scan.errors.toLocaleString("en-US"),
          scan.megabytesPerSecond.toFixed(0),
          `${scan.peakMegabytes.toFixed(0)} MB`,
          milliseconds(scan.hoverP95),
          milliseconds(scan.hoverMost),
          milliseconds(scan.refreshMilliseconds),
        ]);
      }
      return rows;
    },
  },
  {
    title: "Sizes",
    header: ["file", "kB", "kB compressed"],
    rows: async () =>
      measureSizes().map(({ file, bytes, compressed }) => [file, kilobytes(bytes), kilobytes(compressed)]),
  },
];

const words = process.argv.slice(2).map((word) => word.toLowerCase());

for (const { title, header, rows } of GROUPS) {
  if (!words.every((word) => title.toLowerCase().includes(word))) continue;
  console.log(`\n### ${title}\n`);
  console.log(tableLine(header));
  console.log(tableLine(header.map((_, column) => (column === 0 ? "---" : "---:"))));
  for (const row of await rows()) console.log(tableLine(row));
}

function recordRows(speeds: readonly RecordsSpeed[]): readonly (readonly string[])[] {
  const [whole, tenth] = speeds;
  const slower =
    (10 * (tenth?.charactersPerSecond ?? Number.NaN)) / (whole?.charactersPerSecond ?? Number.NaN);
  return [
    ...speeds.map(({ name, charactersPerSecond, timesPeer, timesIndexOf, recall }) => [
      name,
      (charactersPerSecond / 1e6).toFixed(0),
      timesPeer.toFixed(2),
      timesIndexOf.toFixed(2),
      recall === undefined ? "–" : `${(recall * 100).toFixed(1)} %`,
    ]),
    ["time for ten times as much, by findRecords", `${slower.toFixed(1)} times`, "–", "–", "–"],
  ];
}

function tableLine(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

function milliseconds(time: number): string {
  return `${time < 10 ? time.toFixed(2) : time.toFixed(0)} ms`;
}

function measured({ value, unit }: ScanMeasure): string {
  return unit === "ratio" ? value.toFixed(2) : `${value.toFixed(0)} ${unit}`;
}

function limit({ atLeast, atMost }: ScanMeasure): string {
  if (atLeast !== undefined) return `at least ${atLeast}`;
  return atMost === undefined ? "–" : `at most ${atMost}`;
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(0);
}
