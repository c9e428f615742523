import { type ParseArgsConfig, parseArgs } from "node:util";
import { UsageError } from "./host.ts";
import { suggestion } from "./suggestion.ts";

type Options = NonNullable<ParseArgsConfig["options"]>;
type Parsed<T extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; options: T; allowPositionals: true; strict: true }>
>;

/** Reads arguments by `node:util`'s rules; throws a {@link UsageError} that names the option that is wrong. */
export function readArguments<T extends Options>(args: readonly string[], options: T): Parsed<T> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(explained(error, Object.keys(options)));
  }
}

/** The value if it is one of those allowed. */
export function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === value);
  if (found === undefined)
    throw new UsageError(`${option} is one of ${allowed.join(", ")}; “${value}” is not`);
  return found;
}

function explained(error: unknown, names: readonly string[]): string {
  const message = error instanceof Error ? error.message : String(error);
  const [, written, name = ""] = /^Unknown option '(--?([^']+))'/.exec(message) ?? [];
  if (written !== undefined) {
    const near = suggestion(name, names);
    return `there is no option ${written}${near === undefined ? "" : `; did you mean --${near}?`}`;
  }
  const [, option, what = ""] = /^Option '(?:-\w, )?(--[\w-]+)(?: <value>)?' (.*)/.exec(message) ?? [];
  if (option === undefined) return message;
  if (what.startsWith("does not take")) return `${option} takes no value`;
  if (what.startsWith("argument missing")) return `${option} needs a value`;
  return `${option} needs a value; one that begins with a dash is written ${option}=-…`;
}
