import { ENVELOPE_FACTS, ENVELOPE_FIELDS, ENVELOPE_SHAPES } from "../../catalog/envelope.ts";
import type {
  DriverCode,
  EnvelopeShape,
  OtherClass,
  Practice,
  Source,
  StatusEntry,
} from "../../catalog/model.ts";
import { QUICK_REFERENCE } from "../../catalog/quickReference.ts";
import { FURTHER_READING } from "../../catalog/sources.ts";
import { codeSpan } from "../markdown.ts";
import { say } from "../words.ts";
import {
  bulletList,
  correctionParts,
  exampleBlock,
  joinParts,
  pageLink,
  sayList,
  section,
  sourceList,
  table,
} from "./page.ts";

/** An exception class outside the official eleven. */
export function otherClassPage(entry: OtherClass): string {
  return joinParts(
    `# ${entry.name}`,
    `${codeSpan(entry.fullName)} · ${entry.status === undefined ? say("any HTTP status") : `HTTP ${entry.status}`}`,
    say(entry.meaning),
    section("How it looks", say(entry.appearance)),
    section("What to do", sayList(entry.fixes)),
    section("Examples", ...entry.examples.map(exampleBlock)),
    section("Sources", sourceList(entry.sources)),
  );
}

/** An HTTP status that reaches users without a class of its own. */
export function statusPage({ status, phrase, meaning, fix, sources }: StatusEntry): string {
  return joinParts(
    `# ${status} ${phrase}`,
    say(meaning),
    section("What to do", say(fix)),
    section("Sources", sourceList(sources)),
  );
}

/** A code of a database or of cURL. */
export function driverCodePage({ name, meaning, fix }: DriverCode): string {
  return joinParts(`# ${name}`, say(meaning), section("What to do", say(fix)));
}

/** One of the three best practices. */
export function practicePage({ title, summary, points, correction, examples, sources }: Practice): string {
  return joinParts(
    `# ${say(title)}`,
    say(summary),
    sayList(points),
    ...correctionParts(correction),
    section("Examples", ...examples.map(exampleBlock)),
    section("Sources", sourceList(sources)),
  );
}

/** The official table: code, class, meaning, action; and what the official list recommends to read next. */
export function quickReferencePage(): string {
  return joinParts(
    `# ${say("Quick reference")}`,
    table(
      [say("Code"), say("Exception class"), say("Meaning"), say("Action")],
      QUICK_REFERENCE.map(({ status, code, name, meaning, action }) => [
        code === status ? String(status) : say({ text: "{status}, code {code}", args: { status, code } }),
        pageLink(codeSpan(name), `exception/${name}`, "top"),
        say(meaning),
        say(action),
      ]),
    ),
    section("Further reading", sourceList(FURTHER_READING)),
  );
}

/** How an error arrives: the documented structure, and what servers of each generation send. */
export function envelopePage(): string {
  return joinParts(
    `# ${say("The error envelope")}`,
    section(
      "Properties",
      bulletList(
        ENVELOPE_FIELDS.map(({ name, meaning, notes }) =>
          [`${codeSpan(name)}: ${say(meaning)}`, ...notes.map((note) => say(note))].join(" "),
        ),
      ),
    ),
    ...ENVELOPE_SHAPES.map(shapeSection),
    section("Good to know", sayList(ENVELOPE_FACTS.map(({ text }) => text))),
    section("Sources", sourceList(envelopeSources())),
  );
}

/** Each place once, although several shapes come from it. */
function envelopeSources(): readonly Source[] {
  const sources = [
    ...ENVELOPE_SHAPES.flatMap(({ sources: each }) => each),
    ...ENVELOPE_FACTS.map(({ source }) => source),
  ];
  return [...new Map(sources.map((source) => [source.where, source])).values()];
}

function shapeSection({ title, versions, meaning, example }: EnvelopeShape): string | undefined {
  return section(title, `${say(meaning)} (${say(versions)})`, exampleBlock(example));
}
