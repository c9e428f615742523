import { ORDER_WITH_SEMICOLON } from "./answers.ts";
import { rawSpan } from "./decodedText.ts";
import { finding, preferred, replacement } from "./finding.ts";
import type { Finding } from "./model.ts";
import { findParameter } from "./requestUrl.ts";
import type { Rule } from "./rule.ts";

const KIND = {
  code: "order-with-semicolon",
  title: "Semicolon in `order`",
  severity: "error",
  language: "http",
  wrong: "GET {{host}}/api/v2/db/_table/contact?order=name;age",
  right: "GET {{host}}/api/v2/db/_table/contact?order=name,age",
  why: "Fields to sort by are separated by commas. A semicolon could end the SQL statement and is refused.",
} as const;

export const orderWithSemicolon: Rule = {
  kind: KIND,
  check(request): readonly Finding[] {
    const order = findParameter(request, "order", "sort", "order_by");
    const at = order?.value.value.indexOf(";") ?? -1;
    const reads = request.verb === "GET" && request.resource === "table" && request.table !== undefined;
    if (order === undefined || at < 0 || !reads || order.hasPlaceholder) return [];
    const span = rawSpan(order.value, { start: at, end: at + 1 });
    const isLast = at === order.value.value.length - 1;
    const repair = isLast
      ? preferred({ text: "Remove the semicolon" }, [replacement(span, "")])
      : preferred({ text: "Change ; to ," }, [replacement(span, ",")]);
    const message = { text: "`order` holds a semicolon. DreamFactory refuses the clause." };
    return [finding(KIND, span, message, { answer: ORDER_WITH_SEMICOLON, repairs: [repair] })];
  },
};
