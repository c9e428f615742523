import assert from "node:assert/strict";
import { suite, test } from "node:test";
import type { Range } from "vscode-languageserver-types";
import { getSemanticTokens, TOKEN_LEGEND } from "../../server/src/features/semanticTokens.ts";
import { openDocument } from "../support/documents.ts";

const HTTP = `@host = https://df.example.com
### Create {{x}}
# @name create
POST {{host}}/api/v2/db/_table/item?fields=id&filter=a%3D{{a}}
X-DreamFactory-API-Key: {{key}}

{
  // only here
  "resource": [{"n": -1.5, "ok": true, "t": "a {{b}} c", bad: 'x', "open: 1
  }]
}

HTTP/1.1 400 Bad Request
Content-Type: application/json

{"error": null}
### Next
GET https://example.com
`;

suite("semantic tokens", () => {
  test("say what every part of a request is", () => {
    assert.deepEqual(tokens(HTTP), [
      "variable host",
      "string https://df.example.com",
      "comment ###",
      "namespace Create",
      "variable {{x}}",
      "comment # @name",
      "variable create",
      "keyword POST",
      "variable {{host}}",
      "string /api/v2/db/_table/item?",
      "parameter fields",
      "string =id&",
      "parameter filter",
      "string =a%3D",
      "variable {{a}}",
      "property X-DreamFactory-API-Key",
      "variable {{key}}",
      "comment // only here",
      'property "resource"',
      'property "n"',
      "number -1.5",
      'property "ok"',
      "keyword true",
      'property "t"',
      'string "a',
      "variable {{b}}",
      'string c"',
      "property bad",
      "string 'x'",
      'string "open: 1',
      "keyword HTTP/1.1",
      "number 400",
      "string Bad Request",
      "property Content-Type",
      "string application/json",
      'property "error"',
      "keyword null",
      "comment ###",
      "namespace Next",
      "keyword GET",
      "string https://example.com",
    ]);
  });

  test("of a range are those of its blocks", () => {
    const range = { start: { line: 16, character: 0 }, end: { line: 17, character: 3 } };
    assert.deepEqual(tokens(HTTP, range), [
      "comment ###",
      "namespace Next",
      "keyword GET",
      "string https://example.com",
    ]);
  });

  test("do not go over lines or into each other, whatever is written", () => {
    const { document, parsed } = openDocument(
      `${HTTP}\r\n${HTTP.replaceAll("\n", "\r\n").slice(0, 300)}`,
      "http",
    );
    const { data = [] } = getSemanticTokens(document, parsed) ?? {};
    const lines = document.getText().split(/\r?\n/);
    let line = 0;
    let character = 0;
    let end = 0;
    for (let at = 0; at < data.length; at += 5) {
      const [down = 0, along = 0, length = 0] = data.slice(at);
      if (down > 0) end = 0;
      character = down > 0 ? along : character + along;
      line += down;
      assert.ok(length > 0 && character >= end, `${line}:${character}`);
      end = character + length;
      assert.ok(end <= (lines[line]?.length ?? 0), `${line}:${character}`);
    }
  });

  test("are left to the grammars of other languages", () => {
    const { document, parsed } = openDocument("{}", "json");
    assert.equal(getSemanticTokens(document, parsed), undefined);
  });
});

function tokens(text: string, range?: Range): string[] {
  const { document, parsed } = openDocument(text, "http");
  const { data = [] } = getSemanticTokens(document, parsed, range) ?? {};
  const found: string[] = [];
  let line = 0;
  let character = 0;
  for (let at = 0; at < data.length; at += 5) {
    const [down = 0, along = 0, length = 0, type = 0] = data.slice(at);
    character = down > 0 ? along : character + along;
    line += down;
    const start = document.offsetAt({ line, character });
    found.push(`${TOKEN_LEGEND.tokenTypes[type]} ${text.slice(start, start + length).trim()}`);
  }
  return found;
}
