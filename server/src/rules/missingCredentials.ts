import type { HttpHeader } from "../http/model.ts";
import { NO_CREDENTIALS } from "./answers.ts";
import { API_KEY_HEADER, headerKey, SESSION_TOKEN_HEADER } from "./credentials.ts";
import type { DreamFactoryRequest } from "./dreamFactoryRequest.ts";
import { addHeader, alternative, finding, possible, preferred, requestPlace } from "./finding.ts";
import { meantHeader } from "./meantHeader.ts";
import type { Finding } from "./model.ts";
import type { Rule } from "./rule.ts";

const KIND = {
  code: "missing-credentials",
  title: "Neither API key nor session token",
  // A client may add headers to every request, so the text alone does not prove it.
  severity: "warning",
  language: "http",
  wrong: "GET {{host}}/api/v2/db/_table/contact",
  right: "GET {{host}}/api/v2/db/_table/contact\nX-DreamFactory-API-Key: {{apiKey}}",
  why:
    "DreamFactory wants to know who calls before it looks at anything else: an API key, a session token, or both. " +
    "Without either it answers 400, not 401.",
  exceptions:
    "Logging in, registering, resetting a password, `system/environment` and the callbacks of OAuth and SAML services " +
    "are open. Default headers in the settings of a client are not seen here.",
} as const;

export const missingCredentials: Rule = {
  kind: KIND,
  check(request): readonly Finding[] {
    if (!needsCredentials(request) || request.credentials.found.length > 0 || request.credentials.open)
      return [];
    // These have a finding of their own that says the same.
    if (request.generation === 1 || request.http.headers.some(isAttempt)) return [];
    const message = {
      text: "Neither API key nor session token is sent. DreamFactory refuses the request before it looks at anything else.",
    };
    const repairs = possible(
      preferred(
        { text: "Insert header {header}", args: { header: API_KEY_HEADER } },
        addHeader(request, API_KEY_HEADER, "{{apiKey}}"),
      ),
      alternative(
        { text: "Insert header {header}", args: { header: SESSION_TOKEN_HEADER } },
        addHeader(request, SESSION_TOKEN_HEADER, "{{sessionToken}}"),
      ),
    );
    return [finding(KIND, requestPlace(request), message, { answer: NO_CREDENTIALS, repairs })];
  },
};

/** True where the server surely asks who calls. A preflight request never carries credentials. */
export function needsCredentials({ certain, isOpenEndpoint, service, http }: DreamFactoryRequest): boolean {
  return certain && !isOpenEndpoint && !service.value.includes("{{") && http.method.value !== "OPTIONS";
}

function isAttempt(header: HttpHeader): boolean {
  const key = headerKey(header.name.value);
  return (
    key === "authorization" || key === "x-dreamfactory-application-name" || meantHeader(header) !== undefined
  );
}
