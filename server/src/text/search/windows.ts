/** The part of a text that is looked for first. */
export interface Window {
  /** Where it starts in the text. */
  readonly start: number;
  readonly text: string;
}

/** The stretch of `width` characters among the first `reach` ones that is the rarest in logs, as `commonness` has it. */
export function rarestWindow(
  text: string,
  width: number,
  commonness: (window: string) => number,
  reach = text.length,
): Window {
  let rarest = { start: 0, text: text.slice(0, width) };
  let least = Number.POSITIVE_INFINITY;
  for (let start = 0; start + width <= Math.min(reach, text.length); start++) {
    const window = text.slice(start, start + width);
    const common = commonness(window);
    if (common >= least) continue;
    least = common;
    rarest = { start, text: window };
  }
  return rarest;
}

/** What logs are made of, the commonest first. */
const COMMON = ' "e:taoinsr/0123,.-hldcumpfgwyb_456789TPHGEORS[]';

/** The higher, the more often each of the characters stands in logs. */
export function commonnessOf(characters: string): number {
  return [...characters].reduce((sum, character) => sum + COMMON.length - rankOf(character), 0);
}

function rankOf(character: string): number {
  const rank = COMMON.indexOf(character);
  return rank < 0 ? COMMON.length : rank;
}
