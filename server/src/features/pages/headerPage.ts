import type { HeaderFacts } from "../../catalog/headers.ts";
import { codeBlock } from "../markdown.ts";
import { bulletList, joinParts, section, sourceList } from "./page.ts";

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
      ? "Request header"
      : `Response header${status === undefined ? "" : ` · HTTP ${status}`}`;
  return joinParts(
    `# ${name}`,
    where,
    meaning,
    codeBlock(`${name}: ${example}`, "http"),
    bulletList(notes),
    section("Sources", sourceList(sources)),
  );
}
