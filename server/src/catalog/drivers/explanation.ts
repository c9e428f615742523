/** What a code means, and what to do; Markdown that may name the holes of a text pattern. */
export type Explanation = readonly [meaning: string, fix: string];

/** Explanations by code, as the driver writes it. */
export type CodeTable = Readonly<Record<string, Explanation>>;

/** A driver's sentence with holes, wherever in a message it stands. */
export interface DriverText {
  /** The code that the sentence goes with, such as `MySQL 1062`; the sentence explains it better than the number. */
  readonly name: string;
  /** Begins with words of the driver; a hole at the end reaches to the quoted statement. */
  readonly template: string;
  readonly explanation: Explanation;
}
