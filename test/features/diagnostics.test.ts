import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { getDiagnostics } from "../../server/src/features/diagnostics.ts";
import { DEFAULT_SETTINGS, type Settings } from "../../server/src/settings.ts";
import { FULL_SUPPORT, openDocument } from "../support/documents.ts";
import { markSpans, readMarks } from "../support/markedText.ts";

const HEAD = `POST https://example.com/api/v2/db/_table/contacts
X-DreamFactory-API-Key: {{key}}
Content-Type: application/json

`;

/** The official page's four causes of malformed JSON, and the words that a user reads. */
const ROWS: readonly (readonly [body: string, code: string, message: RegExp])[] = [
  [`{"resource": [{"name": "Ada"}«,»]}`, "trailing-comma", /^Trailing comma before `]`\./],
  [`{"resource": [{«name»: "Ada"}]}`, "unquoted-key", /^Key `name` needs double quotes\./],
  [
    `{"resource": [{"name": «'Ada'»}]}`,
    "single-quotes",
    /^JSON strings use double quotes: `"Ada"`, not `'Ada'`\./,
  ],
  [`{"resource": [{"name": "Ada"}«»}`, "unclosed", /`\]` is missing here/],
];

suite("one diagnostic for one fault", () => {
  for (const [body, code, message] of ROWS) {
    test(body, () => {
      const { text } = readMarks(HEAD + body);
      const found = diagnosticsOf(text);
      assert.deepEqual(
        found.map((each) => each.code),
        [code],
      );
      const said = String(found[0]?.message);
      assert.match(said, message);
      assert.match(said, /DreamFactory would answer 400: “No record\(s\) detected in request\.”$/);
      assert.equal(underlined(text), HEAD + body);
    });
  }
});

test("requests in the code blocks of Markdown and AsciiDoc are judged too, and the prose is not", () => {
  const body = `{"resource": [1,]}`;
  for (const [languageId, text] of [
    ["markdown", `# {"a":1,}\n\n\`\`\`http\n${HEAD}${body}\n\`\`\`\n\n\`\`\`json\n{"a":1,}\n\`\`\`\n`],
    ["asciidoc", `{"a":1,}\n\n[source,http]\n----\n${HEAD}${body}\n----\n`],
  ] as const) {
    const { document } = openDocument(text, languageId);
    const [found, ...rest] = diagnosticsOf(text, languageId);
    assert.deepEqual(rest, []);
    assert.equal(document.offsetAt(found?.range.start ?? { line: 0, character: 0 }), text.indexOf(",]"));
  }
});

suite("what is right or may be right has none", () => {
  const BODIES = [
    `{"resource": [{"name": "Ada"}]}`,
    `{"resource": [{"id": {{id}}, "at": "{{$datetime "YYYY-MM-DD"}}"}]}`,
    `{"resource": [\n  // a comment line\n  # another\n  {"name": "Ada"}\n]}`,
    `{"resource": [{{first}}, {{second}}]}`,
    `{{payload}}`,
  ];
  for (const body of BODIES) test(body, () => assert.equal(underlined(HEAD + body), HEAD + body));
});

test("a placeholder hides no other fault in its body", () => {
  const body = `{"resource": [{"id": {{id}}«,»}]}`;
  assert.equal(underlined(readMarks(HEAD + body).text), HEAD + body);
});

test("a fault names its page, and the other end where there is one", () => {
  const [{ codeDescription, relatedInformation } = {}] = diagnosticsOf(
    `${HEAD}{"resource": [{"name": "Ada"}\n}`,
  );
  assert.match(codeDescription?.href ?? "", /^command:dreamfactoryErrors\.openReference\?.*unclosed/);
  assert.equal(relatedInformation?.length, 1);
});

test("of very many faults a hundred are shown, and the others counted", () => {
  const found = diagnosticsOf(`${HEAD}[${"1,,\n".repeat(500)}1]`);
  assert.equal(found.length, 101);
  const [notice] = found.filter(({ code }) => code === "more-faults");
  assert.equal(notice?.message, "400 more faults in this body are not shown.");
});

suite("settings", () => {
  test("give a fault another severity", () => {
    const settings: Settings = { ...DEFAULT_SETTINGS, rules: { "trailing-comma": "hint" } };
    assert.deepEqual(
      diagnosticsOf(`${HEAD}{"resource": [1,]}`, "http", settings).map(({ severity }) => severity),
      [4],
    );
  });

  test("list recognized errors among the problems, with secrets masked, only when asked to", () => {
    const line = `{"error":{"code":401,"context":null,"message":"Invalid token: eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOjF9.abc","status_code":401}}`;
    assert.deepEqual(diagnosticsOf(line, "log"), []);
    const [found, ...rest] = diagnosticsOf(line, "log", { ...DEFAULT_SETTINGS, logs: { problems: true } });
    assert.deepEqual(rest, []);
    assert.equal(found?.code, "UnauthorizedException");
    assert.equal(found?.message, "401 Unauthorized: Invalid token: •••");
  });
});

function diagnosticsOf(text: string, languageId = "http", settings = DEFAULT_SETTINGS) {
  const { document, parsed } = openDocument(text, languageId);
  return getDiagnostics(document, parsed, settings, FULL_SUPPORT);
}

function underlined(text: string): string {
  const { document } = openDocument(text, "http");
  const spans = diagnosticsOf(text).map(({ range }) => ({
    start: document.offsetAt(range.start),
    end: document.offsetAt(range.end),
  }));
  return markSpans(text, spans);
}
