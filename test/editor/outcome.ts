/** How one test inside the editor ended; a line of JSON in the results file. */
export interface TestOutcome {
  readonly name: string;
  /** Milliseconds; absent when it failed. */
  readonly duration?: number;
  /** What the test measured. */
  readonly note?: string | undefined;
  /** The stack, when it failed. */
  readonly error?: string;
}
