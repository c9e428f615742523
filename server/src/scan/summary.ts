import { type Burst, findBursts } from "./bursts.ts";
import type { DescribedRecord, Problem } from "./describe.ts";
import { type CompareRecords, createTally, type Sightings, type Tally, type TallyRow } from "./tally.ts";
import { createTimelineBuilder, type Timeline, type TimelineBuilder } from "./timeline.ts";

/** What went wrong: how often, since when, where. Grows with the kinds of problems only. */
export interface Summary {
  readonly records: number;
  /** The most frequent first, as in the other lists. */
  readonly groups: readonly ProblemGroup[];
  /** Records of problems beyond the bound on kinds. */
  readonly ungrouped: number;
  readonly classes: readonly TallyRow[];
  readonly timeline: Timeline;
  readonly bursts: readonly Burst[];
  /** Of the records that tell their request. */
  readonly endpoints: readonly TallyRow[];
  /** Of the records whose request or message names a table. */
  readonly tables: readonly TallyRow[];
}

/** All records of one problem. */
export interface ProblemGroup extends Sightings {
  readonly problem: Problem;
}

export interface Summarizer {
  add(file: string, record: DescribedRecord): void;
  /** How many were added. */
  count(): number;
  summary(): Summary;
  /** Counts on, and leaves this one as it is. */
  copy(): Summarizer;
}

/** Counts records; where nothing compares them, they come in the order in which they are added. */
export function createSummarizer(compare: CompareRecords = () => 0): Summarizer {
  const tallies = {
    problems: createTally(compare),
    classes: createTally(compare),
    endpoints: createTally(compare),
    tables: createTally(compare),
  };
  return summarizerOf(tallies, createTimelineBuilder(), 0);
}

type Tallies = Readonly<Record<"problems" | "classes" | "endpoints" | "tables", Tally>>;

function summarizerOf(tallies: Tallies, timeline: TimelineBuilder, before: number): Summarizer {
  const { problems, classes, endpoints, tables } = tallies;
  let records = before;
  return {
    add(file, record) {
      records += 1;
      const { problem, timestamp, endpoint, table } = record;
      const placed = { file, record };
      problems.add(problemName(problem), placed);
      classes.add(classOf(problem), placed);
      timeline.add(classOf(problem), timestamp);
      if (endpoint !== undefined) endpoints.add(endpoint, placed);
      if (table !== undefined) tables.add(table, placed);
    },
    count: () => records,
    summary() {
      const time = timeline.timeline();
      return {
        records,
        groups: groupsOf(problems),
        ungrouped: problems.uncounted(),
        classes: classes.rows(),
        timeline: time,
        bursts: findBursts(time),
        endpoints: endpoints.rows(),
        tables: tables.rows(),
      };
    },
    copy: () =>
      summarizerOf(
        {
          problems: problems.copy(),
          classes: classes.copy(),
          endpoints: endpoints.copy(),
          tables: tables.copy(),
        },
        timeline.copy(),
        records,
      ),
  };
}

/** What a record is counted under: its exception class, or what stands for it where the class is not known. */
export function classOf({ className, title }: Problem): string {
  return className === "" ? title : className;
}

/** Equal for records of the same problem. */
export function problemName({ title, className, pattern }: Problem): string {
  return `${title}\n${className}\n${pattern}`;
}

function groupsOf(problems: Tally): ProblemGroup[] {
  return problems.rows().map(({ name: _name, ...seen }) => ({ problem: seen.first.record.problem, ...seen }));
}
