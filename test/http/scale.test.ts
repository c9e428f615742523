import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { embeddedHttp } from "../../server/src/http/embeddedHttp.ts";
import { parseHttpDocument } from "../../server/src/http/parseHttpDocument.ts";
import { reparseHttpDocument } from "../../server/src/http/reparseHttpDocument.ts";
import { assertLinear } from "../support/linear.ts";
import { manyRequests } from "./manyRequests.ts";

/** Texts that would take minutes for a reader that looks at something again and again. */
const HOSTILE: Readonly<Record<string, string>> = {
  "one body line of 20 MB": `POST /x\n\n{"a": "${"x".repeat(20_000_000)}"}`,
  "placeholders on one line": `POST /x\n\n{"a": "${"{{x}}".repeat(60_000)}"}`,
  "unclosed placeholders on one line": `POST /x\n\n{"a": "${'{{x"'.repeat(40_000)}}}`,
  "openers of scripts": `POST /x\n\n${"{{\n".repeat(60_000)}`,
  "openers of handlers": "> {%\n".repeat(40_000),
  "openers of comments": `POST /x\n\n{\n${"/*\n".repeat(60_000)}}`,
  "one line of hashes": "#".repeat(5_000_000),
  "indented separators": "   ###\n".repeat(20_000),
  "blank lines behind an indented separator": `  ###\n${" \n".repeat(60_000)}x`,
  "variables in a body": `POST /x\n\n{\n${"@a=1\n".repeat(40_000)}}`,
  "headers continued": `GET /x\nA: b\n${"  c\n".repeat(40_000)}`,
  "a URL continued": `GET /x\n${"  /c\n".repeat(40_000)}`,
  "headers behind blank lines": `GET /x\n\n${`${"Accept: b\n".repeat(50)}GET /y\n\n`.repeat(1_000)}`,
  "requests without separators": "GET http://h/x\n".repeat(20_000),
  "requests inside a string": `POST /x\n\n{"a":"\n${"GET /x\n".repeat(60_000)}`,
  "answers below each other": `GET /x\n\n${"HTTP/1.1 200 OK\n\n".repeat(10_000)}`,
  "parts of multipart with comments": `POST /x\nContent-Type: multipart/mixed; boundary=b\n\n${"--b\nContent-Type: application/json\n\n{\n# c\n}\n".repeat(10_000)}`,
  "files among lines of JSON": `POST /x\nContent-Type: application/x-ndjson\n\n${'{"a":1}\n< ./x\n'.repeat(10_000)}`,
  "quotes and backslashes of a command": `curl ${"'\\".repeat(60_000)}`,
  "comment signs of a header": `GET /x\nAccept: ${" //x #".repeat(60_000)}`,
  "unclosed placeholders in a URL": `GET ${"{{a".repeat(100_000)}`,
  "braces in a URL": `GET ${"{{".repeat(60_000)}`,
};

suite("scale", () => {
  for (const [name, text] of Object.entries(HOSTILE)) {
    test(`reads ${name} in time that grows with it`, () =>
      assertLinear((part) => parseHttpDocument(part), text));
  }

  test("finds many fences without separators in time", () => {
    const text = "```http\nGET /x\n```\n".repeat(20_000);
    assertLinear((part) => {
      for (const span of embeddedHttp(part, "markdown")) parseHttpDocument(part, { span });
    }, text);
  });

  test("one key among 10,000 requests makes one block be read", () => {
    const text = manyRequests(10_000);
    const at = text.indexOf('"Contact 5000"') + 1;
    const document = parseHttpDocument(text);
    assert.equal(document.blocks.length, 10_000);
    const typed = `${text.slice(0, at)}x${text.slice(at)}`;
    const read = reparseHttpDocument(document, typed, { span: { start: at, end: at }, newLength: 1 });
    const known = new Set(document.blocks);
    const fresh = read.blocks.filter((block) => !known.has(block.origin ?? block));
    assert.deepEqual(
      fresh.map((block) => block.title?.value),
      ["Request 5000"],
    );
  });
});
