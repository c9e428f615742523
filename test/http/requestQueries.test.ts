import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { findHeader } from "../../server/src/http/mediaType.ts";
import { parseHttpDocument } from "../../server/src/http/parseHttpDocument.ts";
import { blockAt, contentTypeOf, requestAt } from "../../server/src/http/requestQueries.ts";

/** The request under the cursor `█`, by its URL. */
function urlAt(marked: string): string | undefined {
  const document = parseHttpDocument(marked.replace("█", ""));
  return requestAt(document, marked.indexOf("█"))?.target.value;
}

suite("request queries", () => {
  const rows: readonly (readonly [string, string | undefined])[] = [
    ["G█ET /a\n###\nGET /b", "/a"],
    ["GET /a█\n###\nGET /b", "/a"],
    ["GET /a\n█###\nGET /b", undefined],
    ["GET /a\n###\n\n█\nGET /b", undefined],
    ["GET /a\n###\nGET /b\n\n{█}", "/b"],
    ["GET /a\n\nGET /b█", "/b"],
    ["█", undefined],
  ];
  for (const [marked, url] of rows) {
    test(`the request at ${JSON.stringify(marked)}`, () => assert.equal(urlAt(marked), url));
  }

  test("every offset of a document lies in one block, none outside", () => {
    const document = parseHttpDocument("GET /a\n###\nGET /b");
    assert.equal(blockAt(document, 7), document.blocks[1]);
    assert.equal(blockAt(document, 17), document.blocks[1]);
    assert.equal(blockAt(document, 18), undefined);
    assert.equal(blockAt(document, -1), undefined);
  });

  test("headers are found in any case, the first one wins", () => {
    const [request] =
      parseHttpDocument("GET /a\naccept: 1\nAccept: 2\nContent-TYPE: Text/JSON; a=b").blocks[0]?.requests ??
      [];
    assert.ok(request);
    assert.equal(findHeader(request.headers, "ACCEPT")?.value.value, "1");
    assert.equal(findHeader(request.headers, "x"), undefined);
    assert.equal(contentTypeOf(request), "text/json");
  });
});
