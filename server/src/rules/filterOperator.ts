import { NO_FILTER_OPERATOR, unreadableFilterField } from "./answers.ts";
import { rawSpan } from "./decodedText.ts";
import type { RequestFilter } from "./dreamFactoryRequest.ts";
import type { FilterMistake } from "./filterGrammar.ts";
import { finding, preferred, replacement } from "./finding.ts";
import type { Finding } from "./model.ts";
import type { Rule } from "./rule.ts";

const KIND = {
  code: "filter-operator",
  title: "Operator that filters do not know",
  severity: "error",
  language: "http",
  wrong: "GET {{host}}/api/v2/db/_table/contact?filter=age BETWEEN 30 AND 40",
  right: "GET {{host}}/api/v2/db/_table/contact?filter=(age>=30) AND (age<=40)",
  why:
    "Filters know `= != <> > >= < <=`, `IN`, `NOT IN`, `ALL`, `LIKE`, `STARTS WITH`, `ENDS WITH`, `CONTAINS`, `IS NULL` " +
    "and `IS NOT NULL`. Operators of one word need a space on both sides. `==`, BETWEEN, REGEXP, RLIKE and ILIKE do " +
    "not exist.",
  exceptions: "Services that are no SQL databases have grammars of their own.",
} as const;

export const filterOperator: Rule = {
  kind: KIND,
  check(request): readonly Finding[] {
    const read = request.filter;
    return read === undefined ? [] : read.mistakes.flatMap((mistake) => describe(read, mistake));
  },
};

function describe({ text: filter, space }: RequestFilter, mistake: FilterMistake): readonly Finding[] {
  const word = filter.value.slice(mistake.word.start, mistake.word.end);
  const span = rawSpan(filter, mistake.word);
  switch (mistake.kind) {
    case "no-operator": {
      const message = { text: "There is no operator in this condition. DreamFactory refuses the filter." };
      return [finding(KIND, span, message, { answer: NO_FILTER_OPERATOR })];
    }
    case "foreign-operator": {
      const message = {
        text: "`{word}` is no operator of filters. DreamFactory refuses the filter.",
        args: { word },
      };
      const { field } = mistake;
      const answer = field === undefined ? NO_FILTER_OPERATOR : unreadableFilterField(field);
      return [finding(KIND, span, message, { answer })];
    }
    case "operator-without-spaces": {
      const message = {
        text: "`{word}` needs a space on both sides. DreamFactory finds no operator in this condition.",
        args: { word },
      };
      const before = filter.value.charAt(mistake.word.start - 1) === " " ? "" : space;
      const behind = filter.value.charAt(mistake.word.end) === " " ? "" : space;
      const edits = [replacement(span, `${before}${word}${behind}`)];
      const repairs = [preferred({ text: "Put spaces around {word}", args: { word } }, edits)];
      return [finding(KIND, span, message, { answer: NO_FILTER_OPERATOR, repairs })];
    }
    case "doubled-operator": {
      const message = {
        text: "`{word}` is no operator. DreamFactory takes its second half for a part of the value.",
        args: { word },
      };
      const operator = MEANT[word];
      const title = { text: "Change {word} to {operator}", args: { word, operator: operator ?? "" } };
      const repairs = operator === undefined ? [] : [preferred(title, [replacement(span, operator)])];
      return [finding(KIND, span, message, { severity: "warning", repairs })];
    }
    default:
      return [];
  }
}

const MEANT: Readonly<Record<string, string>> = { "==": "=", "=>": ">=", "=<": "<=", "=!": "!=" };
