import { Buffer } from "node:buffer";
import { runCli } from "../../server/src/node/cli/runCli.ts";

export interface RunOptions {
  readonly cwd?: string;
  readonly stdin?: string | AsyncIterable<Uint8Array>;
  readonly colors?: boolean;
  readonly terminal?: boolean;
  /** Told what was written to standard output so far, after each write. */
  readonly onOut?: (text: string) => void;
  readonly now?: number;
}

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A run of the command line in this process. */
export interface Run extends Promise<Ran> {
  /** What Ctrl+C does. */
  readonly interrupt: () => void;
}

/** Runs `dreamfactory-errors` with these arguments. */
export function run(args: readonly string[], options: RunOptions = {}): Run {
  const { cwd = process.cwd(), stdin = "", colors = false, terminal = false } = options;
  let out = "";
  let err = "";
  let interrupted = false;
  const listeners: (() => void)[] = [];
  const shown = { isTerminal: terminal, colors, columns: 100 };
  const ended = runCli(args, {
    stdin: typeof stdin === "string" ? pieces(stdin) : stdin,
    out: async (text) => {
      out += text;
      options.onOut?.(out);
    },
    err: (text) => {
      err += text;
    },
    outTerminal: shown,
    errTerminal: shown,
    cwd,
    now: () => options.now ?? Date.now(),
    interrupted: () => interrupted,
    onInterrupt: (listener) => void listeners.push(listener),
  }).then((code) => ({ code, out, err }));
  return Object.assign(ended, {
    interrupt: () => {
      interrupted = true;
      for (const listener of listeners) listener();
    },
  });
}

/** Standard input comes in whatever pieces the other program writes. */
async function* pieces(text: string): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
}
