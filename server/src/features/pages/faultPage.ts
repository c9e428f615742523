import type { FaultKind } from "../../text/faultKind.ts";
import { codeBlock, codeSpan } from "../markdown.ts";
import { say } from "../words.ts";
import { joinParts, section } from "./page.ts";

/** One kind of fault: wrong, right, why, exceptions, how to silence it. */
export function faultPage(kind: FaultKind): string {
  return joinParts(
    `# ${say(kind.title)}`,
    `${codeSpan(kind.code)} · ${say(kind.severity)}`,
    section("Wrong", codeBlock(kind.wrong, kind.language)),
    section("Right", codeBlock(kind.right, kind.language)),
    section("Why", say(kind.why)),
    section("Exceptions", kind.exceptions && say(kind.exceptions)),
    section(
      "Severity",
      say("Set it for all files, or switch the check off, with the setting `dreamfactoryErrors.rules`:"),
      codeBlock(`"dreamfactoryErrors.rules": { "${kind.code}": "off" }`, "json"),
      `${say("Silence one place with a comment on the line above:")} ${codeSpan(`# dreamfactory-disable-next-line ${kind.code}`)}`,
    ),
  );
}
