import { recordCard } from "../../../features/cards/recordCard.ts";
import { getReferencePage, lookUp, readClientSupport } from "../../../languageService.ts";
import type { LookUpItem } from "../../../protocol.ts";
import { findRecords } from "../../../records/findRecords.ts";
import type { ErrorRecord } from "../../../records/model.ts";
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

/** Names that stand for one thing each: several of them are several questions, and no sentence. */
const NAME = /^(?:\d{3,5}|\w+Exception|[a-z\d]+(?:-[a-z\d]+)+)$/;

interface Answer {
  readonly query: string;
  /** The errors that were pasted. */
  readonly records: readonly ErrorRecord[];
  /** The pages that fit, the best first. */
  readonly items: readonly LookUpItem[];
}

/** `explain`: a pasted error becomes its card, everything else the reference page that fits best. */
export async function explainCommand(args: readonly string[], host: Host): Promise<number> {
  const { values, positionals } = readArguments(args, {
    format: { type: "string", short: "f", default: "text" },
    all: { type: "boolean", short: "a", default: false },
  });
  const format = oneOf("--format", values.format, FORMATS);
  const answers = (await readQueries(positionals, host)).map(answerTo);
  const found = answers.filter(({ records, items }) => records.length > 0 || items.length > 0);
  if (format === "json") {
    const items = found.flatMap(({ items }) => (values.all ? items : items.slice(0, 1)));
    const pages = items.map((item) => ({ ...item, markdown: getReferencePage(item.topic)?.markdown }));
    await host.out(`${JSON.stringify(pages, null, 2)}\n`);
  } else if (found.length > 0) {
    const write = values.all ? listOf : format === "markdown" ? markdownOf : textOf;
    await host.out(found.map((answer) => write(answer, host)).join("\n"));
  }
  for (const { query } of answers.filter((answer) => !found.includes(answer))) {
    host.err(`Nothing is known about ${printable(query.trim().slice(0, 80))}.\n`);
  }
  return found.length < answers.length ? ExitCode.findings : ExitCode.clean;
}

async function readQueries(positionals: readonly string[], host: Host): Promise<readonly string[]> {
  if (positionals.length === 1 && positionals[0] === "-") {
    const text = await readAll(host);
    if (text.trim() === "") throw new UsageError("standard input is empty");
    return [text];
  }
  if (positionals.join("").trim() === "") {
    throw new UsageError("say what to explain: a code, a class, a message, or “-”");
  }
  return positionals.every((each) => NAME.test(each)) ? positionals : [positionals.join(" ")];
}

/** Longer texts hold a record or nothing. */
const LONGEST_QUERY = 2000;

function answerTo(query: string): Answer {
  const records = findRecords(query, { claim: "always" });
  return { query, records, items: query.length > LONGEST_QUERY ? [] : lookUp(query) };
}

function markdownOf({ records, items }: Answer): string {
  const markdown =
    records.length > 0
      ? records.map((record) => recordCard(record, SUPPORT)).join("\n\n")
      : (getReferencePage(items[0]?.topic ?? "")?.markdown ?? "");
  return `${markdown.trimEnd()}\n`;
}

function textOf(answer: Answer, { outTerminal }: Host): string {
  const others = answer.items.slice(answer.records.length > 0 ? 0 : 1, MOST_SUGGESTED);
  const text = terminalMarkdown(markdownOf(answer), outTerminal);
  if (!outTerminal.isTerminal || others.length === 0) return text;
  const paint = paintFor(outTerminal);
  return `${text}\n${paint.dim(`See also: ${others.map(({ label }) => label).join(" · ")}`)}\n`;
}

function listOf({ items }: Answer, host: Host): string {
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
