import { KNOWN_PARAMETERS } from "./apiOptions.ts";
import { hasSystemRecords } from "./endpoint.ts";
import { finding, preferred, replacement } from "./finding.ts";
import type { Finding } from "./model.ts";
import { hasPlaceholder } from "./placeholders.ts";
import type { Rule } from "./rule.ts";
import { nearest } from "./spelling.ts";

const KIND = {
  code: "unknown-parameter",
  title: "Misspelled query parameter",
  severity: "warning",
  language: "http",
  wrong: "GET {{host}}/api/v2/db/_table/contact?fliter=age%3E30",
  right: "GET {{host}}/api/v2/db/_table/contact?filter=age%3E30",
  why:
    "DreamFactory reads the parameters that it knows, with their case, and ignores all others without a word: a " +
    "misspelled `filter` returns every record.",
  exceptions: "A script that runs on the event of a table may read parameters of its own.",
} as const;

export const unknownParameter: Rule = {
  kind: KIND,
  check(request): readonly Finding[] {
    const isJudged = ["table", "record"].includes(request.resource) || hasSystemRecords(request);
    if (!isJudged || request.generation === 1) return [];
    return request.parameters.flatMap(({ name }) => {
      if (hasPlaceholder(name.value) || KNOWN_PARAMETERS.includes(name.value)) return [];
      const meant = OTHER_NAMES[name.value.toLowerCase()] ?? nearest(name.value, KNOWN_PARAMETERS);
      if (meant === undefined) return [];
      const args = { name: name.value, meant };
      const message = {
        text: "`{name}` is no parameter of DreamFactory, `{meant}` is. It is ignored.",
        args,
      };
      const isTaken = request.parameters.some((parameter) => parameter.name.value === meant);
      const repair = preferred({ text: "Change {name} to {meant}", args }, [replacement(name.span, meant)]);
      return [finding(KIND, name.span, message, { repairs: isTaken ? [] : [repair] })];
    });
  },
};

/** What other APIs call them; a page is no offset, so paging has none. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  per_page: "limit",
  page_size: "limit",
  pagesize: "limit",
  max_results: "limit",
  sort_by: "order",
  sortby: "order",
  columns: "fields",
  include: "related",
  expand: "related",
  embed: "related",
};
