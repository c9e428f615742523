import { fillMarkdown, toPlainText } from "../features/markdown.ts";
import { recordTopics } from "../features/recordTopics.ts";
import { say } from "../features/words.ts";
import { type Explanation, explainRecord } from "../records/explain.ts";
import type { Confidence, ErrorRecord, RecordForm } from "../records/model.ts";
import type { Phrase } from "../text/phrase.ts";
import { maskSecrets } from "../text/secrets.ts";
import { type RequestTarget, readRequestTarget } from "./requestTarget.ts";
import type { FoundRecord } from "./scanner.ts";
import { parseTimeStamp } from "./timeStamp.ts";

/** What a list or a summary shows of a found record. Holds no part of the scanned text alive; secrets are masked. */
export interface DescribedRecord {
  readonly offset: number;
  readonly length: number;
  readonly line: number;
  readonly column: number;
  readonly form: RecordForm;
  readonly confidence: Confidence;
  /** The time stamp as written, and in milliseconds since 1970 where it could be read. */
  readonly time: string | undefined;
  readonly timestamp: number | undefined;
  readonly code: number | string | undefined;
  readonly status: number | undefined;
  /** The request as the log says it. */
  readonly request: string | undefined;
  /** See {@link readRequestTarget}. */
  readonly endpoint: string | undefined;
  /** The table that the request or the message names. */
  readonly table: string | undefined;
  /** Decoded, masked, in full; `""` when the record has none. */
  readonly message: string;
  /** What probably led to it, and what to do: a plain sentence each, about this record; `""` when nothing is known. */
  readonly cause: string;
  readonly fix: string;
  readonly problem: Problem;
}

/** What records have in common that say the same: shared by all of them, so it may be compared by identity. */
export interface Problem {
  /** The id of the most exact topic: `message/service-not-found`, `exception/NotFoundException`. */
  readonly topic: string;
  /** `404 Not Found`. */
  readonly title: string;
  /** The short name of the PHP class, `""` when not even the status tells it. */
  readonly className: string;
  /**
   * The pattern that their messages share: a template such as `Could not find a service for {name}`, else the words
   * without numbers and quoted names.
   */
  readonly pattern: string;
}

/** Makes a function that describes records; it remembers what it explained, up to a bound. */
export function createDescriber(): (found: FoundRecord) => DescribedRecord {
  const byRecord = new Map<string, Described>();
  const problems = new Map<string, Problem>();
  const targets = new Map<string, RequestTarget | undefined>();
  const targetOf = (request: string): RequestTarget | undefined => {
    if (!targets.has(request)) {
      if (targets.size >= MOST_REMEMBERED) targets.clear();
      targets.set(request, readRequestTarget(request));
    }
    return targets.get(request);
  };
  return ({ record, offset, length, line, column }) => {
    const key = keyOf(record);
    let described = byRecord.get(key);
    if (described === undefined) {
      if (byRecord.size >= MOST_REMEMBERED) byRecord.clear();
      if (problems.size >= MOST_REMEMBERED) problems.clear();
      described = describe(record, problems);
      byRecord.set(own(key), described);
    }
    const time = record.time && own(record.time.value);
    const request = record.request && own(maskSecrets(record.request.value));
    const target = request === undefined ? undefined : targetOf(request);
    return {
      offset,
      length,
      line,
      column,
      form: record.form,
      confidence: record.confidence,
      time,
      timestamp: time === undefined ? undefined : parseTimeStamp(time),
      code: typeof record.code?.value === "string" ? own(record.code.value) : record.code?.value,
      status: record.status?.value,
      request,
      endpoint: target?.endpoint,
      ...described,
      table: target?.table ?? described.table,
    };
  };
}

type Described = Pick<DescribedRecord, "message" | "cause" | "fix" | "problem" | "table">;

/** Bounds the memory on logs in which every message is another. */
const MOST_REMEMBERED = 4096;

/** Records of one key are explained alike. */
function keyOf({ exception, className, code, status, message, entries, inner }: ErrorRecord): string {
  const batch = entries.map(({ message }) => message).join("\n");
  const said = `${message?.value ?? ""}\n${batch}\n${inner === undefined ? "" : keyOf(inner)}`;
  return `${exception ?? className?.value ?? ""} ${code?.value ?? ""} ${status?.value ?? ""} ${said}`;
}

function describe(record: ErrorRecord, problems: Map<string, Problem>): Described {
  const explanation = explainRecord(record);
  const message = own(maskSecrets(explanation.message ?? ""));
  const found = problemOf(record, explanation, message);
  const key = `${found.title} ${found.className} ${found.pattern}`;
  const problem = problems.get(key) ?? found;
  problems.set(key, problem);
  return {
    message,
    cause: sentence(explanation.causes[0]),
    fix: sentence(explanation.fixes[0]),
    problem,
    table: tableOf(explanation),
  };
}

function tableOf({ matches, driverCodes }: Explanation): string | undefined {
  const captures = [...matches, ...driverCodes].map(({ captures }) => captures?.table);
  const table = captures.find((name) => name !== undefined && name !== "");
  return table && own(maskSecrets(table));
}

function problemOf(record: ErrorRecord, explanation: Explanation, message: string): Problem {
  const [topic = "envelope"] = recordTopics(record, explanation);
  const innermost = explanation.matches.at(-1)?.entry;
  return {
    topic,
    title: own(say(explanation.title)),
    className: own(explanation.className ?? ""),
    pattern: innermost?.template ?? own(patternOf(message)),
  };
}

function sentence(phrase: Phrase | undefined): string {
  return phrase === undefined ? "" : own(toPlainText(fillMarkdown(phrase)));
}

const LONGEST_PATTERN = 160;

/** The words of a message that the catalog does not know, without what differs from one to the next. */
function patternOf(message: string): string {
  const [firstLine = ""] = message.split("\n", 1);
  return firstLine
    .slice(0, LONGEST_PATTERN)
    .replace(/'[^']*'|"[^"]*"|`[^`]*`/g, "…")
    .replace(/\d+/g, "#");
}

/** The same text in memory of its own: a slice would keep alive what it was cut from. */
function own(text: string): string {
  return ` ${text}`.slice(1);
}
