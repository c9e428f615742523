import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { suite, test } from "node:test";
import fc from "fast-check";
import type { ParseOptions } from "../../server/src/documents/model.ts";
import { parseDocument, reparseDocument } from "../../server/src/documents/parseDocument.ts";
import { bodiesWithin } from "../../server/src/documents/readRequests.ts";

const OPTIONS: ParseOptions = { client: "auto", hosts: [], claim: "auto" };

/** What people type, and what changes the structure around it. */
const typed = fc.oneof(
  fc.constantFrom("###\n", ",", '"', "{", "}", "]", "\n", "\n\n", "{{x}}", "// c\n", "GET /api/v2/db\n", ""),
  fc.string({ maxLength: 4 }),
);

const edit = fc.record({ at: fc.nat(), length: fc.nat(12), newText: typed });

suite("an edit leaves what a fresh read would find", () => {
  for (const [file, languageId] of [
    ["requests.http", "http"],
    ["dreamfactory.log", "log"],
  ] as const) {
    const original = readFileSync(`test/workspace/${file}`, "utf8");

    test(file, () => {
      fc.assert(
        fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
          let text = original;
          let parsed = parseDocument(text, languageId, OPTIONS);
          for (const { at, length, newText } of edits) {
            const start = at % (text.length + 1);
            const end = Math.min(text.length, start + length);
            text = text.slice(0, start) + newText + text.slice(end);
            const change = { span: { start, end }, newLength: newText.length };
            parsed = reparseDocument(parsed, text, change, OPTIONS);
          }
          const fresh = parseDocument(text, languageId, OPTIONS);
          const whole = { start: 0, end: text.length };
          assert.deepEqual(parsed.faults, fresh.faults);
          assert.deepEqual(parsed.records, fresh.records);
          assert.deepEqual(
            bodiesWithin(parsed, whole).map(({ part, judgement }) => ({ part, judgement })),
            bodiesWithin(fresh, whole).map(({ part, judgement }) => ({ part, judgement })),
          );
        }),
        { numRuns: 60, seed: 7 },
      );
    });
  }
});

suite("a variable of the document may hold the start of the path", () => {
  const codesOf = (text: string) =>
    parseDocument(text, "http", OPTIONS).faults.map(
      ({ code, span }) => `${code}: ${text.slice(span.start, span.end)}`,
    );
  const post = (url: string) =>
    `POST ${url}\nX-DreamFactory-API-Key: k\nContent-Type: application/json\n\n{"a":1}`;
  const wrapper = ["missing-resource-wrapper: {"];
  const rows: readonly (readonly [text: string, codes: readonly string[]])[] = [
    [`@base = https://df/api/v2\n${post("{{base}}/db/_table/contact")}`, wrapper],
    [`@base = https://df/api/v2/db\n${post("{{ base }}/_table/contact")}`, wrapper],
    [`@base = https://df/api\n${post("{{base}}/v2/db/_table/contact")}`, wrapper],
    [`@host = https://df\n@base = {{host}}/api/v2/\n###\n${post("{{base}}/db/_table/contact")}`, wrapper],
    [`@base = https://df/api/v2/db\n${post("{{base}}/contact")}`, ["missing-table-segment: contact"]],
    [`@a = {{b}}/x\n@b = {{a}}/y\n${post("{{a}}/api/v2/db/_table/contact")}`, wrapper],
    [`@tables = https://df/api/v2/db/_table\n${post("{{tables}}/contact")}`, wrapper],
    [`@table = https://df/api/v2/db/_table/contact\n${post("{{table}}")}`, wrapper],
    [`@table = https://df/api/v2/db/_table/contact\n${post("{{table}}/5")}`, ["create-by-id: 5"]],
    [`@record = https://df/api/v2/db/_table/contact/5\n${post("{{record}}")}`, ["create-by-id: {{record}}"]],
    [`@api = api/v2/db\n${post("{{host}}/{{api}}/_table/contact")}`, wrapper],
    [`@base = https://df/api/v2\n@base = https://df/other\n${post("{{base}}/some/thing")}`, []],
    [
      "@table = https://df/api/db/contact\nGET {{table}}\nX-DreamFactory-API-Key: k",
      ["missing-table-segment: {{table}}"],
    ],
    ["@base = https://df/rest\nGET {{base}}/db/contact?app_name=x", []],
    ['@base = https://shop/api/v2\nPOST {{base}}/tickets\nContent-Type: application/json\n\n{"a":1}', []],
  ];
  for (const [text, codes] of rows) {
    test(JSON.stringify(text.slice(0, text.indexOf("X-"))), () => assert.deepEqual(codesOf(text), codes));
  }

  test("or the host that the user has named", () => {
    const text = `@host = https://df.example.com\nPOST {{host}}/api/db/_table/contact\n\n{"a":1}`;
    const found = (hosts: readonly string[]) =>
      parseDocument(text, "http", { ...OPTIONS, hosts }).faults.map(({ code }) => code);
    assert.ok(found(["df.example.com"]).includes("missing-resource-wrapper"));
    assert.deepEqual(found(["example.com"]), []);
  });

  test("a change of it is seen in the other blocks", () => {
    const old = `@base = https://df/other/v2\n\n###\n${post("{{base}}/db/_table/contact")}`;
    const at = old.indexOf("other");
    const text = old.replace("other", "api");
    const change = { span: { start: at, end: at + "other".length }, newLength: "api".length };
    const parsed = reparseDocument(parseDocument(old, "http", OPTIONS), text, change, OPTIONS);
    assert.deepEqual(parsed.faults, parseDocument(text, "http", OPTIONS).faults);
    assert.deepEqual(codesOf(old), []);
    assert.deepEqual(codesOf(text), wrapper);
  });
});

suite("a script may give headers to every request", () => {
  const call = "GET https://df/api/v2/db/_table/contact\n";
  const rows: readonly (readonly [name: string, text: string, signed: boolean])[] = [
    [
      "JetBrains' global headers",
      `GET /x\n\n> {%\nclient.global.headers.set("A", "b")\n%}\n###\n${call}`,
      true,
    ],
    ["a script of a block of its own", `{{@request\nrequest.headers.A = "b"\n}}\n###\n${call}`, true],
    ["a script of another request", `GET /x\n\n> {%\nlog(response.headers)\n%}\n###\n${call}`, false],
    ["a script that sets no header", `{{\nexports.a = 1\n}}\n###\n${call}`, false],
  ];
  for (const [name, text, signed] of rows) {
    test(name, () => {
      const codes = parseDocument(text, "http", OPTIONS).faults.map(({ code }) => code);
      assert.deepEqual(codes, signed ? [] : ["missing-credentials"]);
    });
  }

  test("also when an edit of that script comes later", () => {
    const text = `{{\nx\n}}\n###\n${call}`;
    const parsed = parseDocument(text, "http", OPTIONS);
    const edited = text.replace("x", "request.headers.A = 1");
    const change = { span: { start: 3, end: 4 }, newLength: "request.headers.A = 1".length };
    assert.deepEqual(reparseDocument(parsed, edited, change, OPTIONS).faults, []);
  });
});
