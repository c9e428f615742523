import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { EXCEPTION_CLASSES, getExceptionClass } from "../../server/src/catalog/exceptionClasses.ts";
import type { ExceptionName } from "../../server/src/catalog/model.ts";
import { getHover } from "../../server/src/features/hover.ts";
import { ANSWERS } from "../support/answers.ts";
import { FULL_SUPPORT, openDocument } from "../support/documents.ts";
import { readMarks } from "../support/markedText.ts";

const REQUEST = "GET https://example.com/api/v2/db/_table/contacts\nX-DreamFactory-API-Key: {{key}}\n\n";

suite("hover names the class", () => {
  for (const [name, answers] of Object.entries(ANSWERS)) {
    for (const answer of answers) {
      const shown = `${name} of ${answer.replace(/\s+/g, " ").slice(0, 70)}`;

      test(`in a log: ${shown}`, () => {
        assert.match(
          hover(`[2026-11-22T09:17:03+00:00] local.INFO: answered ${answer} to 10.0.0.7`, "log"),
          new RegExp(`\`${name}\``),
        );
      });

      test(`in the response of an .http document: ${shown}`, () => {
        const { status } = getExceptionClass(name as ExceptionName);
        const response = `HTTP/1.1 ${status} x\nContent-Type: application/json\n\n${answer}\n`;
        assert.match(hover(`${REQUEST}\n${response}`, "http"), new RegExp(`\`${name}\``));
      });
    }
  }
});

suite("hover on a message that the catalog does not know", () => {
  for (const { name, status, code, causes, fixes } of EXCEPTION_CLASSES) {
    if (name === "InvalidJsonException") continue;
    test(`shows the first causes and the first fix of the page of ${name}`, () => {
      const error = { code, context: null, message: "█The wind blows.", status_code: status };
      const card = hover(JSON.stringify({ error }), "log");
      for (const cause of causes.slice(0, 3)) assert.ok(card.includes(`- ${cause}\n`), card);
      assert.ok(card.includes(`**Fix** – ${fixes[0]?.text}`), card);
    });
  }
});

function hover(marked: string, languageId: string): string {
  const { text, cursor } = readMarks(marked);
  const { document, parsed } = openDocument(text, languageId);
  const answer = getHover(document, parsed, document.positionAt(cursor), FULL_SUPPORT);
  return answer === undefined ? "" : (answer.contents as { value: string }).value;
}
