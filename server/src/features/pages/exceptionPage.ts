import type { ExceptionClass, Fix } from "../../catalog/model.ts";
import { codeSpan } from "../markdown.ts";
import { say } from "../words.ts";
import {
  correctionParts,
  exampleBlock,
  joinParts,
  sayList,
  section,
  seeAlso,
  sourceList,
  table,
} from "./page.ts";

/** Everything that is known of one exception class. */
export function exceptionPage(entry: ExceptionClass): string {
  return joinParts(
    `# ${entry.title}`,
    `**${codeSpan(entry.name)}** · HTTP ${entry.status}${entry.code === entry.status ? "" : ` · ${say({ text: "code {code}", args: { code: entry.code } })}`}`,
    say(entry.meaning),
    section("Likely causes", sayList(entry.causes)),
    section("What to do", ...fixParts(entry.fixes)),
    section("What a real server does", sayList(entry.reality)),
    ...correctionParts(entry.correction),
    section("Examples", ...entry.examples.map(exampleBlock)),
    entry.headers.length === 0
      ? undefined
      : section(
          "Response headers",
          table(
            [say("Header"), say("Example"), say("Meaning")],
            entry.headers.map(({ name, example, meaning }) => [
              codeSpan(name),
              codeSpan(example),
              say(meaning),
            ]),
          ),
        ),
    seeAlso(entry.seeAlso),
    section("Sources", sourceList(entry.sources)),
  );
}

function fixParts(fixes: readonly Fix[]): (string | undefined)[] {
  const examples = fixes.flatMap(({ example }) => (example === undefined ? [] : [exampleBlock(example)]));
  return [sayList(fixes.map(({ text }) => text)), ...examples];
}
