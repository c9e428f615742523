import { NO_CREDENTIALS } from "./answers.ts";
import { headerKey } from "./credentials.ts";
import { finding, preferred, replacement } from "./finding.ts";
import { meantHeader } from "./meantHeader.ts";
import { needsCredentials } from "./missingCredentials.ts";
import type { Finding } from "./model.ts";
import type { Rule } from "./rule.ts";

const KIND = {
  code: "misspelled-header",
  title: "Misspelled DreamFactory header",
  severity: "warning",
  fixAllTitle: "Spell all DreamFactory headers right in this file",
  language: "http",
  wrong: "GET {{host}}/api/v2/db/_table/contact\nX-DreamFactory-ApiKey: {{apiKey}}",
  right: "GET {{host}}/api/v2/db/_table/contact\nX-DreamFactory-API-Key: {{apiKey}}",
  why:
    "The key stands in `X-DreamFactory-API-Key`, the session token in `X-DreamFactory-Session-Token`. Case does not " +
    "matter, the hyphens do: a header by another name is not looked at.",
} as const;

export const misspelledHeader: Rule = {
  kind: KIND,
  check(request): readonly Finding[] {
    const { headers } = request.http;
    const { found, open } = request.credentials;
    const isAlone = found.length === 0 && !open && needsCredentials(request);
    return headers.flatMap((header) => {
      const meant = meantHeader(header);
      if (meant === undefined) return [];
      const args = { name: header.name.value, meant };
      const isTaken = headers.some(({ name }) => headerKey(name.value) === meant.toLowerCase());
      const repair = preferred(
        { text: "Change {name} to {meant}", args },
        [replacement(header.name.span, meant)],
        true,
      );
      const message = {
        text: "DreamFactory has no header `{name}` and ignores it. The header is `{meant}`.",
        args,
      };
      return [
        finding(KIND, header.name.span, message, {
          repairs: isTaken ? [] : [repair],
          ...(isAlone && { severity: "error", answer: NO_CREDENTIALS }),
        }),
      ];
    });
  },
};
