import type { DescribedRecord } from "../describe.ts";

/** One record as a line of JSON; what is unknown is left out. */
export function recordAsJson(file: string, record: DescribedRecord): string {
  const { problem, timestamp, message, cause, fix, ...rest } = record;
  const { topic, title, className, pattern } = problem;
  const shown = {
    file,
    ...rest,
    ...(timestamp === undefined ? {} : { at: new Date(timestamp).toISOString() }),
    title,
    class: className || undefined,
    message: message || undefined,
    topic,
    pattern: pattern || undefined,
    cause: cause || undefined,
    fix: fix || undefined,
  };
  return `${JSON.stringify(shown)}\n`;
}
