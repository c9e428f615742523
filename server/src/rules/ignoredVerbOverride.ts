import { finding } from "./finding.ts";
import type { Finding } from "./model.ts";
import type { Rule } from "./rule.ts";

const KIND = {
  code: "ignored-verb-override",
  title: "Verb override on a request that is no POST",
  severity: "warning",
  language: "http",
  wrong: "GET {{host}}/api/v2/db/_table/contact?ids=7\nX-HTTP-Method: DELETE",
  right: "POST {{host}}/api/v2/db/_table/contact?ids=7\nX-HTTP-Method: DELETE",
  why: "Only a POST can stand for another verb. On every other method the header is not read.",
} as const;

export const ignoredVerbOverride: Rule = {
  kind: KIND,
  check({ http, override }): readonly Finding[] {
    const isHeader = override !== undefined && http.headers.some(({ name }) => name === override.name);
    const written = override?.value.value.toUpperCase();
    if (!isHeader || http.method.value === "POST" || written === http.method.value) return [];
    const message = {
      text: "`{header}` is read on POST only. DreamFactory treats this request as {method}.",
      args: { header: override.name.value, method: http.method.value },
    };
    return [finding(KIND, override.name.span, message)];
  },
};
