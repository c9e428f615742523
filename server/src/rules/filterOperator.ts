import { NO_FILTER_OPERATOR, unreadableFilterField } from "./answers.ts";
import { rawSpan } from "./decodedText.ts";
import type { FilterMistake } from "./filterGrammar.ts";
import { type RequestFilter, readFilter } from "./filters.ts";
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
    const read = readFilter(request);
    if (read === undefined) return [];
    return read.mistakes.flatMap((mistake) =>
      mistake.kind === "unknown-operator" ? [describe(read, mistake)] : [],
    );
  },
};

function describe(read: RequestFilter, mistake: FilterMistake & { kind: "unknown-operator" }): Finding {
  const { value } = read.filter;
  const word = value.slice(mistake.word.start, mistake.word.end);
  const condition = value.slice(mistake.condition.start, mistake.condition.end);
  const span = rawSpan(read.filter, mistake.word);
  const newText = replacementFor(
    word,
    read.space,
    value.charAt(mistake.word.start - 1),
    value.charAt(mistake.word.end),
  );
  const title = {
    text: "Change {word} to {operator}",
    args: { word, operator: newText?.replaceAll("%20", " ").trim() ?? "" },
  };
  const spaced = { text: "Put spaces around {word}", args: { word } };
  const isSpacing = newText?.includes(word) === true && !/^[=<>!]/.test(word);
  const repairs =
    newText === undefined ? [] : [preferred(isSpacing ? spaced : title, [replacement(span, newText)])];
  if (!mistake.refused) {
    const message = {
      text: "`{word}` is no operator. DreamFactory takes its second half for a part of the value.",
      args: { word },
    };
    return finding(KIND, span, message, { severity: "warning", repairs });
  }
  const message = isSpacing
    ? {
        text: "`{word}` needs a space on both sides. DreamFactory finds no operator in this condition.",
        args: { word },
      }
    : word === condition
      ? { text: "There is no operator in this condition. DreamFactory refuses the filter." }
      : { text: "`{word}` is no operator of filters. DreamFactory refuses the filter.", args: { word } };
  const answer =
    value.startsWith(condition, mistake.condition.start) && isField(read, mistake)
      ? unreadableFilterField(condition)
      : NO_FILTER_OPERATOR;
  return finding(KIND, span, message, { answer, repairs });
}

/** With another operator behind it, the foreign word is taken for a part of the field's name. */
function isField(
  { filter }: RequestFilter,
  { condition }: { readonly condition: { readonly end: number } },
): boolean {
  const rest = filter.value.slice(condition.end).trimStart();
  return rest !== "" && !rest.startsWith(")");
}

function replacementFor(word: string, space: string, before: string, behind: string): string | undefined {
  switch (word.toUpperCase()) {
    case "==":
      return "=";
    case "=>":
      return ">=";
    case "=<":
      return "<=";
    case "IN":
    case "ALL":
    case "LIKE":
    case "CONTAINS":
      return (before === " " ? "" : space) + word + (behind === " " ? "" : space);
    default:
      return undefined;
  }
}
