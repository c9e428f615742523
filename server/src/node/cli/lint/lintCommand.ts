import { isUtf8 } from "node:buffer";
import { readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { FAULT_KINDS } from "../../../features/topics.ts";
import { readSettings, type Settings } from "../../../languageService.ts";
import { reasonOf } from "../../reasonOf.ts";
import { ExitCode, type Host, UsageError } from "../host.ts";
import { findInputs, type Input } from "../inputs.ts";
import { printable } from "../paint.ts";
import { oneOf, readArguments } from "../readArguments.ts";
import { LINT_FORMATS, type LintFormat, renderLint } from "./formats.ts";
import { countFixable, type Level, type LintedFile, lintText } from "./lintFile.ts";

const SEVERITIES = ["error", "warning", "information", "hint"] as const;
const CLIENTS = ["auto", "rest-client", "httpyac", "jetbrains", "visual-studio", "kulala"] as const;
const REQUEST_NAME = /\.(?:http|rest)$/i;

/** `lint`: judges the requests of `.http` files. */
export async function lintCommand(args: readonly string[], host: Host): Promise<number> {
  const { values, positionals } = readArguments(args, {
    fix: { type: "boolean", default: false },
    format: { type: "string", short: "f", default: "stylish" },
    "fail-on": { type: "string", default: "warning" },
    rule: { type: "string", multiple: true, default: [] },
    client: { type: "string", default: "auto" },
    host: { type: "string", multiple: true, default: [] },
    "stdin-filename": { type: "string", default: "stdin.http" },
  });
  const format: LintFormat = oneOf("--format", values.format, LINT_FORMATS);
  const failOn = oneOf("--fail-on", values["fail-on"], SEVERITIES);
  const settings = readSettings({
    http: { client: oneOf("--client", values.client, CLIENTS), hosts: values.host },
    rules: Object.fromEntries(values.rule.map(readRule)),
  });
  if (positionals.length === 0) throw new UsageError("say which files to lint; “-” is standard input");
  const { inputs, missing } = await findInputs(positionals, host.cwd, (name) => REQUEST_NAME.test(name));

  const complain = (name: string, reason: string): void =>
    host.err(`dreamfactory-errors lint: ${printable(name)}: ${reason}\n`);
  for (const { name, reason } of missing) complain(name, reason);
  if (inputs.length === 0) {
    if (missing.length === 0) throw new UsageError("there is no .http or .rest file in the folder");
    return ExitCode.usage;
  }
  let failed = missing.length > 0;
  const files: LintedFile[] = [];
  let fixable = 0;
  for (const input of inputs) {
    if (host.interrupted()) return ExitCode.interrupted;
    try {
      const bytes = await readInput(input, host);
      const text = bytes.toString("utf8");
      const name = input.path === undefined ? values["stdin-filename"] : input.name;
      const uri = pathToFileURL(input.path ?? resolve(host.cwd, name)).href;
      const mayFix = values.fix && isUtf8(bytes);
      if (values.fix && !mayFix) complain(name, "it is not UTF-8, so that it is judged but not changed");
      let file = lintText(name, uri, text, settings, mayFix);
      if (file.mended !== undefined && input.path !== undefined) {
        const unwritten = await writeFile(input.path, file.mended).then(() => undefined, reasonOf);
        if (unwritten !== undefined) {
          complain(name, `it cannot be changed: ${unwritten}`);
          failed = true;
          file = lintText(name, uri, text, settings, false);
        }
      } else if (values.fix && input.path === undefined) {
        await host.out(file.mended ?? text);
      }
      files.push(file);
      if (!values.fix && format === "stylish" && file.problems.length > 0) {
        fixable += countFixable(uri, text, settings);
      }
    } catch (error) {
      complain(input.name, reasonOf(error));
      failed = true;
    }
  }
  const report = renderLint(format, { files, fixable }, host);
  // Standard output carries the mended text then.
  const mendsStdin = values.fix && inputs.some(({ path }) => path === undefined);
  if (mendsStdin) host.err(report);
  else await host.out(report);
  if (failed) return ExitCode.usage;
  return files.some((file) => fails(file, failOn)) ? ExitCode.findings : ExitCode.clean;
}

function fails({ problems }: LintedFile, failOn: Level): boolean {
  return problems.some(({ level }) => SEVERITIES.indexOf(level) <= SEVERITIES.indexOf(failOn));
}

function readRule(written: string): [string, Settings["rules"][string]] {
  const [code = "", severity = ""] = written.split("=");
  if (!FAULT_KINDS.some((kind) => kind.code === code)) {
    throw new UsageError(`--rule: there is no problem “${code}”; dreamfactory-errors lint shows the codes`);
  }
  return [code, oneOf(`--rule ${code}`, severity, [...SEVERITIES, "off"])];
}

async function readInput({ path }: Input, host: Host): Promise<Buffer> {
  if (path !== undefined) return readFile(path);
  const chunks: Uint8Array[] = [];
  for await (const chunk of host.stdin) chunks.push(Uint8Array.from(chunk));
  return Buffer.concat(chunks);
}
