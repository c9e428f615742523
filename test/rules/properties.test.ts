import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { parseHttpDocument } from "../../server/src/http/parseHttpDocument.ts";
import { readAnswered } from "../../server/src/rules/answerRepairs.ts";
import { predictAnswer } from "../../server/src/rules/predictAnswer.ts";
import { applyEdits } from "../../server/src/text/edit.ts";
import { findPlaceholders } from "../../server/src/text/placeholder.ts";
import { overlaps } from "../../server/src/text/span.ts";
import { describeFinding, findingsOf } from "./findings.ts";

const RUNS = { seed: 20_261_122, numRuns: 2000 };

const CORRECT = readFileSync("test/fixtures/rules/correct.http", "utf8")
  .split(/(?=^###)/m)
  .filter((block) => block.startsWith("###") && !block.includes("\ncurl "));

const words = fc.constantFrom(
  "contact",
  "{{table}}",
  "_table",
  "db",
  "{{service}}",
  "_schema",
  "rest",
  "user",
  "session",
  "7",
  "system",
  "role",
  "table",
  "_tabel",
);
const values = fc.constantFrom(
  "1",
  "true",
  "{{x}}",
  "a=1 AND b=2",
  "(a=1) AND (b={{b}})",
  "id IN 1,2",
  "a%20%3D%201",
  "'AT&T'",
  "x#y",
  "%de",
  "'+49'",
  "name LIKE '{{y}}' or a=2",
  "NOT (a=1",
  "((a=1)",
  "a==1 AND",
  "",
  "&&",
  "a;b",
  "5000",
  "a BETWEEN 1 AND 2",
);
const names = fc.constantFrom(
  "filter",
  "where",
  "ids",
  "force",
  "limit",
  "fliter",
  "rollback",
  "continue",
  "order",
  "{{p}}",
  "api_key",
  "method",
  "app_name",
);
const headers = fc.constantFrom(
  "Content-Type: application/json",
  "Content-Type: {{type}}",
  "Content-Type: text/plain",
  "content-type: application/x-www-form-urlencoded",
  "X-DreamFactory-API-Key: {{key}}",
  "Authorization: bearer {{token}}",
  "X-HTTP-Method: DELETE",
  "X-HTTP-Method: {{verb}}",
  "{{header}}: 1",
  "X-DreamFactory-Application-Name: x",
  "X-DreamFactory-Session-Token: 36fda24fe5588fa4285ac6c6c2fdfbdb6b6bc9834699774c9bf777f706d05a88",
);
const bodies = fc.constantFrom(
  "",
  '{"name": "Ada"}',
  '{"resource": []}',
  '{"record": [{"a": {{a}}}]}',
  "[{{records}}]",
  "{{body}}",
  '{"resource": [{"a": "{{a}}"}, {"b": 2}]}',
  "< ./x.json",
  '{"a": 1,}',
  "[\n  {},\n]",
  "{{{a}}: 1}",
  '{"filter": "a=1 AND b=2", "force": true}',
  "null",
  '{"resource": {{r}}}',
  '[{"a": 1}',
  '{"{{k}}": [{"a": 1}]}',
);
const requests = fc
  .record({
    verb: fc.constantFrom("GET ", "POST ", "PUT ", "PATCH ", "DELETE ", "{{verb}} ", ""),
    base: fc.constantFrom(
      "{{host}}/api/v2/db/_table/contact",
      "{{host}}/api/v2/",
      "{{host}}/",
      "https://df/api/",
      "/api/v2/{{path}}",
      "{{url}}",
    ),
    path: fc.array(words, { maxLength: 4 }),
    query: fc.array(fc.tuple(names, values), { maxLength: 4 }),
    headers: fc.array(headers, { maxLength: 4 }),
    body: bodies,
    newline: fc.constantFrom("\n", "\r\n"),
  })
  .map(({ verb, base, path, query, headers, body, newline }) => {
    const url = `${base}${path.map((part) => `/${part}`).join("")}`;
    const parameters = query
      .map(([name, value], index) => `${index === 0 ? "?" : "&"}${name}=${value}`)
      .join("");
    return [`${verb}${url}${parameters}`, ...headers, "", body].join(newline);
  });

test("findings lie in the text, and their repairs leave placeholders alone and the same finding out", () => {
  fc.assert(
    fc.property(requests, (text) => {
      const findings = findingsOf(text);
      const placeholders = findPlaceholders(text, { start: 0, end: text.length });
      for (const finding of findings) {
        const { span, repairs, code } = finding;
        assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
        for (const { edits } of repairs) {
          const touched = edits.filter((edit) => placeholders.some((each) => touchesInside(edit.span, each)));
          assert.deepEqual(touched, [], describeFinding(finding, text));
          const left = findingsOf(applyEdits(text, edits)).filter((each) => each.code === code);
          const before = findings.filter((each) => each.code === code);
          assert.ok(left.length < before.length, describeFinding(finding, text));
        }
      }
    }),
    RUNS,
  );
});

test("a placeholder in place of any word of a correct request causes no finding", () => {
  fc.assert(
    fc.property(fc.constantFrom(...CORRECT), fc.nat(), (block, choice) => {
      const spots = [...block.slice(block.indexOf("\n")).matchAll(/\w+|'[^'\n]*'|"[^"\n]*"/g)];
      const spot = spots[choice % Math.max(spots.length, 1)];
      if (spot === undefined) return;
      const start = block.indexOf("\n") + spot.index;
      const end = start + spot[0].length;
      if (
        findPlaceholders(block, { start: 0, end: block.length }).some((each) =>
          overlaps(each, { start, end }),
        )
      )
        return;
      const text = `${block.slice(0, start)}{{x}}${block.slice(end)}`;
      assert.deepEqual(
        findingsOf(text).map((finding) => describeFinding(finding, text)),
        [],
      );
    }),
    RUNS,
  );
});

test("no text makes the rules throw", () => {
  const texts = fc.oneof(
    requests,
    fc.string({ maxLength: 80 }).map((text) => `POST {{host}}/api/v2/db/_table/${text}`),
  );
  fc.assert(
    fc.property(texts, fc.nat(), (text, cut) => {
      const part = text.slice(0, cut % (text.length + 1));
      findingsOf(part, { hosts: ["{{host}}", "df"] });
      for (const request of parseHttpDocument(part).blocks.flatMap((block) => block.requests)) {
        predictAnswer(request, { code: 4, message: "Syntax error" }, part);
        readAnswered(request, part);
      }
    }),
    RUNS,
  );
});

function touchesInside(
  edit: { start: number; end: number },
  placeholder: { start: number; end: number },
): boolean {
  return edit.start < placeholder.end && placeholder.start < edit.end;
}
