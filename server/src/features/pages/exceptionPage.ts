import type { ExceptionClass, Fix } from "../../catalog/model.ts";
import { codeSpan } from "../markdown.ts";
import {
  bulletList,
  correctionParts,
  exampleBlock,
  joinParts,
  section,
  seeAlso,
  sourceList,
  table,
} from "./page.ts";

/** Everything that is known of one exception class. */
export function exceptionPage(entry: ExceptionClass): string {
  return joinParts(
    `# ${entry.title}`,
    `**${codeSpan(entry.name)}** · HTTP ${entry.status}${entry.code === entry.status ? "" : ` · code ${entry.code}`}`,
    entry.meaning,
    section("Likely causes", bulletList(entry.causes)),
    section("What to do", ...fixParts(entry.fixes)),
    section("What a real server does", bulletList(entry.reality)),
    ...correctionParts(entry.correction),
    section("Examples", ...entry.examples.map(exampleBlock)),
    entry.headers.length === 0
      ? undefined
      : section(
          "Response headers",
          table(
            ["Header", "Example", "Meaning"],
            entry.headers.map(({ name, example, meaning }) => [codeSpan(name), codeSpan(example), meaning]),
          ),
        ),
    seeAlso(entry.seeAlso),
    section("Sources", sourceList(entry.sources)),
  );
}

function fixParts(fixes: readonly Fix[]): (string | undefined)[] {
  const examples = fixes.flatMap(({ example }) => (example === undefined ? [] : [exampleBlock(example)]));
  return [bulletList(fixes.map(({ text }) => text)), ...examples];
}
