import type { Phrase } from "../text/phrase.ts";
import { verbatim } from "../text/phrase.ts";
import { ALSO_CALLED } from "./alsoCalled.ts";
import { DRIVER_CODES } from "./driverCodeList.ts";
import { ENVELOPE_FIELDS, ENVELOPE_SHAPES } from "./envelope.ts";
import { EXCEPTION_CLASSES } from "./exceptionClasses.ts";
import type { HeaderFacts } from "./headers.ts";
import { HEADERS } from "./headers.ts";
import { MESSAGE_TEMPLATES } from "./messages.ts";
import type {
  DriverCode,
  ExceptionClass,
  MessageTemplate,
  OtherClass,
  Practice,
  Source,
  StatusEntry,
} from "./model.ts";
import { OTHER_CLASSES } from "./otherClasses.ts";
import { PRACTICES } from "./practices.ts";
import { STATUSES } from "./statuses.ts";

/** `fault` and `rule` topics come from the floors that judge JSON and requests. */
export type TopicKind =
  | "exception"
  | "message"
  | "class"
  | "status"
  | "driver-code"
  | "header"
  | "practice"
  | "quick-reference"
  | "envelope"
  | "fault"
  | "rule";

/** What a topic says of itself in one language. */
export interface TopicWords {
  readonly label: Phrase;
  /** A few words beside the label. */
  readonly description: Phrase;
  /** A line below the label. */
  readonly detail: Phrase;
  /** More sentences in which a search looks, not shown in lists. */
  readonly text: readonly Phrase[];
  /** What people type who do not know its name; the whole of one counts like a name. */
  readonly alsoCalled?: readonly Phrase[];
}

/** Something that has a reference page and can be looked up. */
export interface Topic extends TopicWords {
  /** `kind/name`, or the kind alone where there is one page: `exception/NotFoundException`, `envelope`. Unique. */
  readonly id: string;
  readonly kind: TopicKind;
  /** What a person would call exactly this: its code, its class, its header. */
  readonly names: readonly string[];
  /** Other words for it, the same in every language. */
  readonly keywords: readonly string[];
  /** Where the same can be read on the web. */
  readonly online?: string;
  /** Present where the reader's language is not English: a search looks in both. */
  readonly translation?: TopicWords;
}

/** What the catalog knows, in the order in which an empty query lists it. */
export const CATALOG_TOPICS: readonly Topic[] = [
  ...EXCEPTION_CLASSES.map(exceptionTopic),
  {
    id: "quick-reference",
    kind: "quick-reference",
    label: { text: "Quick reference" },
    description: { text: "all eleven classes" },
    detail: { text: "Code, class, meaning and action of each in one table." },
    names: ["quick reference"],
    keywords: ["table", "overview", "list", "all", "codes", "cheat sheet"],
    text: [],
  },
  ...PRACTICES.map(practiceTopic),
  {
    id: "envelope",
    kind: "envelope",
    label: { text: "Error envelope" },
    description: { text: "the JSON around an error" },
    detail: { text: "Its keys, and how they changed from 1.x to today." },
    names: ["envelope", "error response format"],
    keywords: [...ENVELOPE_FIELDS.map(({ name }) => name), "json", "version", "xml", "csv", "debug"],
    text: [...ENVELOPE_SHAPES, ...ENVELOPE_FIELDS].map(({ meaning }) => ({ text: meaning })),
  },
  ...HEADERS.map(headerTopic),
  ...OTHER_CLASSES.map(classTopic),
  ...STATUSES.filter(({ status }) => !hasClass(status)).map(statusTopic),
  ...DRIVER_CODES.map(driverCodeTopic),
  ...MESSAGE_TEMPLATES.map(messageTopic),
];

const BY_ID: ReadonlyMap<string, Topic> = new Map(CATALOG_TOPICS.map((topic) => [topic.id, topic]));

/** The topic with an id such as `exception/NotFoundException`. */
export function getTopic(id: string): Topic | undefined {
  return BY_ID.get(id);
}

/** The two halves of an id; the name is empty where the kind has one page only. */
export function splitTopicId(id: string): { readonly kind: string; readonly name: string } {
  const slash = id.indexOf("/");
  return slash < 0 ? { kind: id, name: "" } : { kind: id.slice(0, slash), name: id.slice(slash + 1) };
}

