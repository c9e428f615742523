import { judgeJson } from "../../server/src/json/judge.ts";
import { applyEdits } from "../../server/src/text/edit.ts";
import type { Span } from "../../server/src/text/span.ts";
import { seededRandom } from "../support/random.ts";
import { atLeast } from "./atLeast.ts";
import { isNear } from "./isNear.ts";
import { type LaidOutMistake, laidOutMistakes } from "./laidOutMistakes.ts";

const DOCUMENTS = 50;

const examined = laidOutMistakes(seededRandom(2_026), DOCUMENTS).map(examine);

holdsFor(99, "are found within one token of their place", examined, ({ isPlaced }) => isPlaced);
holdsFor(98, "give exactly one fault", examined, ({ faults }) => faults === 1);
holdsFor(98, "leave an accepted text once mended", examined, ({ isAccepted }) => isAccepted);
holdsFor(
  98,
  "that leave no doubt are mended to the original value",
  examined.filter(({ mistake }) => mistake.isSure),
  ({ isOriginal }) => isOriginal,
);

interface Examined {
  readonly mistake: LaidOutMistake;
  readonly faults: number;
  readonly isPlaced: boolean;
  readonly isAccepted: boolean;
  readonly isOriginal: boolean;
}

function examine(mistake: LaidOutMistake): Examined {
  const { text, original } = mistake;
  const errors = judgeJson(text).faults.filter(({ severity }) => severity === "error");
  const preferred = errors.flatMap(({ repairs }) => repairs.find((repair) => repair.preferred)?.edits ?? []);
  const mended = applyEdits(text, preferred);
  const first: Span | undefined = errors[0]?.span;
  const isAccepted = judgeJson(mended).verdict.code === 0;
  return {
    mistake,
    faults: errors.length,
    isPlaced: first !== undefined && isNear(text, mistake, first),
    isAccepted,
    isOriginal: isAccepted && valueOf(mended) === valueOf(original),
  };
}

/** The value with every variable taken for a number. */
function valueOf(text: string): string {
  return JSON.stringify(JSON.parse(text.replaceAll(/\{\{[^{}]*\}\}/g, "7001")));
}

function holdsFor(
  percent: number,
  what: string,
  all: readonly Examined[],
  holds: (one: Examined) => boolean,
): void {
  atLeast(
    percent,
    `of mistakes in every layout ${what}`,
    all,
    holds,
    ({ mistake }: Examined) => `${mistake.kind}: ${JSON.stringify(mistake.text)}`,
  );
}
