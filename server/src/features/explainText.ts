import type { ExplainedText, ExplainTextParams } from "../protocol.ts";
import { explainRecord } from "../records/explain.ts";
import { findRecords } from "../records/findRecords.ts";
import { recordLabel } from "./labels.ts";
import { explanationPage } from "./pages/explanationPage.ts";

const LONGEST_LABEL = 100;

/** What a text outside any document says, in short and as a page. */
export function explainText(text: string, claim: ExplainTextParams["claim"]): ExplainedText {
  const records = findRecords(text, { claim });
  return {
    errors: records.map((record) => ({
      ...record.span,
      label: recordLabel(explainRecord(record), LONGEST_LABEL),
      unsure: record.confidence === "possible",
    })),
    markdown: records.length === 0 ? null : explanationPage(records),
  };
}
