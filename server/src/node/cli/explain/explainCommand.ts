import { recordCard } from "../../../features/cards/recordCard.ts";
import { getReferencePage, lookUp, readClientSupport } from "../../../languageService.ts";
import type { LookUpItem } from "../../../protocol.ts";
import { findRecords } from "../../../records/findRecords.ts";
import { ExitCode, type Host, UsageError } from "../host.ts";
import { paintFor, printable } from "../paint.ts";
import { oneOf, readArguments } from "../readArguments.ts";
import { terminalMarkdown } from "./terminalMarkdown.ts";

const FORMATS = ["text", "markdown", "json"] as const;
const SUPPORT = readClientSupport({});
/** More than a screen of suggestions helps nobody. */
const MOST_SUGGESTED = 8;
/** Enough for any response; a log is for `scan`. */
const LONGEST_INPUT = 4 << 20;

/** `explain`: a pasted error becomes its card, everything else the reference page that fits best. */
export async function explainCommand(args: readonly string[], host: Host): Promise<number> {
  const { values, positionals } = readArguments(args, {
    format: { type: "string", short: "f", default: "text" },
    all: { type: "boolean", short: "a", default: false },
  });
  const format = oneOf("--format", values.format, FORMATS);
  const query =
    positionals.length === 1 && positionals[0] === "-" ? await readAll(host) : positionals.join(" ");
  if (query.trim() === "") throw new UsageError("say what to explain: a code, a class, a message, or “-”");

  const records = findRecords(query, { claim: "always" });
  const items = lookUp(query.length > LONGEST_QUERY && records.length === 0 ? "" : query);
  const found = records.length > 0 || (query.length <= LONGEST_QUERY && items.length > 0);
  if (!found) {
    host.err(`Nothing is known about ${printable(query.trim().slice(0, 80))}.\n`);
    return ExitCode.findings;
  }
  if (format === "json") {
    const pages = values.all ? items : items.slice(0, 1);
    await host.out(
      `${JSON.stringify(
        pages.map((item) => ({ ...item, markdown: getReferencePage(item.topic)?.markdown })),
        null,
        2,
      )}\n`,
    );
    return ExitCode.clean;
  }
  if (values.all) {
    await host.out(listOf(items, host));
    return ExitCode.clean;
  }
  const markdown =
    records.length > 0
      ? records.map((record) => recordCard(record, SUPPORT)).join("\n\n")
      : (getReferencePage(items[0]?.topic ?? "")?.markdown ?? "");
  await host.out(
    format === "markdown" ? `${markdown.trimEnd()}\n` : terminalMarkdown(markdown, host.outTerminal),
  );
  const others = items.slice(records.length > 0 ? 0 : 1, MOST_SUGGESTED);
  if (format === "text" && host.outTerminal.isTerminal && others.length > 0) {
    const paint = paintFor(host.outTerminal);
    await host.out(`\n${paint.dim(`See also: ${others.map(({ label }) => label).join(" · ")}`)}\n`);
  }
  return ExitCode.clean;
}

/** Longer texts hold a record or nothing. */
const LONGEST_QUERY = 2000;

function listOf(items: readonly LookUpItem[], host: Host): string {
  const paint = paintFor(host.outTerminal);
  return items
    .map(({ label, description, detail }) => `${paint.bold(label)}  ${paint.dim(description)}\n  ${detail}\n`)
    .join("");
}

async function readAll(host: Host): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of host.stdin) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > LONGEST_INPUT) throw new UsageError("that is long: use scan for logs");
  }
  return text + decoder.decode();
}
