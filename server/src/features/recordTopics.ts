import { getStatus } from "../catalog/statuses.ts";
import type { Explanation } from "../records/explain.ts";
import { explainRecord } from "../records/explain.ts";
import type { ErrorRecord } from "../records/model.ts";

/** The topics that explain a record, the most exact one first: the innermost message, the class, the status. */
export function recordTopics(
  record: ErrorRecord,
  explanation: Explanation = explainRecord(record),
): string[] {
  const { matches, exception, otherClass } = explanation;
  const status = getStatus(record.status?.value ?? Number(record.code?.value));
  return [
    ...matches.map(({ entry }) => `message/${entry.id}`).reverse(),
    ...(exception ? [`exception/${exception.name}`] : []),
    ...(otherClass ? [`class/${otherClass.name}`] : []),
    ...(status && !exception ? [`status/${status.status}`] : []),
    ...(exception || otherClass || status ? [] : ["envelope"]),
  ];
}
