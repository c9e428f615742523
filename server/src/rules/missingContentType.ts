import { addHeader, finding, possible, preferred, replacement } from "./finding.ts";
import type { Finding } from "./model.ts";
import type { Rule } from "./rule.ts";

const KIND = {
  code: "missing-content-type",
  title: "JSON without `Content-Type`",
  severity: "hint",
  fixAllTitle: "Insert all missing Content-Type headers in this file",
  language: "http",
  wrong: 'POST {{host}}/api/v2/db/_table/contact\n\n{"resource": [{"name": "Ada"}]}',
  right:
    'POST {{host}}/api/v2/db/_table/contact\nContent-Type: application/json\n\n{"resource": [{"name": "Ada"}]}',
  why:
    "Without the header, or with one that is not recognized (`application/JSON`, with its capitals, is not), " +
    "DreamFactory tries the body as JSON, XML and CSV. Valid JSON passes. With one mistake in it the body becomes CSV, " +
    "or the answer is `Unrecognized payload type`.",
  exceptions: "Some clients add the header themselves.",
} as const;

export const missingContentType: Rule = {
  kind: KIND,
  check(request): readonly Finding[] {
    const { content, decoder, contentType, span } = request.body;
    if (content !== "json" || decoder !== "sniffed" || span === undefined || request.generation === 1)
      return [];
    if (["files", "other"].includes(request.resource) || request.http.defaultContentType !== undefined)
      return [];
    if (contentType === undefined) {
      const message = {
        text: "`Content-Type` is missing. DreamFactory reads the body as JSON only because it is valid.",
      };
      const edits = addHeader(request, "Content-Type", "application/json");
      const title = { text: "Insert header {header}", args: { header: "Content-Type" } };
      return [
        finding(KIND, { start: span.start, end: span.start + 1 }, message, {
          repairs: possible(preferred(title, edits, true)),
        }),
      ];
    }
    const message = {
      text: "`{type}` is not recognized. DreamFactory reads the body as JSON only because it is valid.",
      args: { type: contentType.value },
    };
    const repair = preferred(
      { text: "Send as application/json" },
      [replacement(contentType.span, "application/json")],
      true,
    );
    return [finding(KIND, contentType.span, message, { repairs: [repair] })];
  },
};
