import { isExceptionName } from "../../catalog/exceptionClasses.ts";
import type { MessageTemplate } from "../../catalog/model.ts";
import { codeBlock, codeSpan } from "../markdown.ts";
import { say } from "../words.ts";
import { joinParts, pageLink, section, sourceList } from "./page.ts";

/** One message of DreamFactory's source: what raises it and what to change. */
export function messagePage({ template, exception, status, cause, fix, source }: MessageTemplate): string {
  const name = isExceptionName(exception)
    ? pageLink(codeSpan(exception), `exception/${exception}`)
    : codeSpan(exception);
  return joinParts(
    `# ${say("Message")}`,
    codeBlock(template, "text"),
    status === undefined ? name : `${name} · HTTP ${status}`,
    section("Cause", say(cause)),
    section("What to do", say(fix)),
    section("Source", sourceList([source])),
  );
}
