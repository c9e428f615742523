import { getExceptionClass, isExceptionName } from "../catalog/exceptionClasses.ts";
import { searchTopics } from "../catalog/search.ts";
import type { Topic, TopicWords } from "../catalog/topics.ts";
import { CATALOG_TOPICS, splitTopicId } from "../catalog/topics.ts";
import type { LookUpItem, LookUpKind } from "../protocol.ts";
import { findRecords } from "../records/findRecords.ts";
import { RULE_KINDS } from "../rules/rules.ts";
import type { FaultKind } from "../text/faultKind.ts";
import { verbatim } from "../text/phrase.ts";
import { recordTopics } from "./recordTopics.ts";
import { FAULT_KINDS, faultTopic } from "./topics.ts";
import { inWords, perLanguage, say } from "./words.ts";

const RULE_CODES: ReadonlySet<string> = new Set(RULE_KINDS.map(({ code }) => code));

/** Everything that can be looked up, in English and in the reader's language. */
const topics = perLanguage((isEnglish): readonly Topic[] => {
  const all = [...CATALOG_TOPICS, ...FAULT_KINDS.map(topicOfKind)];
  return isEnglish ? all : all.map((topic) => ({ ...topic, translation: translate(topic) }));
});
const topicsById = perLanguage(() => new Map(topics().map((topic) => [topic.id, topic])));

/** More rows than anybody reads. */
const LIMIT = 60;

/** What fits the words, best first. A whole pasted envelope or log line leads to what it says. */
export function lookUp(query: string): LookUpItem[] {
  const pasted = new Set(findRecords(query, { claim: "always" }).flatMap((record) => recordTopics(record)));
  const found =
    pasted.size > 0
      ? [...pasted].flatMap((id) => topicsById().get(id) ?? [])
      : searchTopics(topics(), query, LIMIT);
  return found.map(toItem);
}

function topicOfKind({ code, title, why, wrong }: FaultKind): Topic {
  return {
    id: faultTopic(code),
    kind: RULE_CODES.has(code) ? "rule" : "fault",
    label: { text: title },
    description: verbatim(code),
    detail: { text: why },
    names: [title],
    keywords: [code],
    text: [verbatim(wrong)],
  };
}

function translate({ label, description, detail, text, alsoCalled }: Topic): TopicWords {
  return {
    label: inWords(label),
    description: inWords(description),
    detail: inWords(detail),
    text: text.map(inWords),
    ...(alsoCalled !== undefined && { alsoCalled: alsoCalled.map(inWords) }),
  };
}

function toItem({ id, kind, label, description, detail, online }: Topic): LookUpItem {
  return {
    topic: id,
    kind: groupOf(id, kind),
    label: say(label),
    description: say(description),
    detail: say(detail),
    ...(online !== undefined && { online }),
  };
}

function groupOf(id: string, kind: Topic["kind"]): LookUpKind {
  const { name } = splitTopicId(id);
  if (isExceptionName(name)) return getExceptionClass(name).status < 500 ? "client-error" : "server-error";
  return kind === "message" || kind === "fault" || kind === "rule" ? kind : "reference";
}
