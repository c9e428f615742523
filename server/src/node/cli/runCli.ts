import { VERSION } from "../../version.ts";
import { COMMAND_HELP, MAIN_HELP } from "./help.ts";
import { ExitCode, type Host, isUsageError } from "./host.ts";
import { printable } from "./paint.ts";
import { suggestion } from "./suggestion.ts";

/** The commands are in a file of their own, which is loaded when one of them runs. */
const loadCommands = async () => (await import("./commands.ts")).COMMANDS;

/** Runs `dreamfactory-errors` with these arguments; answers the exit code. Never throws. */
export async function runCli(args: readonly string[], host: Host): Promise<number> {
  const [name = "", ...rest] = args;
  if (name === "--version" || name === "-v") {
    await host.out(`${VERSION}\n`);
    return ExitCode.clean;
  }
  const isHelp = name === "--help" || name === "-h" || name === "help";
  const command = isHelp ? (rest[0] ?? "") : name;
  if (command !== "" && !Object.hasOwn(COMMAND_HELP, command)) {
    host.err(unknown(command));
    return ExitCode.usage;
  }
  if (isHelp) {
    await host.out(COMMAND_HELP[command] ?? MAIN_HELP);
    return ExitCode.clean;
  }
  if (command === "") {
    host.err(MAIN_HELP);
    return ExitCode.usage;
  }
  if (rest.includes("--help") || rest.includes("-h")) {
    await host.out(COMMAND_HELP[name] ?? MAIN_HELP);
    return ExitCode.clean;
  }
  try {
    const run = await (await loadCommands())[name]?.();
    return (await run?.(rest, host)) ?? ExitCode.usage;
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

function unknown(written: string): string {
  const isOption = written.startsWith("-");
  const names = isOption ? ["--help", "--version"] : Object.keys(COMMAND_HELP);
  const near = suggestion(written, names);
  const instead = near === undefined ? `; there are ${names.join(", ")}` : `; did you mean ${near}?`;
  return `dreamfactory-errors: there is no ${isOption ? "option" : "command"} ${printable(written)}${instead}\nTry: dreamfactory-errors --help\n`;
}
