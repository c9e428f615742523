import assert from "node:assert/strict";
import process from "node:process";
import { suite, test } from "node:test";
import type { DocumentSymbol, SymbolInformation } from "vscode-languageserver-types";
import { getDocumentSymbols } from "../../server/src/features/documentSymbols.ts";
import { cpuTime } from "../support/cpuTime.ts";
import { FULL_SUPPORT, openDocument } from "../support/documents.ts";
import { manyRecords } from "../support/manyRecords.ts";

const ANSWER = `{"error":{"code":404,"context":null,"message":"Table &quot;contcat&quot; does not exist in the database.","status_code":404}}`;

suite("outline", () => {
  test("shows requests with their bodies, responses and errors", () => {
    const text = [
      "@apiKey = abcdef",
      "",
      "### Read contacts",
      "POST https://df.example.com/api/v2/db/_table/contcat",
      "Content-Type: application/json",
      "",
      '{"resource": []}',
      "",
      "HTTP/1.1 404 Not Found",
      "Content-Type: application/json",
      "",
      ANSWER,
      "",
      "### ",
      "GET https://df.example.com/api/v2/db/_table/order?api_key=secret",
      "",
    ].join("\n");
    assert.deepEqual(outline(text, "http"), [
      "@apiKey · •••",
      "Read contacts · POST /api/v2/db/_table/contcat",
      "  Body · json",
      "  404 Not Found · Response",
      '    NotFoundException: Table "contcat" does not exist in the database. · 404 Not Found',
      "GET /api/v2/db/_table/order",
    ]);
  });

  test("shows the records of a log with the failing records of a batch", () => {
    const batch = `{"error":{"code":1000,"context":{"error":[1],"resource":[{"id":1},{"code":"23000","message":"SQLSTATE[23000]: Integrity constraint violation: 1062 Duplicate entry 'A' for key 'k'"}]},"message":"Batch Error: Not all requested records could be created.","status_code":400}}`;
    const lines = outline(`[2026-11-22T09:14:58+00:00] production.ERROR: said ${batch} \n`, "log");
    assert.equal(lines.length, 2);
    assert.match(lines[0] ?? "", /^BatchException: Batch Error: .* · 2026-11-22T09:14:58\+00:00$/);
    assert.match(lines[1] ?? "", /^ {2}Record 1: SQLSTATE\[23000\]/);
  });

  test("ends with what was left out", () => {
    const lines = outline(manyRecords(1_003), "log");
    assert.equal(lines.length, 1_001);
    assert.equal(lines.at(-1), "… 3 more errors");
  });

  test("masks secrets and shows what would be invisible", () => {
    const text = `{"error":{"code":400,"context":null,"message":"Bad \\u202Eevil password=hunter2 ${"x".repeat(5_000)}","status_code":400}}`;
    const [name = ""] = outline(text, "json");
    assert.ok(name.includes("Bad \\u{202e}evil password=••• x"), name);
    assert.ok(name.length < 140, name);
  });

  test("is a flat list for editors that know no tree", () => {
    const { document, parsed } = openDocument(`### a\nPOST /api/v2/db/_table/x\n\n{"a":1}\n`, "http");
    const symbols = getDocumentSymbols(document, parsed, { ...FULL_SUPPORT, hierarchicalSymbols: false });
    assert.deepEqual(
      symbols.map((symbol) => [symbol.name, (symbol as SymbolInformation).containerName]),
      [
        ["a", undefined],
        ["Body", "a"],
      ],
    );
  });

  test("keeps every symbol inside its parent", () => {
    const { document, parsed } = openDocument(
      `### a\n\nPOST /api/v2/db/_table/x\n\n{"a":1}\n\nHTTP/1.1 404 Not Found\n\n${ANSWER}\n\n### b\nGET /x\n`,
      "http",
    );
    const check = (symbols: readonly DocumentSymbol[], inside?: DocumentSymbol): void => {
      for (const symbol of symbols) {
        const { start, end } = symbol.range;
        assert.ok(document.offsetAt(symbol.selectionRange.start) >= document.offsetAt(start), symbol.name);
        assert.ok(document.offsetAt(symbol.selectionRange.end) <= document.offsetAt(end), symbol.name);
        if (inside !== undefined) {
          assert.ok(document.offsetAt(start) >= document.offsetAt(inside.range.start), symbol.name);
          assert.ok(document.offsetAt(end) <= document.offsetAt(inside.range.end), symbol.name);
        }
        check(symbol.children ?? [], symbol);
      }
    };
    const symbols = getDocumentSymbols(document, parsed, FULL_SUPPORT) as DocumentSymbol[];
    assert.equal(symbols.length, 2);
    check(symbols);
  });

  test("of 5,000 records is quick", () => {
    const { document, parsed } = openDocument(manyRecords(5_000), "log");
    assert.equal(parsed.records.length, 5_000);
    const started = process.cpuUsage();
    getDocumentSymbols(document, parsed, FULL_SUPPORT);
    assert.ok(cpuTime(started) < 1_000);
  });
});

function outline(text: string, languageId: string): string[] {
  const { document, parsed } = openDocument(text, languageId);
  const lines: string[] = [];
  const walk = (symbols: readonly DocumentSymbol[], indent: string): void => {
    for (const { name, detail, children = [] } of symbols) {
      lines.push(indent + [name, detail].filter((part) => part !== undefined).join(" · "));
      walk(children, `${indent}  `);
    }
  };
  walk(getDocumentSymbols(document, parsed, FULL_SUPPORT) as DocumentSymbol[], "");
  return lines;
}
