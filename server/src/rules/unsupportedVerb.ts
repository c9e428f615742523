import { sendsMessages } from "../http/requestLine.ts";
import { finding, preferred, replacement } from "./finding.ts";
import type { Finding } from "./model.ts";
import type { Rule } from "./rule.ts";
import { nearest } from "./spelling.ts";

const KIND = {
  code: "unsupported-verb",
  title: "Method that DreamFactory does not know",
  severity: "error",
  language: "http",
  wrong: "MERGE {{host}}/api/v2/db/_table/contact/7\nX-DreamFactory-API-Key: {{apiKey}}",
  right: "PATCH {{host}}/api/v2/db/_table/contact/7\nX-DreamFactory-API-Key: {{apiKey}}",
  why:
    "The API answers GET, HEAD, POST, PUT, PATCH, DELETE and OPTIONS. Every other method ends at a page with status " +
    "405 that is no DreamFactory error.",
  exceptions: "POST with the header `X-HTTP-Method: MERGE` is a PATCH.",
} as const;

const VERBS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** What other APIs call them. */
const MEANT: Readonly<Record<string, string>> = {
  MERGE: "PATCH",
  UPDATE: "PATCH",
  INSERT: "POST",
  CREATE: "POST",
  REMOVE: "DELETE",
  LIST: "GET",
  FETCH: "GET",
  READ: "GET",
};

export const unsupportedVerb: Rule = {
  kind: KIND,
  check({ http, certain, generation }): readonly Finding[] {
    const { value: verb, span } = http.method;
    if (!certain || generation === 1 || VERBS.includes(verb) || span.start === span.end) return [];
    if (sendsMessages(verb) || verb === "GRAPHQL" || verb.includes("{{")) return [];
    const message = {
      text: "DreamFactory knows no method {verb}. It answers with a page, status 405.",
      args: { verb },
    };
    const meant =
      MEANT[verb] ??
      nearest(
        verb.toLowerCase(),
        VERBS.map((each) => each.toLowerCase()),
      )?.toUpperCase();
    const title = { text: "Change {verb} to {meant}", args: { verb, meant: meant ?? "" } };
    return [
      finding(KIND, span, message, {
        repairs: meant === undefined ? [] : [preferred(title, [replacement(span, meant)])],
      }),
    ];
  },
};
