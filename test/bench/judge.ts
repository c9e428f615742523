import { parseTree, visit } from "jsonc-parser";
import { jsonrepair } from "jsonrepair";
import { getLanguageService } from "vscode-json-languageservice";
import { TextDocument } from "vscode-languageserver-textdocument";
import { judgeJson } from "../../server/src/json/judge.ts";
import { decodeVerdict } from "../../server/src/json/verdict.ts";
import { medianTimes } from "./measure.ts";

/** One measurement: the median of several runs, and how many times as long as the row it is compared with. */
export interface BenchRow {
  readonly name: string;
  readonly ms: number;
  /** This median by that of the reference of its group; below 1 is faster. */
  readonly ratio: number;
}

const ROUNDS = 9;
/** Of bodies with faults on every line: one reader takes ten seconds. */
const FAULTY_ROUNDS = 1;
const TEN_MEGABYTES = 10_000_000;
const ONE_MEGABYTE = 1_000_000;

/**
 * Judges large bodies, beside the readers that others use. The first row of a group is its reference. Of bodies with
 * many faults the others get one megabyte, because their time grows with the square.
 */
export async function benchJudge(): Promise<BenchRow[]> {
  const valid = bodyOf(TEN_MEGABYTES);
  const faulty = withFaultOnEveryLine(valid);
  const smallFaulty = withFaultOnEveryLine(bodyOf(ONE_MEGABYTE));
  const json = getLanguageService({});
  const validate = async (text: string) => {
    const document = TextDocument.create("file:///body.json", "json", 1, text);
    await json.doValidation(document, json.parseJSONDocument(document));
  };
  return [
    ...(await group("valid 10 MB", ROUNDS, [
      ["JSON.parse", () => JSON.parse(valid)],
      ["judgeJson", () => judgeJson(valid)],
      ["decodeVerdict", () => decodeVerdict(valid)],
      ["jsonc-parser visit", () => visit(valid, {})],
      ["jsonc-parser parseTree", () => parseTree(valid)],
      ["vscode-json-languageservice", () => validate(valid)],
    ])),
    ...(await group("1 MB with a fault on every line", FAULTY_ROUNDS, [
      ["judgeJson", () => judgeJson(smallFaulty)],
      ["judgeJson, ten times as much", () => judgeJson(faulty)],
      ["jsonc-parser visit", () => visit(smallFaulty, {})],
      ["vscode-json-languageservice", () => validate(smallFaulty)],
      ["jsonrepair", () => jsonrepair(smallFaulty)],
    ])),
  ];
}

async function group(
  title: string,
  rounds: number,
  runs: readonly (readonly [name: string, run: () => unknown])[],
): Promise<BenchRow[]> {
  const times = await medianTimes(
    rounds,
    runs.map(([, run]) => run),
  );
  const reference = times[0] ?? Number.NaN;
  return runs.map(([name], index) => {
    const ms = times[index] ?? Number.NaN;
    return { name: `${title}: ${name}`, ms, ratio: ms / reference };
  });
}

function bodyOf(length: number): string {
  const resource: unknown[] = [];
  for (let size = 0, id = 1; size < length; id += 1) {
    const record = {
      id,
      name: `Contact ${id}`,
      email: `user${id}@example.com`,
      active: id % 2 === 0,
      score: id / 4,
      tags: ["a", 'b "c"'],
      zip: null,
    };
    resource.push(record);
    size += JSON.stringify(record, null, 2).length + 60;
  }
  return JSON.stringify({ resource }, null, 2);
}

function withFaultOnEveryLine(text: string): string {
  return text.replaceAll(/,$/gm, "");
}
