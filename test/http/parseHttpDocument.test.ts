import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { suite, test } from "node:test";
import { parseHttpDocument } from "../../server/src/http/parseHttpDocument.ts";
import { outline } from "./outline.ts";

interface Row {
  readonly name: string;
  readonly text: string;
  readonly expected: readonly string[];
}

const JSON_TYPE = "Content-Type: application/json";

/** What people write, and what is read in it; line breaks within a value are shown as `⏎`. */
const ROWS: readonly Row[] = [
  {
    name: "a separator with nothing but a title",
    text: "### Only a title\n",
    expected: ["### Only a title"],
  },
  {
    name: "a file that starts with blank lines, a comment and a variable",
    text: "\n\n# first\n@host = https://h\n\nGET {{host}}/api\n",
    expected: ["###", "@host = https://h", "GET {{host}}/api"],
  },
  { name: "a file without separators", text: "GET http://h/x", expected: ["###", "GET http://h/x"] },
  {
    name: "a separator as the last line",
    text: "GET http://h/x\n###",
    expected: ["###", "GET http://h/x", "###"],
  },
  {
    name: "two separators in a row",
    text: "GET http://h/x\n###\n#### again\nGET http://h/y",
    expected: ["###", "GET http://h/x", "###", "### again", "GET http://h/y"],
  },
  {
    name: "an indented separator before a request",
    text: "GET http://h/x\n  ### next\n  GET http://h/y",
    expected: ["###", "GET http://h/x", "### next", "GET http://h/y"],
  },
  {
    name: "an indented ### inside a JSON body is a comment",
    text: `POST http://h/x\n${JSON_TYPE}\n\n{\n  "a": 1,\n  ### heading\n  "b": 2\n}`,
    expected: [
      "###",
      "POST http://h/x",
      "  Content-Type: application/json",
      '  json {⏎  "a": 1,⏎  ### heading⏎  "b": 2⏎}',
      '    json {⏎  "a": 1,⏎  ### heading⏎  "b": 2⏎} without   ### heading',
    ],
  },
  {
    name: "an indented ### inside a multi-line JSON string stays in the body",
    text: 'POST http://h/x\n\n{"a": "one\n  ### two\n  three"}',
    expected: [
      "###",
      "POST http://h/x",
      '  json {"a": "one⏎  ### two⏎  three"}',
      '    json {"a": "one⏎  ### two⏎  three"} without   ### two',
    ],
  },
  { name: "a method in lower case", text: "post http://h/x", expected: ["###", "POST http://h/x"] },
  { name: "a bare URL", text: "https://h/x?a=1", expected: ["###", "GET https://h/x?a=1"] },
  { name: "a bare placeholder", text: "{{host}}/x", expected: ["###", "GET {{host}}/x"] },
  { name: "a bare path", text: "/api/v2/db HTTP/1.1", expected: ["###", "GET /api/v2/db"] },
  { name: "a bare host", text: "localhost:8080/api", expected: ["###", "GET localhost:8080/api"] },
  { name: "OPTIONS *", text: "OPTIONS * HTTP/1.1\nHost: h", expected: ["###", "OPTIONS *", "  Host: h"] },
  {
    name: "a query over several lines, with a comment among them",
    text: "GET http://h/x\n  ?a=1\n  # not now\n  &b=2\n&c=3 HTTP/1.1\nAccept: */*",
    expected: ["###", "GET http://h/x?a=1&b=2&c=3", "  Accept: */*"],
  },
  {
    name: "a path over several lines",
    text: "GET http://h\n    /api/v2\n    /db\nAccept: */*",
    expected: ["###", "GET http://h/api/v2/db", "  Accept: */*"],
  },
  {
    name: "a name of several words, as JetBrains has it",
    text: "# @name = create a contact \nGET http://h/x",
    expected: ["###", "GET http://h/x (create a contact)"],
  },
  {
    name: "HTTP/2 without negotiation, as JetBrains writes it",
    text: "GET http://h/x HTTP/2 (Prior Knowledge)\nAccept: */*",
    expected: ["###", "GET http://h/x", "  Accept: */*"],
  },
  {
    name: "messages of a WebSocket, one of them waiting",
    text: 'WEBSOCKET ws://h/x\n\n===\n{\n"a": 1\n}\n=== wait-for-server\nhello\n===\n[2]',
    expected: [
      "###",
      "WEBSOCKET ws://h/x",
      '  text ===⏎{⏎"a": 1⏎}⏎=== wait-for-server⏎hello⏎===⏎[2]',
      '    json {⏎"a": 1⏎}',
      "    json [2]",
    ],
  },
  {
    name: "a message of gRPC right behind the request line, which its clients understand",
    text: 'GRPC localhost:50051/hello.Hello/Say\n{"a": 1}',
    expected: ["###", "GRPC localhost:50051/hello.Hello/Say", '  json {"a": 1}', '    json {"a": 1}'],
  },
  {
    name: "a body of YAML or mail that looks like headers",
    text: "POST http://h/x\nContent-Type: application/yaml\n\nname: x\nhost: y\n\n###\nPOST http://h/x\nContent-Type: message/rfc822\n\nHost: h\n\n[1]",
    expected: [
      "###",
      "POST http://h/x",
      "  Content-Type: application/yaml",
      "  text name: x⏎host: y",
      "###",
      "POST http://h/x",
      "  Content-Type: message/rfc822",
      "  text Host: h⏎⏎[1]",
    ],
  },
  {
    name: "a transcript of curl that shows the body last",
    text: "GET http://h/x\n\n< HTTP/1.1 404 Not Found\n< A: 1\n< \n* Connection #0 to host h left intact\n{}\n",
    expected: ["###", "GET http://h/x", "answer 404 to http://h/x", "  A: 1", "  body {}"],
  },
  {
    name: "a kept answer behind an answer",
    text: "GET http://h/x\n\nHTTP/1.1 200 OK\n\n{}\n\n<> old.200.json",
    expected: [
      "###",
      "GET http://h/x",
      "answer 200 to http://h/x",
      "  body {}",
      "response file old.200.json",
    ],
  },
  {
    name: "a comment between headers",
    text: "GET http://h/x\nA: 1\n# B: 2\n// C: 3\nD: 4",
    expected: ["###", "GET http://h/x", "  A: 1", "  D: 4"],
  },
  {
    name: "a comment instead of the blank line",
    text: 'POST http://h/x\nA: 1\n# body\n{"a": 1}',
    expected: [
      "###",
      "POST http://h/x",
      "  A: 1",
      '  json {"a": 1}',
      '    json {"a": 1}',
      "! missing-blank-line {",
    ],
  },
  {
    name: "a header without a colon",
    text: 'POST http://h/x\nX-Flag\nA: 1\n\n{"a": 1}',
    expected: ["###", "POST http://h/x", "  X-Flag: ", "  A: 1", '  json {"a": 1}', '    json {"a": 1}'],
  },
  {
    name: "a header continued on an indented line",
    text: "GET http://h/x\nAccept: a,\n  b\nB: 2",
    expected: ["###", "GET http://h/x", "  Accept: a,⏎  b", "  B: 2"],
  },
  {
    name: "placeholders as header value and as header name",
    text: "GET http://h/x\nX-DreamFactory-API-Key: {{key}}\n{{name}}: 1",
    expected: ["###", "GET http://h/x", "  X-DreamFactory-API-Key: {{key}}", "  {{name}}: 1"],
  },
  {
    name: "default headers of httpYac",
    text: "GET http://h/x\n...defaults\nA: 1",
    expected: ["###", "GET http://h/x", "  A: 1"],
  },
  {
    name: "no blank line before the body",
    text: `POST http://h/x\n${JSON_TYPE}\n{"a": 1}`,
    expected: [
      "###",
      "POST http://h/x",
      "  Content-Type: application/json",
      '  json {"a": 1}',
      '    json {"a": 1}',
      "! missing-blank-line {",
    ],
  },
  {
    name: "two blank lines before the body",
    text: 'POST http://h/x\n\n\n{"a": 1}\n\n',
    expected: ["###", "POST http://h/x", '  json {"a": 1}', '    json {"a": 1}'],
  },
  {
    name: "headers behind the blank line",
    text: `POST http://h/x\n\n${JSON_TYPE}\nA: 1\n\n{"a": 1}`,
    expected: [
      "###",
      "POST http://h/x",
      "  Content-Type: application/json",
      "  A: 1",
      '  json {"a": 1}',
      '    json {"a": 1}',
      `! headers-after-blank-line ${JSON_TYPE}⏎A: 1`,
    ],
  },
  {
    name: "headers behind the blank line of a request without a body",
    text: "GET http://h/x\n\nX-DreamFactory-API-Key: {{key}}\n",
    expected: [
      "###",
      "GET http://h/x",
      "  X-DreamFactory-API-Key: {{key}}",
      "! headers-after-blank-line X-DreamFactory-API-Key: {{key}}",
    ],
  },
  {
    name: "a text body of lines with colons",
    text: "POST http://h/x\nContent-Type: text/plain\n\nTo: you\nSubject: me\n\nHello",
    expected: ["###", "POST http://h/x", "  Content-Type: text/plain", "  text To: you⏎Subject: me⏎⏎Hello"],
  },
  {
    name: "a body that is one placeholder",
    text: "POST http://h/x\nContent-Type: application/json\n\n{{payload}}",
    expected: ["###", "POST http://h/x", "  Content-Type: application/json", "  placeholder {{payload}}"],
  },
  {
    name: "a JSON body of placeholders",
    text: "POST http://h/x\n\n[{{a}}, {{b}}]",
    expected: ["###", "POST http://h/x", "  json [{{a}}, {{b}}]", "    json [{{a}}, {{b}}]"],
  },
  {
    name: "a quoted date in a string",
    text: 'POST http://h/x\n\n{"d": "{{$datetime "YYYY-MM-DD"}}"}',
    expected: [
      "###",
      "POST http://h/x",
      '  json {"d": "{{$datetime "YYYY-MM-DD"}}"}',
      '    json {"d": "{{$datetime "YYYY-MM-DD"}}"}',
    ],
  },
  {
    name: "doubled braces around an object are no placeholder",
    text: 'POST http://h/x\n\n{{\n  "a": 1\n}}',
    expected: ["###", "POST http://h/x", '  json {{⏎  "a": 1⏎}}', '    json {{⏎  "a": 1⏎}}'],
  },
  {
    name: "code between double braces before and behind a request",
    text: '{{\n  x = 1\n}}\nPOST http://h/x\n\n{"a": 1}\n{{@response\n  y = 2\n}}',
    expected: [
      "###",
      "POST http://h/x",
      '  json {"a": 1}',
      '    json {"a": 1}',
      "script {{⏎  x = 1⏎}}",
      "script {{@response⏎  y = 2⏎}}",
    ],
  },
  {
    name: "a body from a file",
    text: "POST http://h/x\nContent-Type: application/json\n\n< ./x.json",
    expected: [
      "###",
      "POST http://h/x",
      "  Content-Type: application/json",
      "  file < ./x.json",
      "body file ./x.json",
    ],
  },
  {
    name: "a body from a file with placeholders",
    text: "POST http://h/x\n\n<@ x y.json\n",
    expected: ["###", "POST http://h/x", "  file <@ x y.json", "body file x y.json"],
  },
  {
    name: "a body from a file in another encoding",
    text: "POST http://h/x\n\n<@latin1 x.txt",
    expected: ["###", "POST http://h/x", "  file <@latin1 x.txt", "body file x.txt"],
  },
  {
    name: "a file among the lines of a JSON body, which nobody can judge then",
    text: 'POST http://h/x\nContent-Type: application/json\n\n{"a":\n< ./x.json\n}',
    expected: [
      "###",
      "POST http://h/x",
      "  Content-Type: application/json",
      '  json {"a":⏎< ./x.json⏎}',
      "body file ./x.json",
    ],
  },
  {
    name: "GraphQL by its header, with variables",
    text: 'POST http://h/x\nX-REQUEST-TYPE: GraphQL\n\nquery q($n: Int) {\n  a(n: $n)\n\n  b\n}\n\n{"n": 1,}',
    expected: [
      "###",
      "POST http://h/x",
      "  X-REQUEST-TYPE: GraphQL",
      '  graphql query q($n: Int) {⏎  a(n: $n)⏎⏎  b⏎}⏎⏎{"n": 1,}',
      '    json {"n": 1,}',
    ],
  },
  {
    name: "GraphQL by its first word, with variables",
    text: 'POST http://h/x\n\nmutation { a }\n\n{"n": 1}',
    expected: ["###", "POST http://h/x", '  graphql mutation { a }⏎⏎{"n": 1}', '    json {"n": 1}'],
  },
  {
    name: "GraphQL under the type of JSON",
    text: `POST http://h/x\n${JSON_TYPE}\n\nquery {\n  a\n}\n`,
    expected: ["###", "POST http://h/x", "  Content-Type: application/json", "  graphql query {⏎  a⏎}"],
  },
  {
    name: "GraphQL by its method",
    text: "GRAPHQL http://h/x\n\n{ a }",
    expected: ["###", "GRAPHQL http://h/x", "  graphql { a }"],
  },
  {
    name: "NDJSON",
    text: 'POST http://h/x\nContent-Type: application/x-ndjson\n\n{"a": 1}\n# no\n{"b": 2,}\n\n{{c}}',
    expected: [
      "###",
      "POST http://h/x",
      "  Content-Type: application/x-ndjson",
      '  ndjson {"a": 1}⏎# no⏎{"b": 2,}⏎⏎{{c}}',
      '    json {"a": 1}',
      '    json {"b": 2,}',
      "    json {{c}}",
    ],
  },
  {
    name: "multipart with a JSON part, a file part and a part of text",
    text: readFileSync(join(import.meta.dirname, "../fixtures/http/multipart.http"), "utf8"),
    expected: [
      "### Upload with a description",
      "POST https://example.com/api/v2/files/photos/",
      "  Content-Type: multipart/form-data; boundary=----part",
      '  multipart ------part⏎Content-Disposition: form-data; name="meta"⏎Content-Type: application/json⏎⏎{⏎  "resource": [{"name": "a.png",}]⏎}⏎------part⏎Content-Disposition: form-data; name="files"; filename="a.png"⏎Content-Type: image/png⏎⏎< ./a.png⏎------part⏎Content-Disposition: form-data; name="note"⏎⏎{"not": "judged"}⏎------part--',
      '    json {⏎  "resource": [{"name": "a.png",}]⏎}',
      "body file ./a.png",
    ],
  },
  {
    name: "multipart with words before its first part",
    text: 'POST http://h/x\nContent-Type: multipart/mixed; boundary="b"\n\npreamble\n--b\nContent-Type: application/json\n\n1\n--b--',
    expected: [
      "###",
      "POST http://h/x",
      '  Content-Type: multipart/mixed; boundary="b"',
      "  multipart preamble⏎--b⏎Content-Type: application/json⏎⏎1⏎--b--",
      "    json 1",
    ],
  },
  {
    name: "a variable among the headers",
    text: "GET http://h/x\n@v = 1\nA: {{v}}",
    expected: ["###", "@v = 1", "GET http://h/x", "  A: {{v}}"],
  },
  {
    name: "an indented separator before blank lines and a comment",
    text: "GET http://h/x\n ### two\n\n \n# @name y\nGET http://h/y",
    expected: ["###", "GET http://h/x", "### two", "GET http://h/y (y)"],
  },
  {
    name: "multipart without a boundary in its header",
    text: 'POST http://h/x\nContent-Type: multipart/mixed\n\n--b\nContent-Type: application/json\n\n{"a": 1}\n--b--',
    expected: [
      "###",
      "POST http://h/x",
      "  Content-Type: multipart/mixed",
      '  multipart --b⏎Content-Type: application/json⏎⏎{"a": 1}⏎--b--',
      '    json {"a": 1}',
    ],
  },
  {
    name: "a form",
    text: "POST http://h/x\nContent-Type: application/x-www-form-urlencoded\n\na=1\n&b=2",
    expected: [
      "###",
      "POST http://h/x",
      "  Content-Type: application/x-www-form-urlencoded",
      "  form a=1⏎&b=2",
    ],
  },
  {
    name: "XML",
    text: "POST http://h/x\n\n<a>1</a>",
    expected: ["###", "POST http://h/x", "  xml <a>1</a>"],
  },
  {
    name: "a script before the request, a handler, a test and an output behind it",
    text: "< ./before.js\nGET http://h/x\n\n> ./after.js\n?? status == 200\n>>! ./out.json\n<> ./old.400.json",
    expected: [
      "###",
      "GET http://h/x",
      "script file ./before.js",
      "script file ./after.js",
      "output file ./out.json",
      "response file ./old.400.json",
    ],
  },
  {
    name: "a handler on one line and one on several",
    text: 'POST http://h/x\n\n{"a": 1}\n\n> {% client.log("a") %}\n\n> {%\n  client.log("}");\n%}',
    expected: [
      "###",
      "POST http://h/x",
      '  json {"a": 1}',
      '    json {"a": 1}',
      'script > {% client.log("a") %}',
      'script > {%⏎  client.log("}");⏎%}',
    ],
  },
  {
    name: "a script of JetBrains before the request",
    text: '< {%\n  request.variables.set("a", 1)\n%}\nGET http://h/x',
    expected: ["###", "GET http://h/x", 'script < {%⏎  request.variables.set("a", 1)⏎%}'],
  },
  {
    name: "a response behind a request",
    text: 'POST http://h/x\n\n{"a": 1}\n\nHTTP/1.1 400 Bad Request\nContent-Type: application/json\n\n{"error": {}}\n',
    expected: [
      "###",
      "POST http://h/x",
      '  json {"a": 1}',
      '    json {"a": 1}',
      "answer 400 to http://h/x",
      "  Content-Type: application/json",
      '  body {"error": {}}',
    ],
  },
  {
    name: "a response right behind the headers",
    text: "GET http://h/x\nA: 1\nHTTP/1.1 401 Unauthorized\n",
    expected: ["###", "GET http://h/x", "  A: 1", "answer 401 to http://h/x"],
  },
  {
    name: "a file that is one response",
    text: 'HTTP/1.1 500 Internal Server Error\nA: 1\n\n{"error":\nGET http://h/x\n}',
    expected: ["###", "answer 500", "  A: 1", '  body {"error":⏎GET http://h/x⏎}'],
  },
  { name: "HTTP/2 without a reason", text: "HTTP/2 404\n\nx", expected: ["###", "answer 404", "  body x"] },
  {
    name: "a transcript of curl -v",
    text: '* Connected to h\n> GET /x HTTP/1.1\n> Host: h\n>\n< HTTP/1.1 400 Bad Request\n< Server: a\n<\n{"error": {}}\n* Connection #0 left intact',
    expected: ["###", "answer 400", "  Server: a", '  body {"error": {}}'],
  },
  {
    name: "a transcript of curl -v with its progress",
    text: "< HTTP/1.1 400 Bad Request\n< \n{ [20 bytes data]\n",
    expected: ["###", "answer 400"],
  },
  {
    name: "a transcript of curl -v with the last words behind the body",
    text: '< HTTP/1.1 400 Bad Request\n< \n{ "error": {}}* Connection #0 to host h left intact',
    expected: ["###", "answer 400", '  body { "error": {}}'],
  },
  {
    name: "two requests without a separator",
    text: 'POST http://h/x\n\n{"a": 1}\n\n# @name second\nGET http://h/y\nA: 1',
    expected: [
      "###",
      "POST http://h/x",
      '  json {"a": 1}',
      '    json {"a": 1}',
      "GET http://h/y (second)",
      "  A: 1",
      "! missing-separator GET http://h/y",
    ],
  },
  {
    name: "two request lines in a row",
    text: "GET http://h/x\nGET http://h/y",
    expected: ["###", "GET http://h/x", "GET http://h/y", "! missing-separator GET http://h/y"],
  },
  {
    name: "a text body that begins a line with GET",
    text: "POST http://h/x\n\nWe will\nGET it done\nGET /x is a request",
    expected: [
      "###",
      "POST http://h/x",
      "  text We will⏎GET it done",
      "GET /x is a request",
      "! missing-separator GET /x is a request",
    ],
  },
  {
    name: "a Markdown body with headings",
    text: "POST http://h/x\nContent-Type: text/markdown\n\n# Heading\n\n> a quotation of words\n",
    expected: [
      "###",
      "POST http://h/x",
      "  Content-Type: text/markdown",
      "  text # Heading⏎⏎> a quotation of words",
    ],
  },
  {
    name: "comment signs inside strings",
    text: 'POST http://h/x\n\n{"u": "http://h", // sent\n"#": "# no"}',
    expected: [
      "###",
      "POST http://h/x",
      '  json {"u": "http://h", // sent⏎"#": "# no"}',
      '    json {"u": "http://h", // sent⏎"#": "# no"}',
    ],
  },
  {
    name: "CRLF",
    text: '### t\r\nPOST http://h/x\r\nA: 1\r\n\r\n{\r\n"a": 1\r\n}\r\n',
    expected: ["### t", "POST http://h/x", "  A: 1", '  json {␍⏎"a": 1␍⏎}', '    json {␍⏎"a": 1␍⏎}'],
  },
  { name: "a byte order mark", text: "\uFEFF### t\nGET http://h/x", expected: ["### t", "GET http://h/x"] },
  {
    name: "a byte order mark at the start of a body is part of it",
    text: "POST http://h/x\n\n\uFEFF{}",
    expected: ["###", "POST http://h/x", "  json \uFEFF{}", "    json \uFEFF{}"],
  },
  {
    name: "lines that httpYac removes from a body",
    text: 'POST http://h/x\n\n{\n@v = 1\n/*\n"a": 1,\n*/\n"b": 2\n}',
    expected: [
      "###",
      "@v = 1",
      "POST http://h/x",
      '  json {⏎@v = 1⏎/*⏎"a": 1,⏎*/⏎"b": 2⏎}',
      '    json {⏎@v = 1⏎/*⏎"a": 1,⏎*/⏎"b": 2⏎} without @v = 1 without /*⏎"a": 1,⏎*/',
      "! httpyac-only @v = 1",
      '! httpyac-only /*⏎"a": 1,⏎*/',
    ],
  },
];

suite("parseHttpDocument", () => {
  for (const { name, text, expected } of ROWS) {
    test(name, () => assert.deepEqual(outline(parseHttpDocument(text), text), expected));
  }
});
