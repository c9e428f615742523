import type { FaultKind } from "../text/faultKind.ts";

/** Mistakes in the structure of a `.http` document: the client sends something else than what seems to stand there. */
export const HTTP_FAULT_KINDS = [
  {
    code: "missing-blank-line",
    title: "Missing blank line before the body",
    severity: "warning",
    fixAllTitle: "Insert all missing blank lines in this file",
    language: "http",
    wrong: 'POST {{host}}/api/v2/db/_table/contact\nContent-Type: application/json\n{"resource": []}',
    right: 'POST {{host}}/api/v2/db/_table/contact\nContent-Type: application/json\n\n{"resource": []}',
    why:
      "Headers end at the first blank line. Without it, most clients take the body for one more header: REST Client " +
      'stops with `Header name must be a valid HTTP token ["{"]`, others send the request without a body.',
    exceptions: "httpYac starts the body at the first line that is not a header.",
  },
  {
    code: "headers-after-blank-line",
    title: "Headers after the blank line",
    severity: "warning",
    fixAllTitle: "Move all headers of this file in front of the blank line",
    language: "http",
    wrong: 'POST {{host}}/api/v2/db/_table/contact\n\nContent-Type: application/json\n\n{"resource": []}',
    right: 'POST {{host}}/api/v2/db/_table/contact\nContent-Type: application/json\n\n{"resource": []}',
    why:
      "The first blank line ends the headers. What looks like a header behind it is sent as the start of the body, so " +
      "the server gets neither the header nor a body that it can read.",
  },
  {
    code: "missing-separator",
    title: "Missing `###` between two requests",
    severity: "warning",
    fixAllTitle: "Insert all missing separators in this file",
    language: "http",
    wrong:
      'POST {{host}}/api/v2/user/session\n\n{"email": "a@example.com"}\n\nGET {{host}}/api/v2/user/session',
    right:
      'POST {{host}}/api/v2/user/session\n\n{"email": "a@example.com"}\n\n###\nGET {{host}}/api/v2/user/session',
    why: "A body runs on to the next line that starts with `###`, so the second request is sent as part of the first.",
    exceptions: "httpYac also starts a request at a line with an upper-case method and a URL.",
  },
  {
    code: "comment-in-head",
    title: "Comment behind a URL or a header",
    severity: "warning",
    fixAllTitle: "Move all comments behind URLs and headers to their own lines",
    language: "http",
    wrong: "GET {{host}}/api/v2/db/_schema\nX-DreamFactory-API-Key: {{key}} # read only",
    right: "GET {{host}}/api/v2/db/_schema\n# read only\nX-DreamFactory-API-Key: {{key}}",
    why: "Only a line that starts with `#` or `//` is a comment. Behind a URL or a header it is sent as part of the value.",
  },
  {
    code: "httpyac-only",
    title: "Understood by httpYac only",
    severity: "hint",
    language: "http",
    wrong: 'POST {{host}}/api/v2/db/_table/contact\n\n{\n/*\n"resource": [],\n*/\n"ids": [1]\n}',
    right: 'POST {{host}}/api/v2/db/_table/contact\n\n{\n// "resource": [],\n"ids": [1]\n}',
    why:
      "httpYac removes block comments and `@name = value` lines from a body before it sends it. The other clients send " +
      "them, and the body is no longer JSON.",
    exceptions: "Kulala removes `@name = value` lines too. Reported only while no client is set.",
  },
] as const satisfies readonly FaultKind[];

export type HttpFaultCode = (typeof HTTP_FAULT_KINDS)[number]["code"];
