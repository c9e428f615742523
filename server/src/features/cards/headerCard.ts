import type { HeaderFacts } from "../../catalog/headers.ts";
import type { ClientSupport } from "../../clientSupport.ts";
import { codeSpan } from "../markdown.ts";
import { referenceLink } from "../references.ts";

/** What a header means, and the first thing that surprises people about it. */
export function headerCard({ name, meaning, notes }: HeaderFacts, support: ClientSupport): string {
  const lines = [`**${codeSpan(name)}**`, [meaning, ...notes.slice(0, 1)].join(" ")];
  return [...lines, "---", referenceLink("Reference", `header/${name}`, support)].join("\n\n");
}
