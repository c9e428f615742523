import { CompletionItemKind } from "vscode-languageserver-types";
import type { Span } from "../../text/span.ts";
import { say } from "../words.ts";
import type { Offer } from "./offer.ts";

const READ = `GET {{host}}/api/v2/\${1:db}/_table/\${2:contact}?limit=\${3:25}
X-DreamFactory-API-Key: {{apiKey}}
X-DreamFactory-Session-Token: {{sessionToken}}
`;

const INSERT = `POST {{host}}/api/v2/\${1:db}/_table/\${2:contact}?rollback=true
Content-Type: application/json
X-DreamFactory-API-Key: {{apiKey}}
X-DreamFactory-Session-Token: {{sessionToken}}

{
  "resource": [
    { "\${3:name}": "\${4:first}" },
    { "\${3:name}": "\${5:second}" }
  ]
}
`;

const LOG_IN = `POST {{host}}/api/v2/user/session
Content-Type: application/json
X-DreamFactory-API-Key: {{apiKey}}

{
  "email": "\${1:you@example.com}",
  "password": "{{password}}"
}
`;

const WRAPPER = `{
  "resource": [
    { "\${1:name}": \${2:"value"} }
  ]
}`;

/** Whole requests to start from. */
export const REQUEST_SNIPPETS: readonly Required<Omit<Offer, "typed" | "kind">>[] = [
  {
    label: "DreamFactory: read records",
    detail: "Authenticated request",
    documentation: "Reads records of a table with the API key of an app and the session token of a user.",
    snippet: READ,
  },
  {
    label: "DreamFactory: insert a batch",
    detail: "Several records in one request",
    documentation: "Inserts several records. With `rollback=true` either all of them are stored or none.",
    snippet: INSERT,
  },
  {
    label: "DreamFactory: log in",
    detail: "Session of a user",
    documentation: "Answers with the `session_token` that other requests send.",
    snippet: LOG_IN,
  },
];

export function requestOffers(typed: Span): Offer[] {
  return REQUEST_SNIPPETS.map(({ label, detail, documentation, snippet }) => ({
    label: say(label),
    kind: CompletionItemKind.Snippet,
    detail: say(detail),
    documentation: say(documentation),
    snippet,
    typed,
  }));
}

/** What a collection wants around its records. */
export function wrapperOffers(typed: Span): Offer[] {
  return [
    {
      label: '{"resource": […]}',
      kind: CompletionItemKind.Snippet,
      detail: say("Records to store"),
      documentation: say("Tables and system resources take records only as a list below `resource`."),
      snippet: WRAPPER,
      typed,
    },
  ];
}
