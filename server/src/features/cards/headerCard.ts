import type { HeaderFacts } from "../../catalog/headers.ts";
import type { ClientSupport } from "../../clientSupport.ts";
import type { Phrase } from "../../text/phrase.ts";
import { codeSpan, fillMarkdown } from "../markdown.ts";
import { referenceLink } from "../references.ts";
import { say } from "../words.ts";

/** What a header means, and the first thing that surprises people about it; `here` is what its value comes to. */
export function headerCard(
  { name, meaning, notes }: HeaderFacts,
  support: ClientSupport,
  here?: Phrase,
): string {
  const lines = [
    here === undefined ? `**${codeSpan(name)}**` : `**${codeSpan(name)}**  \n${fillMarkdown(here)}`,
    [meaning, ...notes.slice(0, 1)].map((each) => say(each)).join(" "),
  ];
  return [...lines, "---", referenceLink(say("Reference"), `header/${name}`, support)].join("\n\n");
}
