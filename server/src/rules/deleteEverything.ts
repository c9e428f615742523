import { deletesCollection } from "./deleteWithoutFilter.ts";
import { alternative, finding, replacement } from "./finding.ts";
import type { Finding } from "./model.ts";
import { parameterRemoval } from "./parameterRemoval.ts";
import { recordsOf } from "./records.ts";
import { findParameter } from "./requestUrl.ts";
import type { Rule } from "./rule.ts";
import { isForced, selectsRecords } from "./selection.ts";

const KIND = {
  code: "delete-everything",
  title: "DELETE with `force` alone",
  severity: "warning",
  language: "http",
  wrong: "DELETE {{host}}/api/v2/db/_table/contact?force=true",
  right: "DELETE {{host}}/api/v2/db/_table/contact?filter=last_seen%3C2020-01-01",
  why:
    "`force=true` without `ids`, `filter` or records truncates the table. A body that is malformed or has another " +
    "`Content-Type` counts as none, so the records listed there do not protect the others.",
  exceptions: "Nothing is wrong when the table is meant to be emptied.",
} as const;

export const deleteEverything: Rule = {
  kind: KIND,
  check(request): readonly Finding[] {
    const force = findParameter(request, "force");
    if (!deletesCollection(request) || force === undefined || isForced(request) !== true) return [];
    if (selectsRecords(request) || recordsOf(request) !== "none") return [];
    const message = {
      text: "`force` without `ids`, `filter` or records. DreamFactory deletes every record of the table.",
    };
    const repair = alternative({ text: "Remove {parameter}", args: { parameter: "force" } }, [
      replacement(parameterRemoval(request, force), ""),
    ]);
    return [finding(KIND, force.span, message, { repairs: [repair] })];
  },
};
