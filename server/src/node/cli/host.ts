/** What the command line needs of the process it runs in; tests bring their own. */
export interface Host {
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Writes to standard output; waits while the reader at the other end is slow. */
  readonly out: (text: string) => Promise<void>;
  readonly err: (text: string) => void;
  readonly outTerminal: Terminal;
  readonly errTerminal: Terminal;
  readonly cwd: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** True after the user asked to stop, by Ctrl+C for instance. */
  readonly interrupted: () => boolean;
  /** Runs when the user asks to stop. */
  readonly onInterrupt: (listener: () => void) => void;
}

/** How a stream shows text. */
export interface Terminal {
  readonly isTerminal: boolean;
  readonly colors: boolean;
  readonly columns: number;
}

/** What the exit code says; the same for every command. */
export const ExitCode = {
  /** Done, and nothing was found. */
  clean: 0,
  /** Done, and something was found. */
  findings: 1,
  /** The arguments were wrong, or something could not be read. */
  usage: 2,
  /** Ended by Ctrl+C. */
  interrupted: 130,
} as const;

/** Wrong arguments; the message is shown with a pointer to the help. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** By name, as the commands are bundled apart and bring a class of their own. */
export function isUsageError(error: unknown): error is UsageError {
  return error instanceof Error && error.name === "UsageError";
}
