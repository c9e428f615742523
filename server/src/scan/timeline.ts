/** How many records of each class there were over time. */
export interface Timeline {
  /** Milliseconds that a bar covers. */
  readonly width: number;
  /** In order; stretches without records have none. */
  readonly bars: readonly TimeBar[];
  /** Records that do not tell their time. */
  readonly undated: number;
}

export interface TimeBar {
  /** Its first moment, in milliseconds since 1970. */
  readonly start: number;
  readonly counts: Readonly<Record<string, number>>;
}

/** Collects a time line as records come, in any order and over any span. */
export interface TimelineBuilder {
  add(className: string, timestamp: number | undefined): void;
  timeline(): Timeline;
  /** Collects on, and leaves this one as it is. */
  copy(): TimelineBuilder;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Each divides the next one, so that bars are joined and never split. */
const WIDTHS = [
  ...[1, 5, 10, 30].map((count) => count * SECOND),
  ...[1, 5, 10, 30].map((count) => count * MINUTE),
  ...[1, 3, 6, 12].map((count) => count * HOUR),
  ...[1, 7, 28, 364, 3640].map((count) => count * DAY),
];

/** More bars would be too thin to see and to point at. */
const MOST_BARS = 120;

interface TimelineState {
  readonly undated: number;
  readonly step: number;
  readonly bars: ReadonlyMap<number, ReadonlyMap<string, number>>;
  readonly first: number;
  readonly last: number;
  /** Lets long bars begin at midnight where the reader is, not in Greenwich. */
  readonly zone: number | undefined;
}

const NOTHING: TimelineState = {
  undated: 0,
  step: 0,
  bars: new Map(),
  first: Number.POSITIVE_INFINITY,
  last: Number.NEGATIVE_INFINITY,
  zone: undefined,
};

export function createTimelineBuilder(before = NOTHING): TimelineBuilder {
  let { undated, step, first, last, zone } = before;
  let bars = new Map([...before.bars].map(([index, counts]) => [index, new Map(counts)]));

  const width = (): number => WIDTHS[step] ?? DAY;
  const indexOf = (moment: number): number => Math.floor((moment - (zone ?? 0)) / width());

  function widen(): void {
    const before = width();
    step += 1;
    const joined = new Map<number, Map<string, number>>();
    for (const [index, counts] of bars) {
      const wider = Math.floor((index * before) / width());
      const into = joined.get(wider) ?? new Map<string, number>();
      for (const [className, count] of counts) into.set(className, (into.get(className) ?? 0) + count);
      joined.set(wider, into);
    }
    bars = joined;
  }

  return {
    add(className, timestamp) {
      if (timestamp === undefined) {
        undated += 1;
        return;
      }
      zone ??= new Date(timestamp).getTimezoneOffset() * MINUTE;
      first = Math.min(first, timestamp);
      last = Math.max(last, timestamp);
      while (indexOf(last) - indexOf(first) >= MOST_BARS && step < WIDTHS.length - 1) widen();
      const index = indexOf(timestamp);
      const counts = bars.get(index) ?? new Map<string, number>();
      counts.set(className, (counts.get(className) ?? 0) + 1);
      bars.set(index, counts);
    },
    timeline: () => ({
      width: width(),
      bars: [...bars]
        .sort(([a], [b]) => a - b)
        .map(([index, counts]) => ({
          start: index * width() + (zone ?? 0),
          counts: Object.fromEntries(counts),
        })),
      undated,
    }),
    copy: () => createTimelineBuilder({ undated, step, bars, first, last, zone }),
  };
}
