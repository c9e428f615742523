import { VERSION } from "../../version.ts";
import { COMMAND_HELP, MAIN_HELP } from "./help.ts";
import { ExitCode, type Host, isUsageError } from "./host.ts";

/** The commands are in a file of their own, which is loaded when one of them runs. */
const loadCommands = async () => (await import("./commands.ts")).COMMANDS;

/** Runs `dreamfactory-errors` with these arguments; answers the exit code. Never throws. */
export async function runCli(args: readonly string[], host: Host): Promise<number> {
  const [name = "", ...rest] = args;
  if (name === "--version" || name === "-v") {
    await host.out(`${VERSION}\n`);
    return ExitCode.clean;
  }
  if (name === "--help" || name === "-h" || name === "help") {
    await host.out(COMMAND_HELP[rest[0] ?? ""] ?? MAIN_HELP);
    return ExitCode.clean;
  }
  if (!Object.hasOwn(COMMAND_HELP, name)) {
    host.err(name === "" ? MAIN_HELP : unknownCommand(name));
    return ExitCode.usage;
  }
  if (rest.includes("--help") || rest.includes("-h")) {
    await host.out(COMMAND_HELP[name] ?? MAIN_HELP);
    return ExitCode.clean;
  }
  try {
    const command = await (await loadCommands())[name]?.();
    return (await command?.(rest, host)) ?? ExitCode.usage;
  } catch (error) {
    if (isUsageError(error)) {
      host.err(`dreamfactory-errors ${name}: ${error.message}\nTry: dreamfactory-errors ${name} --help\n`);
    } else {
      host.err(
        `dreamfactory-errors ${name}: ${error instanceof Error ? (error.stack ?? error.message) : error}\n`,
      );
    }
    return ExitCode.usage;
  }
}

function unknownCommand(name: string): string {
  return `dreamfactory-errors: there is no command “${name}”; the commands are ${Object.keys(COMMAND_HELP).join(", ")}.\nTry: dreamfactory-errors --help\n`;
}
