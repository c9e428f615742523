import type { FaultKind } from "../../text/faultKind.ts";
import { codeBlock, codeSpan } from "../markdown.ts";
import { joinParts, section } from "./page.ts";

/** One kind of fault: wrong, right, why, exceptions, how to silence it. */
export function faultPage(kind: FaultKind): string {
  return joinParts(
    `# ${kind.title}`,
    `${codeSpan(kind.code)} · ${kind.severity}`,
    section("Wrong", codeBlock(kind.wrong, kind.language)),
    section("Right", codeBlock(kind.right, kind.language)),
    section("Why", kind.why),
    section("Exceptions", kind.exceptions),
    section(
      "Severity",
      `Set it for all files, or switch the check off, with the setting ${codeSpan("dreamfactoryErrors.rules")}:`,
      codeBlock(`"dreamfactoryErrors.rules": { "${kind.code}": "off" }`, "json"),
      `Silence one place with a comment on the line above: ${codeSpan(`# dreamfactory-disable-next-line ${kind.code}`)}`,
    ),
  );
}
