import { parseHttpDocument } from "../../server/src/http/parseHttpDocument.ts";
import { checkRequest } from "../../server/src/rules/checkRequest.ts";
import type { RequestOptions } from "../../server/src/rules/dreamFactoryRequest.ts";
import type { Finding } from "../../server/src/rules/model.ts";
import { applyEdits } from "../../server/src/text/edit.ts";
import { fillPhrase } from "../../server/src/text/phrase.ts";

/** The findings of all requests of a document. */
export function findingsOf(text: string, options: RequestOptions = {}): Finding[] {
  const { blocks } = parseHttpDocument(text);
  return blocks.flatMap((block) => block.requests.flatMap((request) => checkRequest(request, text, options)));
}

/** The text with every place of a finding of this code put between `«` and `»`. */
export function marked(text: string, code: string, options: RequestOptions = {}): string {
  const edits = findingsOf(text, options)
    .filter((finding) => finding.code === code)
    .flatMap(({ span }) => [
      { span: { start: span.start, end: span.start }, newText: "«" },
      { span: { start: span.end, end: span.end }, newText: "»" },
    ]);
  return applyEdits(text, edits);
}

export function withoutMarks(text: string): string {
  return text.replace(/[«»]/g, "");
}

/** The text after the first repair of the first finding of this code. */
export function repaired(text: string, code: string, options: RequestOptions = {}): string | undefined {
  const repair = findingsOf(text, options).find((finding) => finding.code === code)?.repairs[0];
  return repair === undefined ? undefined : applyEdits(text, repair.edits);
}

export function describeFinding({ code, message, span }: Finding, text: string): string {
  return `${code} at ${JSON.stringify(text.slice(span.start, span.end))}: ${fillPhrase(message)}`;
}
