import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { TextDocument } from "vscode-languageserver-textdocument";
import { parseDocument } from "../../server/src/documents/parseDocument.ts";
import { getDocumentLinks } from "../../server/src/features/documentLinks.ts";
import { parseOptions } from "../../server/src/parseOptions.ts";
import { DEFAULT_SETTINGS } from "../../server/src/settings.ts";
import { FULL_SUPPORT } from "../support/documents.ts";

const HTTP = (reference: string): string =>
  `POST https://df.example.com/api/v2/db/_table/x\nContent-Type: application/json\n\n${reference}\n`;

const TRACE = `[2026-11-22 09:21:03] production.ERROR: Could not find a service for crn {"exception":"[object] (DreamFactory\\\\Core\\\\Exceptions\\\\NotFoundException(code: 404): Could not find a service for crn at /opt/df/a.php:15)
[stacktrace]
#0 /opt/df/app/Jobs/Cleanup.php(15): DreamFactory\\\\Core\\\\Exceptions\\\\BadRequestException->render()
#1 {main}
"} 
`;

suite("links", () => {
  const rows: readonly [string, string, string, readonly string[]][] = [
    [
      "a body from a file",
      HTTP("< ./data/rows.json"),
      "file:///home/ada/api.http",
      ["./data/rows.json → file:///home/ada/data/rows.json"],
    ],
    [
      "a kept response",
      HTTP("{}\n\n<> ../out/answer.json"),
      "file:///home/ada/a/api.http",
      ["../out/answer.json → file:///home/ada/out/answer.json"],
    ],
    [
      "an absolute path",
      HTTP("< /data/rows.json"),
      "file:///home/ada/api.http",
      ["/data/rows.json → file:///data/rows.json"],
    ],
    [
      "a path in a virtual workspace",
      HTTP("< ./rows.json"),
      "vscode-vfs://github/o/r/api.http",
      ["./rows.json → vscode-vfs://github/o/r/rows.json"],
    ],
    ["no path with a placeholder", HTTP("< ./{{name}}.json"), "file:///home/ada/api.http", []],
    ["no other host", HTTP("< //evil.example/rows.json"), "file:///home/ada/api.http", []],
    ["no command", HTTP("< command:workbench.action.quit"), "file:///home/ada/api.http", []],
    ["nothing from a document that was never saved", HTTP("< ./rows.json"), "untitled:Untitled-1", []],
  ];
  for (const [what, text, uri, expected] of rows) {
    test(`lead to ${what}`, () => assert.deepEqual(links(text, uri, "http"), expected));
  }

  test("lead from class names to their pages and from frames to source files", () => {
    assert.deepEqual(links(TRACE, "file:///var/log/df.log", "log"), [
      "DreamFactory\\\\Core\\\\Exceptions\\\\NotFoundException → page",
      "DreamFactory\\\\Core\\\\Exceptions\\\\BadRequestException → page",
      "/opt/df/app/Jobs/Cleanup.php(15 → file:///opt/df/app/Jobs/Cleanup.php#L15",
    ]);
  });

  test("lead to no source file where the editor cannot check it, and to the official page without commands", () => {
    const document = TextDocument.create("file:///df.log", "log", 1, TRACE);
    const parsed = parseDocument(TRACE, "log", parseOptions(DEFAULT_SETTINGS, document.uri));
    const found = getDocumentLinks(document, parsed, {
      ...FULL_SUPPORT,
      checkedFileLinks: false,
      commandLinks: false,
    });
    assert.deepEqual(
      found.map(({ target }) => target),
      ["https://wiki.dreamfactory.com/Error_Codes", "https://wiki.dreamfactory.com/Error_Codes"],
    );
  });
});

function links(text: string, uri: string, languageId: string): string[] {
  const document = TextDocument.create(uri, languageId, 1, text);
  const parsed = parseDocument(text, languageId, parseOptions(DEFAULT_SETTINGS, uri));
  return getDocumentLinks(document, parsed, FULL_SUPPORT).map(
    ({ range, target = "" }) =>
      `${document.getText(range)} → ${target.startsWith("command:dreamfactoryErrors.openReference?") ? "page" : target}`,
  );
}
