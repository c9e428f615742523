/** Where a piece of text stands that every record of some forms has in it. */
export interface Needle {
  /**
   * What is searched for. Engines look for a literal's first character many characters at a time, so that a literal
   * which starts with a rare one costs next to nothing; alternatives in one expression would cost far more.
   */
  readonly find: string | RegExp;
}

/** One place where a needle was found. */
export interface Hit<N extends Needle> {
  readonly at: number;
  readonly needle: N;
}

/**
 * Walks over all places of all needles in text order. `skipTo` moves on, past a record that was read. Linear: each
 * needle is searched for once.
 */
export interface HitWalk<N extends Needle> {
  next(): Hit<N> | undefined;
  skipTo(offset: number): void;
}

/** Walks over the hits that start in the part of the text from `start` to `end`. */
export function walkHits<N extends Needle>(
  text: string,
  start: number,
  end: number,
  needles: readonly N[],
): HitWalk<N> {
  const part = start === 0 && end >= text.length ? text : text.slice(start, end);
  const finders = needles.map(({ find }) => finderOf(find));
  const places = finders.map((find) => find(part, 0));
  return {
    next() {
      let first = -1;
      let at = NOWHERE;
      for (let i = 0; i < places.length; i++) {
        const place = places[i] ?? NOWHERE;
        if (place < at) {
          at = place;
          first = i;
        }
      }
      const needle = needles[first];
      const find = finders[first];
      if (needle === undefined || find === undefined) return undefined;
      places[first] = find(part, at + 1);
      return { at: start + at, needle };
    },
    skipTo(offset) {
      const from = offset - start;
      for (let i = 0; i < places.length; i++) {
        if ((places[i] ?? NOWHERE) < from) places[i] = finders[i]?.(part, from) ?? NOWHERE;
      }
    },
  };
}

const NOWHERE = Number.POSITIVE_INFINITY;

type Finder = (text: string, from: number) => number;

function finderOf(find: string | RegExp): Finder {
  if (typeof find === "string") {
    return (text, from) => {
      const at = text.indexOf(find, from);
      return at < 0 ? NOWHERE : at;
    };
  }
  const expression = new RegExp(find, "g");
  return (text, from) => {
    expression.lastIndex = from;
    return expression.exec(text)?.index ?? NOWHERE;
  };
}
