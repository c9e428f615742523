import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { HTTP_FAULT_KINDS } from "../../server/src/http/faultKinds.ts";
import { parseHttpDocument } from "../../server/src/http/parseHttpDocument.ts";
import type { ClientProfile } from "../../server/src/http/profile.ts";
import { JSON_FAULT_KINDS } from "../../server/src/json/faults/kinds.ts";
import { applyEdits } from "../../server/src/text/edit.ts";
import type { Fault } from "../../server/src/text/fault.ts";
import { sliceSpan } from "../../server/src/text/span.ts";

function faultsIn(text: string, profile: ClientProfile = "auto"): readonly Fault[] {
  return parseHttpDocument(text, { profile }).blocks.flatMap((block) => block.faults);
}

/** The text after the first repair of the first fault. */
function mended(text: string): string {
  return applyEdits(text, faultsIn(text)[0]?.repairs[0]?.edits ?? []);
}

interface Row {
  readonly name: string;
  /** The wrong text stands between « and ». */
  readonly text: string;
  readonly code: string;
  readonly fixed: string;
}

const FAULTS: readonly Row[] = [
  {
    name: "a body right behind the headers",
    text: 'POST http://h/x\nA: 1\n«{»"a": 1}',
    code: "missing-blank-line",
    fixed: 'POST http://h/x\nA: 1\n\n{"a": 1}',
  },
  {
    name: "an indented array right behind the request line, with CRLF",
    text: "POST http://h/x\r\n  «[»1]\r\n",
    code: "missing-blank-line",
    fixed: "POST http://h/x\r\n\r\n  [1]\r\n",
  },
  {
    name: "headers behind two blank lines",
    text: 'POST http://h/x\n\n\n«Content-Type: application/json»\n\n{"a": 1}',
    code: "headers-after-blank-line",
    fixed: 'POST http://h/x\nContent-Type: application/json\n\n{"a": 1}',
  },
  {
    name: "some headers before and some behind the blank line",
    text: "GET http://h/x\nA: 1\n\n«Accept: */*»\n\n",
    code: "headers-after-blank-line",
    fixed: "GET http://h/x\nA: 1\nAccept: */*\n\n",
  },
  {
    name: "headers in two groups behind blank lines",
    text: 'POST http://h/x\n\n# who\n«X-DreamFactory-API-Key: k\n\nContent-Type: application/json»\n\n{"a": 1}',
    code: "headers-after-blank-line",
    fixed: 'POST http://h/x\n# who\nX-DreamFactory-API-Key: k\nContent-Type: application/json\n\n{"a": 1}',
  },
  {
    name: "a second request with its name and comment",
    text: "GET http://h/x\n\n# second\n# @name b\n«POST {{host}}/y»\n\n1",
    code: "missing-separator",
    fixed: "GET http://h/x\n\n###\n# second\n# @name b\nPOST {{host}}/y\n\n1",
  },
  {
    name: "a second request behind a body that lacks its brace",
    text: 'POST http://h/x\n\n{"a": 1\n\n«GET /y»',
    code: "missing-separator",
    fixed: 'POST http://h/x\n\n{"a": 1\n\n###\nGET /y',
  },
  {
    name: "a variable in the URL",
    text: "GET «{{host»/api/v2",
    code: "unclosed-variable",
    fixed: "GET {{host}}/api/v2",
  },
  {
    name: "a variable with one closing brace in a header",
    text: "GET http://h\nA: «{{key}»",
    code: "unclosed-variable",
    fixed: "GET http://h\nA: {{key}}",
  },
  {
    name: "a variable in a JSON string",
    text: 'POST http://h\n\n{"a": "«{{name»", "b": "{{c}}"}',
    code: "unclosed-variable",
    fixed: 'POST http://h\n\n{"a": "{{name}}", "b": "{{c}}"}',
  },
  {
    name: "a variable in a form",
    text: "POST http://h\nContent-Type: application/x-www-form-urlencoded\n\na=«{{name»&b={{c}}",
    code: "unclosed-variable",
    fixed: "POST http://h\nContent-Type: application/x-www-form-urlencoded\n\na={{name}}&b={{c}}",
  },
  {
    name: "a comment behind a URL",
    text: "GET http://h/x «# all of them»\nA: 1",
    code: "comment-in-head",
    fixed: "# all of them\nGET http://h/x\nA: 1",
  },
  {
    name: "a comment behind the HTTP version",
    text: "GET http://h/x HTTP/1.1 «// all of them»",
    code: "comment-in-head",
    fixed: "// all of them\nGET http://h/x HTTP/1.1",
  },
  {
    name: "a comment behind a header",
    text: "GET http://h/x\r\nContent-Type: application/json; charset=utf-8 «// as ever»\r\n",
    code: "comment-in-head",
    fixed: "GET http://h/x\r\n// as ever\r\nContent-Type: application/json; charset=utf-8\r\n",
  },
  {
    name: "a block comment in a body",
    text: 'POST http://h/x\n\n{\n«/*\n"a": 1,\n*/»\n"b": 2}',
    code: "httpyac-only",
    fixed: 'POST http://h/x\n\n{\n// "a": 1,\n"b": 2}',
  },
  {
    name: "a variable defined in a body",
    text: 'POST http://h/x\n\n{\n  «@v = 1»\n"b": {{v}}}',
    code: "httpyac-only",
    fixed: '@v = 1\nPOST http://h/x\n\n{\n"b": {{v}}}',
  },
];

