import type { HeaderFacts } from "../../catalog/headers.ts";
import { codeBlock } from "../markdown.ts";
import { say } from "../words.ts";
import { joinParts, sayList, section, sourceList } from "./page.ts";

/** A header that belongs to an error, or whose absence causes one. */
export function headerPage({
  name,
  example,
  meaning,
  direction,
  status,
  notes,
  sources,
}: HeaderFacts): string {
  const where =
    direction === "request"
      ? say("Request header")
      : `${say("Response header")}${status === undefined ? "" : ` · HTTP ${status}`}`;
  return joinParts(
    `# ${name}`,
    where,
    say(meaning),
    codeBlock(`${name}: ${example}`, "http"),
    sayList(notes),
    section("Sources", sourceList(sources)),
  );
}
