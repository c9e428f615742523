import { once } from "node:events";
import process from "node:process";
import type { WriteStream } from "node:tty";
import type { Host, Terminal } from "./host.ts";

/** The process itself. A reader that goes away, such as `head`, ends it quietly. */
export function processHost(): Host {
  const { stdin, stdout, stderr, env } = process;
  let interrupted = false;
  const listeners = new Set<() => void>();
  process.on("SIGINT", () => {
    // A second Ctrl+C means it.
    if (interrupted) process.exit(130);
    interrupted = true;
    for (const listener of listeners) listener();
  });
  for (const stream of [stdout, stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") process.exit(0);
      throw error;
    });
  }
  return {
    stdin,
    out: async (text) => {
      if (!stdout.write(text)) await once(stdout, "drain");
    },
    err: (text) => void stderr.write(text),
    outTerminal: terminalOf(stdout, env),
    errTerminal: terminalOf(stderr, env),
    cwd: process.cwd(),
    now: Date.now,
    interrupted: () => interrupted,
    onInterrupt: (listener) => void listeners.add(listener),
  };
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
  return { isTerminal, colors, columns: isTerminal ? Math.max(40, columns) : 100 };
}
