import { getExceptionClass, isExceptionName } from "../catalog/exceptionClasses.ts";
import { searchTopics } from "../catalog/search.ts";
import type { Topic } from "../catalog/topics.ts";
import { CATALOG_TOPICS, splitTopicId } from "../catalog/topics.ts";
import type { LookUpItem, LookUpKind } from "../protocol.ts";
import { findRecords } from "../records/findRecords.ts";
import { RULE_KINDS } from "../rules/rules.ts";
import type { FaultKind } from "../text/faultKind.ts";
import { recordTopics } from "./recordTopics.ts";
import { FAULT_KINDS, faultTopic } from "./topics.ts";

const RULE_CODES: ReadonlySet<string> = new Set(RULE_KINDS.map(({ code }) => code));

/** Everything that can be looked up. */
const TOPICS: readonly Topic[] = [...CATALOG_TOPICS, ...FAULT_KINDS.map(topicOfKind)];
const BY_ID = new Map(TOPICS.map((topic) => [topic.id, topic]));

/** More rows than anybody reads. */
const LIMIT = 60;

/** What fits the words, best first. A whole pasted envelope or log line leads to what it says. */
export function lookUp(query: string): LookUpItem[] {
  const pasted = new Set(findRecords(query, { claim: "always" }).flatMap((record) => recordTopics(record)));
  const topics =
    pasted.size > 0 ? [...pasted].flatMap((id) => BY_ID.get(id) ?? []) : searchTopics(TOPICS, query, LIMIT);
  return topics.map(toItem);
}

function topicOfKind({ code, title, why, wrong }: FaultKind): Topic {
  return {
    id: faultTopic(code),
    kind: RULE_CODES.has(code) ? "rule" : "fault",
    label: title,
    description: code,
    detail: why,
    names: [code, title],
    keywords: [],
    text: wrong,
  };
}

function toItem({ id, kind, label, description, detail }: Topic): LookUpItem {
  return { topic: id, kind: groupOf(id, kind), label, description, detail };
}

function groupOf(id: string, kind: Topic["kind"]): LookUpKind {
  const { name } = splitTopicId(id);
  if (isExceptionName(name)) return getExceptionClass(name).status < 500 ? "client-error" : "server-error";
  return kind === "message" || kind === "fault" || kind === "rule" ? kind : "reference";
}
