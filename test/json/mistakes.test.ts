import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeJson } from "../../server/src/json/judge.ts";
import { applyEdits } from "../../server/src/text/edit.ts";
import { seededRandom } from "../support/random.ts";
import { atLeast } from "./atLeast.ts";
import { isNear } from "./isNear.ts";
import { type Mistyped, mistypeOften, mistypeOnce } from "./mistaken.ts";
import { MISTAKES } from "./mistakes.ts";

const DOCUMENTS = 50;
const SEED = 42;

const single = MISTAKES.flatMap((kind) => {
  const random = seededRandom(SEED);
  return Array.from({ length: DOCUMENTS }, () => mistypeOnce(kind, random));
}).map(examine);

const often = (() => {
  const random = seededRandom(SEED);
  return Array.from({ length: 500 }, () => mistypeOften(2 + random.below(3), random)).map(examine);
})();

test("there are at least thirty kinds of mistakes", () => assert.ok(MISTAKES.length >= 30));

holdsFor(
  99,
  "of single mistakes are found within one token of their place",
  single,
  ({ isPlaced }) => isPlaced,
);
holdsFor(98, "of single mistakes give exactly one fault", single, ({ faults }) => faults === 1);
holdsFor(98, "of single mistakes leave an accepted text once mended", single, ({ isAccepted }) => isAccepted);
holdsFor(
  95,
  "of single mistakes that leave no doubt are mended to the original value",
  single.filter(({ mistyped }) => mistyped.kinds.every(({ determined }) => determined)),
  ({ isOriginal }) => isOriginal,
);
holdsFor(
  90,
  "of texts with two to four mistakes give exactly so many faults",
  often,
  (one) => one.faults === one.mistyped.kinds.length,
);
holdsFor(
  98,
  "of texts with two to four mistakes are accepted once mended",
  often,
  ({ isAccepted }) => isAccepted,
);

interface Examined {
  readonly mistyped: Mistyped;
  readonly faults: number;
  readonly isPlaced: boolean;
  readonly isAccepted: boolean;
  readonly isOriginal: boolean;
}

function examine(mistyped: Mistyped): Examined {
  const { faults } = judgeJson(mistyped.text);
  const preferred = faults.flatMap(({ repairs }) => repairs.find((repair) => repair.preferred)?.edits ?? []);
  const mended = applyEdits(mistyped.text, preferred);
  const isAccepted = judgeJson(mended).verdict.code === 0;
  return {
    mistyped,
    faults: faults.length,
    isPlaced: faults[0] !== undefined && isNear(mistyped.text, mistyped.first, faults[0].span),
    isAccepted,
    isOriginal:
      isAccepted && JSON.stringify(JSON.parse(mended)) === JSON.stringify(JSON.parse(mistyped.original)),
  };
}

function holdsFor(
  percent: number,
  what: string,
  all: readonly Examined[],
  holds: (one: Examined) => boolean,
): void {
  atLeast(percent, what, all, holds, ({ mistyped }: Examined) => JSON.stringify(mistyped.text));
}
