import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { embeddedHttp } from "../../server/src/http/embeddedHttp.ts";
import { parseHttpDocument } from "../../server/src/http/parseHttpDocument.ts";
import { sliceSpan } from "../../server/src/text/span.ts";
import { outline } from "./outline.ts";

interface Row {
  readonly name: string;
  readonly language: string;
  readonly text: string;
  readonly expected: readonly string[];
}

const ROWS: readonly Row[] = [
  {
    name: "fences of both names, among others",
    language: "markdown",
    text: "# T\n```http\nGET /a\n```\n~~~ rest title\nGET /b\n~~~\n```json\n{}\n```\n",
    expected: ["GET /a\n", "GET /b\n"],
  },
  {
    name: "a fence inside a longer fence is text",
    language: "markdown",
    text: "````md\n```http\nGET /a\n```\n````\n",
    expected: [],
  },
  {
    name: "a fence that closes with more backticks, one in a list, one that never closes",
    language: "markdown",
    text: "```http\nGET /a\n````\n- x\n  ```HTTP\n  GET /b\n  ```\n```http\nGET /c",
    expected: ["GET /a\n", "  GET /b\n", "GET /c"],
  },
  { name: "inline code is no fence", language: "markdown", text: "```http``` GET /a\n", expected: [] },
  {
    name: "listings of AsciiDoc",
    language: "asciidoc",
    text: "[source,http]\n----\nGET /a\n----\n[source, rest, linenums]\n.Title\n....\nGET /b\n....\n[,http]\n----\nGET /c\n----\n",
    expected: ["GET /a\n", "GET /b\n", "GET /c\n"],
  },
  {
    name: "other listings of AsciiDoc",
    language: "asciidoc",
    text: "[source,json]\n----\n{}\n----\n----\nGET /b\n----\n",
    expected: [],
  },
  { name: "other languages", language: "http", text: "```http\nGET /a\n```", expected: [] },
];

suite("embeddedHttp", () => {
  for (const { name, language, text, expected } of ROWS) {
    test(name, () => {
      const spans = embeddedHttp(text, language);
      assert.deepEqual(
        spans.map((span) => sliceSpan(text, span)),
        expected,
      );
    });
  }

  test("a fence is read in place, and ### in it separates two requests", () => {
    const text = 'Text\n```http\nPOST http://h/x\n\n{"a": 1}\n### two\nGET http://h/y\n```\n### no\n';
    const [span] = embeddedHttp(text, "markdown");
    const document = parseHttpDocument(text, span && { span });
    assert.deepEqual(outline(document, text), [
      "###",
      "POST http://h/x",
      '  json {"a": 1}',
      '    json {"a": 1}',
      "### two",
      "GET http://h/y",
    ]);
  });
});
