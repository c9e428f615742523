import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { parseHttpDocument } from "../../server/src/http/parseHttpDocument.ts";
import { targetParts } from "../../server/src/http/target.ts";
import { type Located, sliceSpan } from "../../server/src/text/span.ts";

interface Row {
  readonly text: string;
  readonly base: string;
  readonly path: string;
  readonly segments: readonly string[];
  readonly query: readonly string[];
  readonly fragment?: string;
}

const ROWS: readonly Row[] = [
  {
    text: "GET https://h:8080/api/v2//db/?a=1&b=&c#d",
    base: "https://h:8080",
    path: "/api/v2//db/",
    segments: ["api", "v2", "db"],
    query: ["a = 1", "b = ", "c"],
    fragment: "d",
  },
  {
    text: "GET {{host}}/api/v2/{{svc}}/_table/t?filter=(a={{b?c&d}})&limit={{n}}",
    base: "{{host}}",
    path: "/api/v2/{{svc}}/_table/t",
    segments: ["api", "v2", "{{svc}}", "_table", "t"],
    query: ["filter = (a={{b?c&d}})", "limit = {{n}}"],
  },
  { text: "GET {{a/b}}", base: "{{a/b}}", path: "", segments: [], query: [] },
  { text: "GET /api/v2?x", base: "", path: "/api/v2", segments: ["api", "v2"], query: ["x"] },
  { text: "GET http://h?u=http://i/j", base: "http://h", path: "", segments: [], query: ["u = http://i/j"] },
  { text: "OPTIONS *", base: "*", path: "", segments: [], query: [] },
  { text: "GET http://", base: "http://", path: "", segments: [], query: [] },
];

suite("targetParts", () => {
  for (const { text, base, path, segments, query, fragment } of ROWS) {
    test(text, () => {
      const [request] = parseHttpDocument(text).blocks[0]?.requests ?? [];
      assert.ok(request);
      const parts = targetParts(request.target);
      const covered = ({ value, span }: Located<string>): string => {
        assert.equal(value, sliceSpan(text, span));
        return value;
      };
      assert.equal(covered(parts.base), base);
      assert.equal(covered(parts.path), path);
      assert.deepEqual(parts.segments.map(covered), segments);
      assert.deepEqual(
        parts.query.map(({ name, value }) => covered(name) + (value ? ` = ${covered(value)}` : "")),
        query,
      );
      assert.equal(parts.fragment && covered(parts.fragment), fragment);
    });
  }

  test("a URL on several lines has its parts on theirs", () => {
    const text = "GET http://h/api\n  /v2/db\n  # off\n  ?limit=1\n  0\n  &fields=a";
    const [request] = parseHttpDocument(text).blocks[0]?.requests ?? [];
    assert.ok(request);
    const { path, segments, query } = targetParts(request.target);
    assert.equal(path.value, "/api/v2/db");
    assert.equal(sliceSpan(text, path.span), "/api\n  /v2/db");
    assert.deepEqual(
      segments.map(({ span }) => sliceSpan(text, span)),
      ["api", "v2", "db"],
    );
    assert.deepEqual(
      query.map(({ name, value }) => [name.value, value?.value, sliceSpan(text, value?.span ?? name.span)]),
      [
        ["limit", "10", "1\n  0"],
        ["fields", "a", "a"],
      ],
    );
  });
});
