import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { parseHttpDocument } from "../../server/src/http/parseHttpDocument.ts";
import { contentTypeOf } from "../../server/src/http/requestQueries.ts";
import { outline } from "./outline.ts";

interface Row {
  readonly name: string;
  readonly text: string;
  readonly expected: readonly string[];
  /** What the client sends as Content-Type. */
  readonly contentType?: string;
}

const FORM = "application/x-www-form-urlencoded";

const ROWS: readonly Row[] = [
  {
    name: "data that is JSON in single quotes",
    text: `curl https://h/x -d '{"a":1,}'`,
    expected: ["###", "POST https://h/x", '  json {"a":1,}', '    json {"a":1,}'],
    contentType: FORM,
  },
  {
    name: "a command over several lines",
    text: `### t\n# @name n\ncurl -X put 'https://h/x' \\\n  -H 'Content-Type: application/json' \\\n  --data-raw '{\n  "a": 1\n  // off\n}' \\\n  --compressed\n\n> {% t %}`,
    expected: [
      "### t",
      "PUT https://h/x (n)",
      "  Content-Type: application/json",
      '  json {⏎  "a": 1⏎  // off⏎}',
      '    json {⏎  "a": 1⏎  // off⏎} without   // off',
      "script > {% t %}",
    ],
    contentType: "application/json",
  },
  {
    name: "JSON with escaped quotes cannot be judged in place",
    text: 'curl -XPATCH --url=https://h/x --json "{\\"a\\": 1}"',
    expected: ["###", "PATCH https://h/x", '  json "{\\"a\\": 1}"'],
    contentType: "application/json",
  },
  {
    name: "an apostrophe that leaves the quotes cannot be judged in place",
    text: `curl https://h/x -d '{"a": "it'\\''s"}'`,
    expected: ["###", "POST https://h/x", `  json '{"a": "it'\\''s"}'`],
    contentType: FORM,
  },
  {
    name: "several data options make a form",
    text: "curl https://h/x -d a=1 -d b=2",
    expected: ["###", "POST https://h/x", "  form a=1 -d b=2"],
    contentType: FORM,
  },
  {
    name: "data from a file",
    text: "curl https://h/x --data-binary @body.json -H 'Content-Type: application/json'",
    expected: [
      "###",
      "POST https://h/x",
      "  Content-Type: application/json",
      "  file @body.json",
      "body file body.json",
    ],
    contentType: "application/json",
  },
  {
    name: "credentials and a key",
    text: `curl -u me:secret "https://h/x" -H "X-DreamFactory-API-Key: {{key}}" -o out.json`,
    expected: ["###", "GET https://h/x", "  : me:secret", "  X-DreamFactory-API-Key: {{key}}"],
  },
  {
    name: "data that goes into the query",
    text: "curl -G https://h/x -d limit=1",
    expected: ["###", "GET https://h/x"],
  },
  { name: "a head request", text: "curl -I https://h/x", expected: ["###", "HEAD https://h/x"] },
  {
    name: "a form with a file",
    text: "curl https://h/x -F files=@a.png",
    expected: ["###", "POST https://h/x"],
    contentType: "multipart/form-data",
  },
  {
    name: "JSON under another type is not judged",
    text: `curl https://h/x -H 'Content-Type: text/plain' -d '{"a":1,}'`,
    expected: ["###", "POST https://h/x", "  Content-Type: text/plain", '  text {"a":1,}'],
    contentType: "text/plain",
  },
  {
    name: "a quote that is never closed",
    text: `curl https://h/x -d '{"a": 1}\n###\nGET https://h/y`,
    expected: ["###", "POST https://h/x", '  json {"a": 1}', '    json {"a": 1}', "###", "GET https://h/y"],
    contentType: FORM,
  },
  {
    name: "two commands without a separator",
    text: "curl https://h/x\n\ncurl https://h/y -H 'A: {{b'",
    expected: [
      "###",
      "GET https://h/x",
      "GET https://h/y",
      "  A: {{b",
      "! missing-separator curl https://h/y -H 'A: {{b'",
      "! unclosed-variable {{b",
    ],
  },
  {
    name: "an option named like a member of objects",
    text: "curl constructor",
    expected: ["###", "GET constructor"],
  },
  { name: "nothing but the word", text: "curl ", expected: ["###", "GET "] },
];

suite("cURL commands", () => {
  for (const { name, text, expected, contentType } of ROWS) {
    test(name, () => {
      const document = parseHttpDocument(text);
      assert.deepEqual(outline(document, text), expected);
      const request = document.blocks[0]?.requests[0];
      assert.equal(request && contentTypeOf(request), contentType);
    });
  }
});
