import assert from "node:assert/strict";
import { suite, test } from "node:test";
import type { CompletionItem, TextEdit } from "vscode-languageserver-types";
import { withoutTabStops } from "../../server/src/features/completion/offer.ts";
import { PARAMETER_HELP } from "../../server/src/features/completion/queryParameters.ts";
import { REQUEST_SNIPPETS } from "../../server/src/features/completion/snippets.ts";
import { getCompletions } from "../../server/src/features/completion.ts";
import { KNOWN_PARAMETERS } from "../../server/src/rules/apiOptions.ts";
import { DEFAULT_SETTINGS } from "../../server/src/settings.ts";
import { FULL_SUPPORT, openDocument } from "../support/documents.ts";
import { readMarks } from "../support/markedText.ts";

const URL = "https://df.example.com/api/v2/db/_table/contact";
const POST = `POST ${URL}\nContent-Type: application/json\nX-DreamFactory-API-Key: {{key}}\n`;

suite("completion offers", () => {
  const rows: readonly [string, string, string, string][] = [
    [
      "headers",
      `GET ${URL}\n█\n`,
      "X-DreamFactory-API-Key",
      `GET ${URL}\nX-DreamFactory-API-Key: {{apiKey}}\n`,
    ],
    [
      "headers for what was begun",
      `GET ${URL}\nX-Dr█\nAccept: a/b\n`,
      "X-DreamFactory-Session-Token",
      `GET ${URL}\nX-DreamFactory-Session-Token: {{sessionToken}}\nAccept: a/b\n`,
    ],
    [
      "only the name where a value stands",
      `GET ${URL}\nX-█: {{mine}}\n`,
      "X-DreamFactory-API-Key",
      `GET ${URL}\nX-DreamFactory-API-Key: {{mine}}\n`,
    ],
    [
      "headers where the host variable holds the API",
      `@h = https://df.example.com/api/v2\n\nGET {{h}}/db/x\n█`,
      "Accept",
      `@h = https://df.example.com/api/v2\n\nGET {{h}}/db/x\nAccept: application/json`,
    ],
    [
      "path segments where the variable names the service",
      "@db = https://df/api/v2/db\n\nGET {{db}}/█\n",
      "_table",
      "@db = https://df/api/v2/db\n\nGET {{db}}/_table\n",
    ],
    ["path segments", "GET {{host}}/api/v2/db/█\n", "_table", "GET {{host}}/api/v2/db/_table\n"],
    [
      "path segments for what was begun",
      "GET {{host}}/api/v2/db/_p█\n",
      "_proc",
      "GET {{host}}/api/v2/db/_proc\n",
    ],
    [
      "resources of the system",
      "GET {{host}}/api/v2/system/█\n",
      "role",
      "GET {{host}}/api/v2/system/role\n",
    ],
    ["parameters", `GET ${URL}?█\n`, "fields", `GET ${URL}?fields=*\n`],
    ["further parameters", `GET ${URL}?fields=*&li█\n`, "limit", `GET ${URL}?fields=*&limit=25\n`],
    [
      "parameters on a line of their own",
      `GET ${URL}\n  ?fields=*\n  &█\n`,
      "limit",
      `GET ${URL}\n  ?fields=*\n  &limit=25\n`,
    ],
    ["operators behind a field", `GET ${URL}?filter=(age█\n`, ">=", `GET ${URL}?filter=(age>=\n`],
    [
      "operators of words behind a space",
      `GET ${URL}?filter=(age%20█\n`,
      "IN (…)",
      `GET ${URL}?filter=(age%20IN%20()\n`,
    ],
    [
      "operators of words for what was begun",
      `GET ${URL}?filter=(age%20I█\n`,
      "IS NULL",
      `GET ${URL}?filter=(age%20IS%20NULL\n`,
    ],
    [
      "connectives behind a condition",
      `GET ${URL}?filter=(a=1)█\n`,
      "AND (…)",
      `GET ${URL}?filter=(a=1)%20AND%20()\n`,
    ],
    [
      "the wrapper of a collection",
      `${POST}\n█\n`,
      '{"resource": […]}',
      `${POST}\n{\n  "resource": [\n    { "name": "value" }\n  ]\n}\n`,
    ],
    [
      "the wrapper in empty braces",
      `${POST}\n{█}\n`,
      '{"resource": […]}',
      `${POST}\n{\n  "resource": [\n    { "name": "value" }\n  ]\n}\n`,
    ],
    [
      "whole requests",
      "### new\n█\n",
      "DreamFactory: log in",
      `### new\n${withoutTabStops(REQUEST_SNIPPETS[2]?.snippet ?? "")}\n`,
    ],
    [
      "whole requests in an empty document",
      "█",
      "DreamFactory: read records",
      withoutTabStops(REQUEST_SNIPPETS[0]?.snippet ?? ""),
    ],
  ];
  for (const [what, marked, label, expected] of rows) {
    test(what, () => {
      const { text } = readMarks(marked);
      const item = complete(marked).find((each) => each.label === label);
      assert.ok(
        item !== undefined,
        complete(marked)
          .map((each) => each.label)
          .join(", "),
      );
      assert.equal(applied(text, item), expected);
    });
  }

  const silent: readonly [string, string][] = [
    ["in requests for other hosts", "GET https://api.example.com/v1/things\nX-█\n"],
    ["in their URLs", "GET https://api.example.com/v1/things?█\n"],
    ["in placeholders", `GET ${URL}?fields={{█\n`],
    ["in header values", `GET ${URL}\nAccept: app█\n`],
    ["in comments", `GET ${URL}\n# X-█\n`],
    ["in responses", `GET ${URL}\n\nHTTP/1.1 200 OK\nX-█\n`],
    ["in a body that goes on", `${POST}\n{█${" ".repeat(50)}"a": 1}\n`],
    ["in a written body", `${POST}\n{"a": 1, █}\n`],
    ["in the body of one record", `PATCH ${URL}/5\nContent-Type: application/json\n\n█\n`],
    ["in the value of a condition", `GET ${URL}?filter=(name=Ad█\n`],
    ["in the name of a field", `GET ${URL}?filter=(█\n`],
    ["behind the fragment", `GET ${URL}#a?█\n`],
    ["behind the table", `GET ${URL}/█\n`],
  ];
  for (const [where, marked] of silent) {
    test(`nothing ${where}`, () => assert.deepEqual(complete(marked), []));
  }

  test("nothing in documents of other languages", () => {
    const { document, parsed } = openDocument("", "json");
    const start = { line: 0, character: 0 };
    assert.equal(getCompletions(document, parsed, start, DEFAULT_SETTINGS, FULL_SUPPORT), undefined);
  });

  test("no header and no parameter twice", () => {
    assert.ok(!complete(`GET ${URL}\naccept: a/b\n█\n`).some(({ label }) => label === "Accept"));
    assert.ok(!complete(`GET ${URL}?limit=1&█\n`).some(({ label }) => label === "limit"));
  });

  test("plain text to editors without snippets and without Markdown", () => {
    const { text, cursor } = readMarks(`GET ${URL}\n█\n`);
    const { document, parsed } = openDocument(text, "http");
    const support = { ...FULL_SUPPORT, snippets: false, completionMarkdown: false };
    const [item] =
      getCompletions(document, parsed, document.positionAt(cursor), DEFAULT_SETTINGS, support) ?? [];
    assert.equal((item?.textEdit as TextEdit | undefined)?.newText, "X-DreamFactory-API-Key: {{apiKey}}");
    assert.equal(typeof item?.documentation, "string");
  });

  test("only parameters that DreamFactory knows", () => {
    for (const { name } of PARAMETER_HELP) assert.ok(KNOWN_PARAMETERS.includes(name), name);
  });

  test("requests in which nothing is wrong", () => {
    for (const { label, snippet } of REQUEST_SNIPPETS) {
      const { parsed } = openDocument(withoutTabStops(snippet), "http");
      assert.deepEqual(
        parsed.faults.map(({ code }) => code),
        [],
        label,
      );
    }
  });
});

function complete(marked: string): CompletionItem[] {
  const { text, cursor } = readMarks(marked);
  const { document, parsed } = openDocument(text, "http");
  return getCompletions(document, parsed, document.positionAt(cursor), DEFAULT_SETTINGS, FULL_SUPPORT) ?? [];
}

function applied(text: string, { textEdit }: CompletionItem): string {
  const { document } = openDocument(text, "http");
  const { range, newText } = textEdit as TextEdit;
  const { start, end } = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  return text.slice(0, start) + withoutTabStops(newText) + text.slice(end);
}
