import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { classNameAt, statusLineAt } from "../../server/src/features/mentions.ts";
import { openDocument } from "../support/documents.ts";
import { readMarks } from "../support/markedText.ts";

suite("what a document mentions", () => {
  const rows: readonly [string, string | undefined, string | undefined][] = [
    [
      "#0 DreamFactory\\Core\\Exceptions\\Not█FoundException->x()",
      "DreamFactory\\Core\\Exceptions\\NotFoundException",
      "exception/NotFoundException",
    ],
    ["thrown: BadRequest█Exception", "BadRequestException", "exception/BadRequestException"],
    [
      "Illuminate\\Database\\QueryException█ (1)",
      "Illuminate\\Database\\QueryException",
      "class/QueryException",
    ],
    ["an █Error occurred", undefined, undefined],
    ["MyOwn█Exception", undefined, undefined],
    ["█", undefined, undefined],
    [`${"a".repeat(5_000)}█${"a".repeat(5_000)}Exception`, undefined, undefined],
  ];
  for (const [marked, words, topic] of rows) {
    test(`${marked.slice(0, 60)} is ${topic ?? "nothing"}`, () => {
      const { text, cursor } = readMarks(marked);
      const found = classNameAt(openDocument(text, "log").parsed, cursor);
      assert.equal(found && text.slice(found.span.start, found.span.end), words);
      assert.equal(found?.topic, topic);
    });
  }

  const lines: readonly [string, string | undefined][] = [
    ["HTTP/1.1 4█09 Conflict", "status/409"],
    ["HTTP/1.1 2█00 OK", undefined],
    ["HTTP/1.1 409 Conflict\n█\n", undefined],
  ];
  for (const [marked, topic] of lines) {
    test(`the status line ${marked.trim()} is ${topic ?? "nothing"}`, () => {
      const { text, cursor } = readMarks(`GET https://df.example.com/api/v2/db\n\n${marked}\n\n`);
      assert.equal(statusLineAt(openDocument(text, "http").parsed, cursor)?.topic, topic);
    });
  }
});
