import { LIST_WITHOUT_PARENTHESES } from "./answers.ts";
import { rawSpan } from "./decodedText.ts";
import { finding, insertion, possible, preferred } from "./finding.ts";
import type { Finding } from "./model.ts";
import type { Rule } from "./rule.ts";

const KIND = {
  code: "filter-list",
  title: "List of values without parentheses",
  severity: "error",
  language: "http",
  wrong: "GET {{host}}/api/v2/db/_table/contact?filter=id IN 1,2,3",
  right: "GET {{host}}/api/v2/db/_table/contact?filter=id IN (1,2,3)",
  why: "IN, NOT IN and ALL compare with a list, which stands in parentheses, its values between commas.",
} as const;

export const filterList: Rule = {
  kind: KIND,
  check(request): readonly Finding[] {
    const read = request.filter;
    if (read === undefined) return [];
    return read.mistakes.flatMap((mistake) => {
      if (mistake.kind !== "list-without-parentheses") return [];
      const { text: filter } = read;
      const operator = filter.value.slice(mistake.word.start, mistake.word.end);
      const list = filter.value.slice(mistake.values.start, mistake.values.end);
      const values = rawSpan(filter, mistake.values);
      const message = {
        text: "The values of `{operator}` stand without parentheses. DreamFactory refuses the filter.",
        args: { operator },
      };
      const isPlain = list !== "" && !/[()]|\s(and|or|nor|xor)\s|&&|\|\|/i.test(list);
      const edits = isPlain ? [insertion(values.start, "("), insertion(values.end, ")")] : [];
      return [
        finding(KIND, list === "" ? rawSpan(filter, mistake.word) : values, message, {
          answer: LIST_WITHOUT_PARENTHESES,
          repairs: possible(preferred({ text: "Put the values in parentheses" }, edits)),
        }),
      ];
    });
  },
};
