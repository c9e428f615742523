import { type Balance, imbalanceAt } from "./balance.ts";
import { rateOutlook } from "./outlook.ts";
import { findLeadingWays, findTrailingWays } from "./ways/around.ts";
import { findCloserWays, findOpenerWays, findShapeWays, findUnclosedWays } from "./ways/brackets.ts";
import { findColonWays, findCommaWays, findSeparatorWays } from "./ways/separators.ts";
import { findOpenStringWays, findStringEndWays, findUnopenedWays } from "./ways/strings.ts";
import type { FindWays, Surprise, Way } from "./ways/way.ts";
import {
  findBareWays,
  findCallWays,
  findElisionWays,
  findLongerWordWays,
  findSkipWays,
} from "./ways/words.ts";

/** Every kind of reading; a new one is a row here. */
const FINDERS: readonly FindWays[] = [
  findCommaWays,
  findSeparatorWays,
  findColonWays,
  findStringEndWays,
  findOpenStringWays,
  findUnopenedWays,
  findBareWays,
  findLongerWordWays,
  findCallWays,
  findElisionWays,
  findCloserWays,
  findUnclosedWays,
  findOpenerWays,
  findShapeWays,
  findLeadingWays,
  findTrailingWays,
];

/** What a bracket out of balance at the end of the text costs, and how many of them count. */
const IMBALANCE = 1.2;
const MOST_IMBALANCE = 3;

/**
 * The likeliest reading of a surprise: the one with the smallest sum of its own cost, the flaws of the tokens after
 * it, and the brackets that would be left over. `undefined` only at the end of the text.
 */
export function chooseWay(surprise: Surprise, balance: () => Balance): Way | undefined {
  if (surprise.isStuck) return findSkipWays(surprise)[0];
  const ways = FINDERS.flatMap((find) => find(surprise)).filter(
    ({ rereadFrom }) => rereadFrom === undefined || rereadFrom >= surprise.settled,
  );
  if (ways.length === 0 || ways.some((way) => way.changesBalance)) ways.push(...findSkipWays(surprise));
  if (ways.length < 2) return ways[0];
  const weighsBrackets = ways.some((way) => way.changesBalance);
  let best: Way | undefined;
  let bestRating = Number.POSITIVE_INFINITY;
  for (const way of ways) {
    let rating = way.cost;
    if (rating < bestRating) rating += rateOutlook(surprise.source, way.next);
    if (rating < bestRating && weighsBrackets) {
      rating += IMBALANCE * Math.min(imbalanceAt(way.next, balance()), MOST_IMBALANCE);
    }
    if (rating < bestRating) {
      best = way;
      bestRating = rating;
    }
  }
  return best;
}
