import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { suite, test } from "node:test";
import type { DocumentSymbol, Range } from "vscode-languageserver-types";
import * as service from "../../server/src/languageService.ts";
import { FULL_SUPPORT, openDocument } from "../support/documents.ts";
import { seededRandom } from "../support/random.ts";

const SOURCES: Readonly<Record<string, string>> = {
  "requests.http": "http",
  "dreamfactory.log": "log",
  "response.json": "json",
};

/** Everything that an editor asks of a document on its own, with the cursor at one place. */
function askAll(text: string, languageId: string, offset: number): Range[] {
  const { document, parsed } = openDocument(text, languageId);
  const position = document.positionAt(offset);
  const whole = { start: { line: 0, character: 0 }, end: document.positionAt(text.length) };
  const { DEFAULT_SETTINGS: settings } = service;
  service.getFoldingRanges(document, parsed, FULL_SUPPORT);
  service.getSemanticTokens(document, parsed, { start: position, end: whole.end });
  service.openRecord(document, parsed, position);
  const symbols = service.getDocumentSymbols(document, parsed, FULL_SUPPORT) as DocumentSymbol[];
  const hints = service.getInlayHints(document, parsed, whole, settings, FULL_SUPPORT);
  return [
    ...symbols.flatMap(({ range, selectionRange }) => [range, selectionRange]),
    ...hints.map(({ position: at }) => ({ start: at, end: at })),
    ...service.getDocumentLinks(document, parsed, FULL_SUPPORT).map(({ range }) => range),
    ...(service.getDocumentHighlights(document, parsed, position) ?? []).map(({ range }) => range),
    ...(service.getReferences(document, parsed, position) ?? []).map(({ range }) => range),
    ...service.getCodeLenses(document, parsed, settings, FULL_SUPPORT).map(({ range }) => range),
    service.nextError(document, parsed, { position, direction: "next" }, () => parsed) ?? whole,
    service.nextError(document, parsed, { position, direction: "previous" }, () => parsed) ?? whole,
    ...service.listErrors(document, parsed).errors.map(({ range }) => range),
    ...(service.getCompletions(document, parsed, position, settings, FULL_SUPPORT) ?? []).flatMap(
      ({ textEdit }) => (textEdit !== undefined && "range" in textEdit ? [textEdit.range] : []),
    ),
  ];
}

suite("every surface answers for every text", () => {
  for (const [file, languageId] of Object.entries(SOURCES)) {
    const source = readFileSync(`test/workspace/${file}`, "utf8");

    test(`cut off and mixed up from ${file}`, () => {
      const random = seededRandom(6);
      for (let round = 0; round < 60; round++) {
        const start = random.below(source.length);
        const pieces = [
          source.slice(start, start + random.below(2_000)),
          source.slice(random.below(source.length)).slice(0, 500),
        ];
        const text = pieces.join(random.pick(["", "\n", "{{", '"', "\r\n\r\n", "\n\nHTTP/1.1 400 x\n\n"]));
        const offset = random.below(text.length + 1);
        for (const { start: from, end } of askAll(text, languageId, offset)) {
          assert.ok(from.line < end.line || (from.line === end.line && from.character <= end.character));
        }
      }
    });
  }
});
