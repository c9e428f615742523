import { unreadableFilterField } from "./answers.ts";
import { rawSpan } from "./decodedText.ts";
import { finding } from "./finding.ts";
import type { Finding } from "./model.ts";
import type { Rule } from "./rule.ts";

const KIND = {
  code: "filter-field",
  title: "Filter whose field cannot be read",
  severity: "error",
  language: "http",
  wrong: "GET {{host}}/api/v2/db/_table/contact?filter=title LIKE 'made in Rome'",
  right:
    "POST {{host}}/api/v2/db/_table/contact\nX-HTTP-Method: GET\nContent-Type: application/json\n\n" +
    '{"filter": "title LIKE :text", "params": {":text": "made in Rome"}}',
  why:
    "The server searches the whole condition for its operators in a fixed order (`>= <= != = <> > <`, then the words " +
    "IN, ALL, LIKE …), also inside quotes. Everything left of the first hit must be the name of one column: no " +
    "function, no quote, no other operator.",
  exceptions: "Services that are no SQL databases have grammars of their own.",
} as const;

export const filterField: Rule = {
  kind: KIND,
  check(request): readonly Finding[] {
    const read = request.filter;
    if (read === undefined) return [];
    return read.mistakes.flatMap((mistake) => {
      if (mistake.kind !== "operator-in-value") return [];
      const operator = read.text.value.slice(mistake.word.start, mistake.word.end);
      const message = {
        text: "DreamFactory divides the condition at this `{operator}`. What stands before it is not the name of one column.",
        args: { operator },
      };
      const answer = unreadableFilterField(mistake.field);
      return [finding(KIND, rawSpan(read.text, mistake.word), message, { answer })];
    });
  },
};
