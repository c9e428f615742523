import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { CodeLens, TextDocumentEdit, WorkspaceEdit } from "vscode-languageserver-types";
import { getCodeLenses } from "../../server/src/features/codeLenses.ts";
import { Command } from "../../server/src/protocol.ts";
import { DEFAULT_SETTINGS, type Settings } from "../../server/src/settings.ts";
import { FULL_SUPPORT, openDocument } from "../support/documents.ts";

const HEAD = `POST https://df.example.com/api/v2/db/_table/contact
Content-Type: application/json
X-DreamFactory-API-Key: {{key}}

`;
const NO_RECORDS = `HTTP/1.1 400 Bad Request
Content-Type: application/json

{"error":{"code":400,"context":null,"message":"No record(s) detected in request. Please make sure record(s) are wrapped in a 'resource' tag. Example: {&quot;resource&quot;:[{&quot;record&quot;:1},{&quot;record&quot;:2}]}","status_code":400}}
`;

suite("what can be done stands above it", () => {
  const rows: readonly [string, string, readonly string[]][] = [
    ["a correct request", `${HEAD}{"resource": [{"name": "Ada"}]}\n`, []],
    [
      "one mistake",
      `${HEAD}{"resource": [{"name": "Ada",}]}\n`,
      ["0 Fix 1 problem", "0 What would DreamFactory answer?"],
    ],
    [
      "two mistakes in the second request",
      `${HEAD}{"resource": [{"name": "Ada"}]}\n\n###\n${HEAD}{"resource": [{'name': "Ada",}]}\n`,
      ["7 Fix 2 problems", "7 What would DreamFactory answer?"],
    ],
    [
      "a mistake that cannot be mended unseen",
      `${HEAD}{"resource": [{"name": }]}\n`,
      ["0 What would DreamFactory answer?"],
    ],
    ["a failing response", `${HEAD}{"name": "Ada"}\n\n${NO_RECORDS}`, ["6 Mend the request"]],
    [
      "a response that nothing in the request explains",
      `${HEAD}{"resource": [{"name": "Ada"}]}\n\n${NO_RECORDS}`,
      [],
    ],
    ["a response without its request", NO_RECORDS, []],
  ];
  for (const [what, text, expected] of rows) {
    test(what, () => {
      const shown = lensesOf(text).map(({ range, command }) => `${range.start.line} ${command?.title}`);
      assert.deepEqual(shown, expected);
    });
  }

  test("fixing leaves a body that has no more to be fixed", () => {
    const text = `${HEAD}{"resource": [{name: 'Ada',}]}\n`;
    const [fix] = lensesOf(text);
    assert.equal(fix?.command?.command, Command.applyEdit);
    assert.equal(apply(text, fix), `${HEAD}{"resource": [{"name": "Ada"}]}\n`);
  });

  test("mending a request touches nothing of its response", () => {
    const text = `${HEAD}{"name": "Ada"}\n\n${NO_RECORDS}`;
    const [mend] = lensesOf(text).filter(({ command }) => command?.title === "Mend the request");
    const after = apply(text, mend);
    assert.ok(after.endsWith(NO_RECORDS));
    assert.match(after, /\{"resource": ?\[\{"name": "Ada"\}\]\}/);
  });

  test("a mistake that is switched off is none", () => {
    const settings = { ...DEFAULT_SETTINGS, rules: { "trailing-comma": "off" } } as const;
    assert.deepEqual(lensesOf(`${HEAD}{"resource": [{"name": "Ada",}]}\n`, "http", settings), []);
  });

  test("nothing stands in logs, where it is switched off, and in editors that run no commands of ours", () => {
    const text = `${HEAD}{"resource": [{"name": "Ada",}]}\n`;
    assert.deepEqual(lensesOf(NO_RECORDS, "log"), []);
    assert.deepEqual(lensesOf(text, "http", { ...DEFAULT_SETTINGS, codeLens: { enabled: false } }), []);
    const { document, parsed } = openDocument(text, "http");
    const support = { ...FULL_SUPPORT, commandLinks: false };
    assert.deepEqual(getCodeLenses(document, parsed, DEFAULT_SETTINGS, support), []);
  });
});

function lensesOf(text: string, languageId = "http", settings: Settings = DEFAULT_SETTINGS): CodeLens[] {
  const { document, parsed } = openDocument(text, languageId);
  return getCodeLenses(document, parsed, settings, FULL_SUPPORT);
}

function apply(text: string, lens: CodeLens | undefined): string {
  const [edit]: (WorkspaceEdit | undefined)[] = lens?.command?.arguments ?? [];
  const changes = (edit?.documentChanges ?? []) as TextDocumentEdit[];
  const edits = changes
    .flatMap((change) => change.edits)
    .flatMap((each) => ("newText" in each ? [each] : []));
  return TextDocument.applyEdits(TextDocument.create("file:///x", "http", 1, text), edits);
}
