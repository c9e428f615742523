import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { parseHttpDocument } from "../../server/src/http/parseHttpDocument.ts";
import { sliceSpan } from "../../server/src/text/span.ts";

suite("parseHttpDocument", () => {
  test("a request is read with its method, URL, headers and JSON body", () => {
    const text =
      '### t\n# @name n\npost {{h}}/api HTTP/1.1\nContent-Type: application/json\n\n{"a": 1}\n\n###\n';
    const [block] = parseHttpDocument(text).blocks;
    const [request] = block?.requests ?? [];
    assert.equal(request?.name?.value, "n");
    assert.equal(request?.method.value, "POST");
    assert.equal(request?.target.value, "{{h}}/api");
    assert.deepEqual(
      request?.body?.json.map(({ span }) => sliceSpan(text, span)),
      ['{"a": 1}'],
    );
    assert.deepEqual(block?.faults, []);
  });
});
