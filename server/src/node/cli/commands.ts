import type { Host } from "./host.ts";

/** Runs one command; answers the exit code. Wrong arguments are thrown. */
export type Command = (args: readonly string[], host: Host) => Promise<number>;

/** Set up when they run: no command waits for what only another one needs. */
export const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  scan: async () => (await import("./scan/scanCommand.ts")).scanCommand,
  lint: async () => (await import("./lint/lintCommand.ts")).lintCommand,
  explain: async () => (await import("./explain/explainCommand.ts")).explainCommand,
  lsp: async () => (await import("./lspCommand.ts")).lspCommand,
};
