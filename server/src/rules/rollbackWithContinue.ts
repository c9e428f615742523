import type { Span } from "../text/span.ts";
import { ROLLBACK_AND_CONTINUE } from "./answers.ts";
import { isTrue } from "./apiOptions.ts";
import { findMember } from "./bodyOutline.ts";
import type { DreamFactoryRequest } from "./dreamFactoryRequest.ts";
import { alternative, finding, replacement } from "./finding.ts";
import type { Finding } from "./model.ts";
import { parameterRemoval } from "./parameterRemoval.ts";
import { findParameter } from "./requestUrl.ts";
import type { Rule } from "./rule.ts";

const KIND = {
  code: "rollback-with-continue",
  title: "`rollback` together with `continue`",
  severity: "error",
  language: "http",
  wrong: "DELETE {{host}}/api/v2/db/_table/contact?ids=1,2&rollback=true&continue=true",
  right: "DELETE {{host}}/api/v2/db/_table/contact?ids=1,2&rollback=true",
  why:
    "`rollback` undoes the whole batch when one record fails, `continue` keeps the others and goes on. Both at once " +
    "make no sense, and the batch is refused.",
} as const;

export const rollbackWithContinue: Rule = {
  kind: KIND,
  check(request): readonly Finding[] {
    const isBatch = request.resource === "table" && request.table !== undefined;
    if (!isBatch || !["POST", "PUT", "PATCH", "DELETE"].includes(request.verb ?? "")) return [];
    const rollback = trueOption(request, "rollback");
    const goOn = trueOption(request, "continue");
    if (rollback === undefined || goOn === undefined) return [];
    const later = rollback.start > goOn.start ? rollback : goOn;
    const earlier = later === rollback ? goOn : rollback;
    const message = { text: "`rollback` and `continue` are both on. DreamFactory refuses the two together." };
    return [
      finding(KIND, later, message, {
        answer: ROLLBACK_AND_CONTINUE,
        related: [{ span: earlier, message: { text: "The other one is switched on here." } }],
        repairs: ["continue", "rollback"].flatMap((name) => removal(request, name)),
      }),
    ];
  },
};

/** Where the option is switched on; `undefined` when it is off or unknown. */
function trueOption(request: DreamFactoryRequest, name: string): Span | undefined {
  const parameter = findParameter(request, name);
  if (parameter !== undefined) {
    return !parameter.hasPlaceholder && isTrue(parameter.value.value) ? parameter.span : undefined;
  }
  const member = findMember(request.body.outline, name);
  if (member === undefined || request.body.decoder !== "json") return undefined;
  const raw = request.text.slice(member.value.span.start, member.value.span.end).replaceAll('"', "");
  return isTrue(raw) ? { start: member.keySpan.start, end: member.value.span.end } : undefined;
}

function removal(request: DreamFactoryRequest, name: string): Finding["repairs"] {
  const parameter = findParameter(request, name);
  if (parameter === undefined) return [];
  const title = { text: "Remove {parameter}", args: { parameter: name } };
  return [alternative(title, [replacement(parameterRemoval(request, parameter), "")])];
}
