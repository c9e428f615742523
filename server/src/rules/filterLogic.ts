import type { Edit } from "../text/edit.ts";
import { applyEdits } from "../text/edit.ts";
import type { Span } from "../text/span.ts";
import { unreadableFilterField } from "./answers.ts";
import { type DecodedText, rawSpan } from "./decodedText.ts";
import { findFilterMistakes } from "./filterGrammar.ts";
import { finding, possible, preferred } from "./finding.ts";
import type { Finding } from "./model.ts";
import { parenthesize } from "./parenthesize.ts";
import type { Rule } from "./rule.ts";

const KIND = {
  code: "filter-without-parentheses",
  title: "Conditions joined without parentheses",
  severity: "warning",
  language: "http",
  wrong: "GET {{host}}/api/v2/db/_table/contact?filter=age=30 AND city='Rome'",
  right: "GET {{host}}/api/v2/db/_table/contact?filter=(age=30) AND (city='Rome')",
  why:
    "DreamFactory divides a filter at `) AND (` and nowhere else, the same for OR, NOR, XOR, `&&` and `||`. Without " +
    "the parentheses everything behind the first operator is one value: the wrong rows come back without an error, or " +
    "the field on the left cannot be read.",
  exceptions: "Services that are no SQL databases have grammars of their own.",
} as const;

export const filterLogic: Rule = {
  kind: KIND,
  check(request): readonly Finding[] {
    const read = request.filter;
    const mistake = read?.mistakes.find((each) => each.kind === "logic-without-parentheses");
    if (read === undefined || mistake === undefined) return [];
    const word = read.text.value.slice(mistake.word.start, mistake.word.end);
    const message =
      mistake.field === undefined
        ? {
            text: "`{word}` joins only conditions in parentheses. DreamFactory takes it for a part of the value.",
            args: { word },
          }
        : {
            text: "`{word}` joins only conditions in parentheses. DreamFactory takes it for a part of the field.",
            args: { word },
          };
    const repair = preferred(
      { text: "Put the conditions in parentheses" },
      repairEdits(read.text, read.space),
    );
    return [
      finding(KIND, rawSpan(read.text, mistake.word), message, {
        repairs: possible(repair),
        ...(mistake.field !== undefined && {
          severity: "error",
          answer: unreadableFilterField(mistake.field),
        }),
      }),
    ];
  },
};

/** None when the result would still not be read, as with a parenthesis that is never closed. */
function repairEdits(filter: DecodedText, space: string): readonly Edit[] {
  const plain = parenthesize(filter.value, " ");
  if (
    findFilterMistakes(applyEdits(filter.value, plain)).some(
      ({ kind }) => kind === "logic-without-parentheses",
    )
  ) {
    return [];
  }
  return parenthesize(filter.value, space).map(({ span, newText }) => ({
    span: rawPlace(filter, span),
    newText,
  }));
}

/** An insertion behind a character belongs behind its raw text, not before the next one. */
function rawPlace(filter: DecodedText, { start, end }: Span): Span {
  if (start < end || start === 0) return rawSpan(filter, { start, end });
  const at = filter.ends[start - 1] ?? filter.end;
  return { start: at, end: at };
}
