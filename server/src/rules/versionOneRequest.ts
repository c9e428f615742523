import { NO_CREDENTIALS } from "./answers.ts";
import { API_KEY_HEADER, headerKey } from "./credentials.ts";
import type { DreamFactoryRequest } from "./dreamFactoryRequest.ts";
import { alternative, finding, replacement } from "./finding.ts";
import { needsCredentials } from "./missingCredentials.ts";
import type { Finding } from "./model.ts";
import type { Rule } from "./rule.ts";

const KIND = {
  code: "version-1-request",
  title: "Request in the form of DreamFactory 1",
  severity: "warning",
  language: "http",
  wrong: "GET {{host}}/rest/db/contact\nX-DreamFactory-Application-Name: {{app}}",
  right: "GET {{host}}/api/v2/db/_table/contact\nX-DreamFactory-API-Key: {{apiKey}}",
  why:
    "Since version 2 the API lives below `/api/v2/`, tables below `_table/`, and an app is named by its API key. " +
    "`/rest/…` leads to a page that is not found; the name of an app, in a header or in `app_name`, is not read.",
  exceptions: "Servers of version 1 still want this form.",
} as const;

export const versionOneRequest: Rule = {
  kind: KIND,
  check(request): readonly Finding[] {
    return [...inPath(request), ...inHeaders(request), ...inQuery(request)];
  },
};

function inPath(request: DreamFactoryRequest): readonly Finding[] {
  const rest = request.url.segments[0];
  if (request.generation === 2 || rest === undefined) return [];
  const message = {
    text: "`/rest/` is the API of DreamFactory 1. Version 2 and later know only `/api/v2/`.",
  };
  const repair = alternative({ text: "Change rest to api/v2" }, [replacement(rest.span, "api/v2")]);
  return [finding(KIND, rest.span, message, { repairs: [repair] })];
}

function inHeaders(request: DreamFactoryRequest): readonly Finding[] {
  const { headers } = request.http;
  const hasKey = headers.some(({ name }) => headerKey(name.value) === "x-dreamfactory-api-key");
  return headers
    .filter(({ name }) => headerKey(name.value) === "x-dreamfactory-application-name")
    .map((header) => {
      const message = {
        text: "`{header}` is a header of DreamFactory 1. Version 2 and later want an API key instead.",
        args: { header: header.name.value },
      };
      const newText = `${API_KEY_HEADER}: {{apiKey}}`;
      const repair = alternative({ text: "Send an API key instead" }, [replacement(header.span, newText)]);
      const isTouchable = !hasKey && !header.value.value.includes("{{");
      return finding(KIND, header.name.span, message, {
        repairs: isTouchable ? [repair] : [],
        ...withoutCredentials(request),
      });
    });
}

function inQuery(request: DreamFactoryRequest): readonly Finding[] {
  return request.parameters
    .filter(({ name }) => name.value === "app_name")
    .map(({ name }) => {
      const message = {
        text: "`app_name` is a parameter of DreamFactory 1. Version 2 and later want an API key instead.",
      };
      return finding(KIND, name.span, message, withoutCredentials(request));
    });
}

function withoutCredentials(request: DreamFactoryRequest): Pick<Finding, "answer"> {
  const { found, open } = request.credentials;
  const isRefused = request.generation === 2 && found.length === 0 && !open && needsCredentials(request);
  return isRefused ? { answer: NO_CREDENTIALS } : {};
}
