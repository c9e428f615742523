import { NO_TOKEN } from "./answers.ts";
import type { Credential } from "./credentials.ts";
import type { DreamFactoryRequest } from "./dreamFactoryRequest.ts";
import { finding, preferred, replacement } from "./finding.ts";
import { needsCredentials } from "./missingCredentials.ts";
import type { Finding } from "./model.ts";
import type { Rule } from "./rule.ts";

const KIND = {
  code: "scheme-in-header",
  title: "`Bearer` where only the token belongs",
  severity: "error",
  fixAllTitle: "Remove Bearer from all such headers in this file",
  language: "http",
  wrong: "GET {{host}}/api/v2/db/_table/contact\nX-DreamFactory-Session-Token: Bearer {{token}}",
  right: "GET {{host}}/api/v2/db/_table/contact\nX-DreamFactory-Session-Token: {{token}}",
  why:
    "`Bearer` belongs to `Authorization` alone. In DreamFactory's own headers, and behind the one space after " +
    "`Bearer`, everything is the token or the key, and the server refuses it as invalid.",
} as const;

export const schemeInHeader: Rule = {
  kind: KIND,
  check(request): readonly Finding[] {
    return request.credentials.found.flatMap((credential) => {
      const { header, value } = credential;
      const surplus = /^(?:(?:bearer|token|jwt)[ \t:]+|[ \t]+)(?=\S)/i.exec(value.value)?.[0];
      if (header === undefined || surplus === undefined) return [];
      if (credential.kind !== "api-key" && credential.kind !== "session-token") return [];
      const span = { start: value.span.start, end: value.span.start + surplus.length };
      const word = surplus.trim();
      const message =
        word === ""
          ? {
              text: "Only one space may stand behind `Bearer`. DreamFactory takes the others for a part of the token.",
            }
          : {
              text: "`{word}` does not belong here. DreamFactory takes it for a part of the value.",
              args: { word },
            };
      const title = word === "" ? { text: "Remove the spaces" } : { text: "Remove {word}", args: { word } };
      return [
        finding(KIND, span, message, {
          repairs: [preferred(title, [replacement(span, "")], true)],
          ...(isLoneKey(request, credential) && { answer: NO_TOKEN }),
        }),
      ];
    });
  },
};

/** Without a token beside it, a key that no app has is answered with the wish for a token. */
function isLoneKey(request: DreamFactoryRequest, { kind }: Credential): boolean {
  const { found, open } = request.credentials;
  return kind === "api-key" && found.length === 1 && !open && needsCredentials(request);
}
