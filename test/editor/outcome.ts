/** How one test inside the editor ended; a line of JSON in the results file. */
export interface TestOutcome {
  readonly name: string;
  /** Milliseconds; absent when it failed. */
  readonly duration?: number;
  /** The stack, when it failed. */
  readonly error?: string;
}