const SILENT: readonly { readonly name: string; readonly text: string }[] = [
  { name: "a filter with blanks and signs", text: "GET {{h}}/x?filter=(a = 'b // c') and (d = ' # e')" },
  { name: "a fragment", text: "GET http://h/x#part" },
  { name: "a header of its own with signs", text: "GET http://h\nX-Note: a // b # c" },
  { name: "a user agent with a URL", text: "GET http://h\nAccept: text/html; q=http://x #y" },
  { name: "a request quoted in prose", text: "POST http://h\nContent-Type: text/plain\n\nUse\nGET /api/v2" },
  { name: "a request in a multi-line string", text: 'POST http://h\n\n{"a": "\nGET http://h/y\n"}' },
  { name: "lower-case prose", text: "POST http://h\n\nhello\nget /api" },
  { name: "an expression over several lines", text: "POST http://h\n\n{{\nfoo()\n}}\n" },
  { name: "nested braces of GraphQL", text: "POST http://h\nX-Request-Type: GraphQL\n\nquery {{a}" },
  {
    name: "an unclosed variable outside strings, as the judge reports it",
    text: 'POST http://h\n\n{"a": {{b }',
  },
  { name: "an unquoted key behind doubled braces", text: 'POST http://h\n\n{"x":{{a: 1\n}}}' },
  { name: "an escaped placeholder", text: 'POST http://h\n\n{"x": "\\{\\{a \\}\\}"}' },
  { name: "an unclosed variable in a comment", text: "GET http://h\n# A: {{b\nC: d" },
  { name: "a response in a block", text: "GET http://h\n\nHTTP/1.1 200 OK\n\n{{a" },
  { name: "a text body like a header", text: "POST http://h\n\nNote: this is text" },
  { name: "a MIME text with a body", text: "POST http://h\n\nSubject: hello\n\nHello there" },
];

suite("faults of structure", () => {
  for (const { name, text: marked, code, fixed } of FAULTS) {
    test(`${code}: ${name}`, () => {
      const text = marked.replace(/[«»]/g, "");
      const faults = faultsIn(text);
      assert.deepEqual(
        faults.map((fault) => [fault.code, sliceSpan(text, fault.span)]),
        [[code, /«([^»]*)»/.exec(marked)?.[1]]],
      );
      assert.equal(mended(text), fixed);
      assert.deepEqual(faultsIn(fixed), []);
    });
  }

  for (const { name, text } of SILENT) {
    test(`silent: ${name}`, () => {
      assert.deepEqual(
        faultsIn(text).map(({ code }) => code),
        [],
      );
    });
  }

  test("an unclosed variable is of a kind that the judge describes", () => {
    assert.ok(JSON_FAULT_KINDS.some(({ code }) => code === "unclosed-variable"));
  });

  test("no kind is described twice", () => {
    const codes = [...JSON_FAULT_KINDS, ...HTTP_FAULT_KINDS].map(({ code }) => code);
    assert.equal(new Set(codes).size, codes.length);
  });

  for (const { code, wrong, right, severity } of HTTP_FAULT_KINDS) {
    test(`${code}: its wrong example shows it and its right one is free of faults`, () => {
      assert.deepEqual(
        faultsIn(wrong).map((fault) => [fault.code, fault.severity]),
        [[code, severity]],
      );
      assert.deepEqual(faultsIn(right), []);
      assert.equal(mended(wrong), right);
    });
  }
});

suite("client profiles", () => {
  const rows: readonly { name: string; text: string; codes: Partial<Record<ClientProfile, string[]>> }[] = [
    {
      name: "httpYac needs no blank line",
      text: 'POST http://h\n{"a": 1}',
      codes: { auto: ["missing-blank-line"], httpyac: [], "rest-client": ["missing-blank-line"] },
    },
    {
      name: "httpYac needs no separator",
      text: "GET http://h\n\nGET http://i",
      codes: { auto: ["missing-separator"], httpyac: [], jetbrains: ["missing-separator"] },
    },
    {
      name: "block comments are httpYac's",
      text: "POST http://h\n\n{\n/*\n*/\n}",
      codes: { auto: ["httpyac-only"], httpyac: [], kulala: [] },
    },
  ];
  for (const { name, text, codes } of rows) {
    test(name, () => {
      for (const [profile, expected] of Object.entries(codes)) {
        const found = faultsIn(text, profile as ClientProfile).map(({ code }) => code);
        assert.deepEqual(found, expected, profile);
      }
    });
  }

  test("a handler is part of the body for clients that know none", () => {
    const text = "POST http://h\n\nhello\n> ./handler.js";
    const bodyFor = (profile: ClientProfile): string | undefined => {
      const body = parseHttpDocument(text, { profile }).blocks[0]?.requests[0]?.body;
      return body && sliceSpan(text, body.span);
    };
    assert.equal(bodyFor("rest-client"), "hello\n> ./handler.js");
    assert.equal(bodyFor("jetbrains"), "hello");
  });

  test("variables and block comments in a body are masked for the clients that remove them", () => {
    const text = 'POST http://h\n\n{\n@a = 1\n/*\n*/\n// c\n"b": 2\n}';
    const masksFor = (profile: ClientProfile): string[] => {
      const part = parseHttpDocument(text, { profile }).blocks[0]?.requests[0]?.body?.json[0];
      return part?.masks.map((mask) => sliceSpan(text, mask)) ?? [];
    };
    assert.deepEqual(masksFor("auto"), ["@a = 1", "/*\n*/", "// c"]);
    assert.deepEqual(masksFor("kulala"), ["@a = 1", "// c"]);
    assert.deepEqual(masksFor("visual-studio"), ["// c"]);
  });
});
