import { once } from "node:events";
import process from "node:process";
import type { WriteStream } from "node:tty";
import { ExitCode, type Host, type Terminal } from "./host.ts";

/** The process itself. A reader that goes away, such as `head`, ends it quietly. */
export function processHost(): Host {
  const { stdout, stderr, env } = process;
  const { interrupted, onInterrupt } = interrupts();
  for (const stream of [stdout, stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") process.exit(0);
      throw error;
    });
  }
  return {
    stdin: stdinUntil(interrupted),
    out: async (text) => {
      if (!stdout.write(text)) await once(stdout, "drain");
    },
    err: (text) => void stderr.write(text),
    outTerminal: terminalOf(stdout, env),
    errTerminal: terminalOf(stderr, env),
    cwd: process.cwd(),
    now: Date.now,
    interrupted,
    onInterrupt,
  };
}

/** Ctrl+C ends the process as it does any other, until a command asks about it in order to end by itself. */
function interrupts(): Pick<Host, "interrupted" | "onInterrupt"> {
  const listeners = new Set<() => void>();
  let interrupted = false;
  let watching = false;
  const watch = (): void => {
    if (watching) return;
    watching = true;
    process.on("SIGINT", () => {
      // A second Ctrl+C means it.
      if (interrupted) process.exit(ExitCode.interrupted);
      interrupted = true;
      // Whoever waits for input that does not come is to go on.
      process.stdin.destroy();
      for (const listener of listeners) listener();
    });
  };
  return {
    interrupted: () => {
      watch();
      return interrupted;
    },
    onInterrupt: (listener) => {
      watch();
      listeners.add(listener);
    },
  };
}

/** Standard input, opened when it is read; it ends too when the user has had enough. */
async function* stdinUntil(interrupted: () => boolean): AsyncGenerator<Uint8Array> {
  try {
    yield* process.stdin;
  } catch (error) {
    if (!interrupted()) throw error;
  }
}

/** `NO_COLOR` wins, then `FORCE_COLOR`, then whether it is a terminal that knows colors. */
export function terminalOf(
  { isTTY, columns }: Pick<WriteStream, "isTTY" | "columns">,
  env: Readonly<Record<string, string | undefined>>,
): Terminal {
  const isTerminal = isTTY === true;
  const forced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== "0";
  const plain = env.FORCE_COLOR === "0" || env.TERM === "dumb";
  const colors = !env.NO_COLOR && (forced || (isTerminal && !plain));
  return { isTerminal, colors, columns: isTerminal ? Math.max(40, columns || 80) : 100 };
}