function exceptionTopic(entry: ExceptionClass): Topic {
  const phrase = entry.title.slice(entry.title.indexOf(" ") + 1);
  return {
    id: `exception/${entry.name}`,
    kind: "exception",
    label: verbatim(`${entry.status} ${entry.name}`),
    description: verbatim(phrase),
    detail: { text: entry.inShort },
    names: [
      String(entry.code),
      String(entry.status),
      entry.name,
      entry.name.replace("Exception", ""),
      phrase,
      entry.summary,
    ],
    keywords: ["http", "status", "code", "error"],
    alsoCalled: phrases(ALSO_CALLED[entry.name] ?? []),
    text: phrases([entry.meaning, ...entry.causes, ...entry.fixes.map(({ text }) => text), ...entry.reality]),
    ...online(entry.sources),
  };
}

function practiceTopic({ id, title, summary, points, sources }: Practice): Topic {
  return {
    id: `practice/${id}`,
    kind: "practice",
    label: { text: title },
    description: { text: "best practice" },
    detail: { text: summary },
    names: [id, title],
    keywords: [],
    text: phrases(points),
    ...online(sources),
  };
}

function headerTopic({ name, direction, status, meaning, notes, sources }: HeaderFacts): Topic {
  return {
    id: `header/${name}`,
    kind: "header",
    label: verbatim(name),
    description:
      direction === "request"
        ? { text: "request header" }
        : status === undefined
          ? { text: "response header" }
          : { text: "response header of {status}", args: { status } },
    detail: { text: meaning },
    names: [name],
    keywords: ["header"],
    text: phrases(notes),
    ...online(sources),
  };
}

function classTopic({ name, fullName, status, meaning, appearance, fixes, sources }: OtherClass): Topic {
  return {
    id: `class/${name}`,
    kind: "class",
    label: verbatim(name),
    description:
      status === undefined ? { text: "any status" } : { text: "answered as {status}", args: { status } },
    detail: { text: meaning },
    names: [name, name.replace(/Exception$/, "") || name, fullName],
    keywords: [],
    alsoCalled: phrases(ALSO_CALLED[name] ?? []),
    text: phrases([appearance, ...fixes]),
    ...online(sources),
  };
}

function statusTopic({ status, phrase, formerly, meaning, fix, sources }: StatusEntry): Topic {
  return {
    id: `status/${status}`,
    kind: "status",
    label: verbatim(`${status} ${phrase}`),
    description: { text: "HTTP status" },
    detail: { text: meaning },
    names: [String(status), phrase, ...formerly],
    keywords: ["http", "status", "code", "error"],
    text: phrases([fix]),
    ...online(sources),
  };
}

/** The id of the topic of a code such as `MySQL 1062`; there is one only for codes with an explanation of their own. */
export function driverCodeTopicId(name: string): string {
  return `driver-code/${name.toLowerCase().replaceAll(" ", "-")}`;
}

function driverCodeTopic({ name, meaning, fix }: DriverCode): Topic {
  return {
    id: driverCodeTopicId(name),
    kind: "driver-code",
    label: verbatim(name),
    description: name.startsWith("cURL") ? { text: "cURL error" } : { text: "database error" },
    detail: { text: meaning },
    names: [name, name.split(/[ -]/).at(-1) ?? name],
    keywords: [],
    text: phrases([fix]),
  };
}

/** Has no names, lest the first word of a sentence counts like the beginning of a class. */
function messageTopic({ id, template, exception, status, cause, fix, source }: MessageTemplate): Topic {
  const name = exception.slice(exception.lastIndexOf("\\") + 1);
  return {
    id: `message/${id}`,
    kind: "message",
    label: verbatim(template.replaceAll("\n", " ").trim()),
    description: verbatim(status === undefined ? name : `${status} ${name}`),
    detail: { text: cause },
    names: [],
    keywords: [],
    text: phrases([fix]),
    ...online([source]),
  };
}

function phrases(sentences: readonly string[]): Phrase[] {
  return sentences.map((text) => ({ text }));
}

/** The first of the sources that is a page. */
function online(sources: readonly Source[]): Pick<Topic, "online"> {
  const page = sources.find(({ where }) => where.startsWith("https://"));
  return page === undefined ? {} : { online: page.where };
}

function hasClass(status: number): boolean {
  return EXCEPTION_CLASSES.some((entry) => entry.status === status);
}
