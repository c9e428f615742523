import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { getInlayHints } from "../../server/src/features/inlayHints.ts";
import type { Settings } from "../../server/src/settings.ts";
import { DEFAULT_SETTINGS } from "../../server/src/settings.ts";
import { FULL_SUPPORT, openDocument } from "../support/documents.ts";
import { manyRecords } from "../support/manyRecords.ts";

const envelope = (code: number, message: string): string =>
  `{"error":{"code":${code},"context":null,"message":"${message}","status_code":${code}}}`;

suite("inlay hints", () => {
  const rows: readonly [string, string, RegExp][] = [
    [
      "a known message",
      envelope(404, "Table &quot;contcat&quot; does not exist in the database."),
      /contcat/,
    ],
    ["a message that only its class explains", envelope(403, "Nobody expects this."), /^← Access denied$/],
    ["a driver's code", envelope(409, "Duplicate entry 'a@b.c' for key 'contact.email'"), /^← .{10,72}$/],
    [
      "a cause whose point stands behind a but",
      envelope(403, "Role not found. A role may not be assigned to you or your application."),
      /^← Key and token were both read, but no role/,
    ],
    [
      "a hostile name",
      envelope(404, `Table &quot;${"`[x](command:y)` ".repeat(40)}&quot; does not exist in the database.`),
      /^.{0,74}$/,
    ],
  ];
  for (const [what, text, expected] of rows) {
    test(`say what went wrong: ${what}`, () => {
      const [hint] = hints(`${text} and more\n`, "log");
      assert.match(String(hint?.label), expected);
      assert.deepEqual(hint?.position, { line: 0, character: text.length + 9 });
    });
  }

  test("stand behind the line of the message", () => {
    const text = `{\n  "error": {\n    "code": 404,\n    "context": null,\n    "message": "Not Found",\r\n    "status_code": 404\n  }\n}\n`;
    assert.deepEqual(
      hints(text, "json").map(({ position }) => position),
      [{ line: 4, character: 27 }],
    );
  });

  test("come for the lines asked for only", () => {
    const { document, parsed } = openDocument(manyRecords(5_000), "log");
    const range = { start: { line: 2_000, character: 0 }, end: { line: 2_010, character: 0 } };
    const found = getInlayHints(document, parsed, range, DEFAULT_SETTINGS, FULL_SUPPORT);
    assert.deepEqual(
      found.map(({ position }) => position.line),
      [2_000, 2_001, 2_002, 2_003, 2_004, 2_005, 2_006, 2_007, 2_008, 2_009],
    );
  });

  test("can be switched off", () => {
    const off: Settings = { ...DEFAULT_SETTINGS, inlayHints: { enabled: false } };
    assert.deepEqual(hints(envelope(404, "Not Found"), "log", off), []);
  });
});

function hints(text: string, languageId: string, settings: Settings = DEFAULT_SETTINGS) {
  const { document, parsed } = openDocument(text, languageId);
  const range = { start: { line: 0, character: 0 }, end: document.positionAt(text.length) };
  return getInlayHints(document, parsed, range, settings, FULL_SUPPORT);
}
