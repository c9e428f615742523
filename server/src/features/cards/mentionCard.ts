import { getExceptionClass, isExceptionName } from "../../catalog/exceptionClasses.ts";
import { getOtherClass } from "../../catalog/otherClasses.ts";
import { getStatus } from "../../catalog/statuses.ts";
import { splitTopicId } from "../../catalog/topics.ts";
import type { ClientSupport } from "../../clientSupport.ts";
import type { Mention } from "../mentions.ts";
import { referenceLink } from "../references.ts";
import { say } from "../words.ts";

/** What a status line or the name of a class stands for, in a few words. */
export function mentionCard({ topic }: Mention, support: ClientSupport): string {
  const { name } = splitTopicId(topic);
  const [title, meaning] = wordsOf(name);
  return [`**${title}**`, meaning, "---", referenceLink(say("Reference"), topic, support)].join("\n\n");
}

function wordsOf(name: string): readonly [title: string, meaning: string] {
  if (isExceptionName(name)) {
    const { title, meaning } = getExceptionClass(name);
    return [`${name} · ${title}`, say(meaning)];
  }
  const status = getStatus(Number(name));
  return status === undefined
    ? [name, say(getOtherClass(name)?.meaning ?? "")]
    : [`${status.status} ${status.phrase}`, `${say(status.meaning)} ${say(status.fix)}`];
}
