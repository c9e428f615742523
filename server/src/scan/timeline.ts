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

export function createTimelineBuilder(): TimelineBuilder {
  let undated = 0;
  let step = 0;
  let bars = new Map<number, Map<string, number>>();
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  /** Lets long bars begin at midnight where the reader is, not in Greenwich. */
  let zone: number | undefined;

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
  };
}
