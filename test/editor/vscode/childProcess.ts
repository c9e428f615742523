import { type ChildProcess, spawn, spawnSync } from "node:child_process";

/** A process that ends with this one, together with all that it starts. */
export interface OwnedProcess {
  /** Resolves with the first match in the output; rejects when the process ends without one. */
  waitFor(pattern: RegExp): Promise<RegExpMatchArray>;
  /** Resolves when the process has ended. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

export function start(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): OwnedProcess {
  const child = spawn(command, args, {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...env },
    shell: command.endsWith(".cmd"),
    // A group of its own, so that its children can be ended with it.
    detached: process.platform !== "win32",
  });
  const kill = () => killTree(child, "SIGKILL");
  process.once("exit", kill);
  const ended = new Promise<void>((done) => child.once("error", () => done()).once("close", () => done()));
  ended.then(() => process.off("exit", kill));

  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  return {
    ended,
    waitFor: (pattern) =>
      new Promise((found, reject) => {
        const look = () => {
          const match = output.match(pattern);
          if (match) found(match);
        };
        child.stdout.on("data", look);
        child.stderr.on("data", look);
        ended.then(() => {
          look();
          reject(new Error(`${command} ended early:\n${output}`));
        });
        look();
      }),
    stop: async () => {
      killTree(child, "SIGTERM");
      await ended;
    },
  };
}

function killTree({ pid, exitCode, signalCode }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined || exitCode !== null || signalCode !== null) return;
  if (process.platform === "win32") spawnSync("taskkill", ["/pid", String(pid), "/t", "/f"]);
  else process.kill(-pid, signal);
}
