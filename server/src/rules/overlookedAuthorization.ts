import { NO_CREDENTIALS } from "./answers.ts";
import { headerKey } from "./credentials.ts";
import { finding, preferred, replacement } from "./finding.ts";
import { needsCredentials } from "./missingCredentials.ts";
import type { Finding } from "./model.ts";
import type { Rule } from "./rule.ts";
import { isJwt } from "./tokenShape.ts";

const KIND = {
  code: "overlooked-authorization",
  title: "Authorization that the server overlooks",
  severity: "warning",
  fixAllTitle: "Spell Bearer as the server wants it in this file",
  language: "http",
  wrong: "GET {{host}}/api/v2/db/_table/contact\nAuthorization: bearer {{token}}",
  right: "GET {{host}}/api/v2/db/_table/contact\nAuthorization: Bearer {{token}}",
  why:
    "DreamFactory searches the header for the word `Bearer` with a capital B and takes what follows it. Spelled " +
    "otherwise, the token is not seen, and the call goes on without a user.",
  exceptions: "`Authorization: Basic …` is read too.",
} as const;

export const overlookedAuthorization: Rule = {
  kind: KIND,
  check(request): readonly Finding[] {
    const header = request.http.headers.find(({ name }) => headerKey(name.value) === "authorization");
    if (header === undefined) return [];
    const { value, span } = header.value;
    const scheme = /^[a-z-]+(?=\s)/i.exec(value)?.[0] ?? "";
    const isBearer = SCHEMES.includes(scheme.toLowerCase()) && !value.includes("Bearer");
    if (!isBearer && !isJwt(value)) return [];
    const place = { start: span.start, end: span.start + (isBearer ? scheme.length : 0) };
    const { found, open } = request.credentials;
    const isAlone = found.length === 0 && !open && needsCredentials(request);
    const message = isBearer
      ? { text: "`{scheme}` is not `Bearer`. DreamFactory overlooks the token behind it.", args: { scheme } }
      : { text: "`Bearer` is missing before the token. DreamFactory overlooks it." };
    const repair = isBearer
      ? preferred(
          { text: "Change {scheme} to Bearer", args: { scheme } },
          [replacement(place, "Bearer")],
          true,
        )
      : preferred({ text: "Insert Bearer" }, [replacement(place, "Bearer ")], true);
    return [
      finding(KIND, isBearer ? place : span, message, {
        repairs: [repair],
        ...(isAlone && { severity: "error", answer: NO_CREDENTIALS }),
      }),
    ];
  },
};

/** How people call it. Clients turn other schemes (Digest, AWS, OAuth) into something else before they send them. */
const SCHEMES: readonly string[] = ["bearer", "jwt", "token", "session"];
