import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { explainText } from "../../server/src/features/explainText.ts";
import { getReferencePage } from "../../server/src/features/referencePage.ts";

const TABLE =
  '{"error":{"code":404,"context":null,"message":"Table &quot;a&quot; does not exist in the database.","status_code":404}}';
const BATCH =
  '{"error":{"code":1000,"context":{"error":[1],"resource":[{"id":1},{"code":"23000","message":"SQLSTATE[23000]: Integrity constraint violation: 1062 Duplicate entry \'a\' for key \'name\'"}]},"message":"Batch Error: Not all requested records could be created.","status_code":400}}';
const ANYBODY = '{"error":{"code":400,"message":"The wind blows."}}';

suite("a text outside any document", () => {
  test("tells where its errors stand", () => {
    const { errors } = explainText(`$ curl x\n${TABLE}\n$`, "auto");
    assert.deepEqual(errors, [
      {
        start: 9,
        end: 9 + TABLE.length,
        label: 'NotFoundException: Table "a" does not exist in the database.',
        unsure: false,
      },
    ]);
  });

  test("becomes a page: class, message, cause, what to do", () => {
    const { markdown } = explainText(TABLE, "auto");
    assert.match(
      markdown ?? "",
      /^# 404 Not Found\n\n\*\*`NotFoundException`\*\*\n\n> Table "a" does not exist in the database\.\n\n## Likely causes\n\n- [\s\S]*\n\n## What to do\n\n- /,
    );
  });

  test("leads to pages that exist", () => {
    const links = [
      ...(explainText(`${TABLE}\n${BATCH}`, "auto").markdown ?? "").matchAll(/\]\((.*?)\.md\)/g),
    ];
    assert.ok(links.length >= 3);
    for (const [, topic = ""] of links) assert.ok(getReferencePage(topic), topic);
  });

  test("lists the failing records of a batch", () => {
    assert.match(explainText(BATCH, "auto").markdown ?? "", /\n\| 1 \| SQLSTATE\\\[23000\\\]: /);
  });

  test("is another product's unless a person asks about it", () => {
    assert.deepEqual(explainText(ANYBODY, "auto"), { errors: [], markdown: null });
    assert.deepEqual(
      explainText(ANYBODY, "always").errors.map(({ unsure }) => unsure),
      [true],
    );
  });

  test("of more errors than a page holds says how many are left out", () => {
    const { errors, markdown } = explainText(`${TABLE}\n`.repeat(25), "auto");
    assert.equal(errors.length, 25);
    assert.match(markdown ?? "", /… 5 more errors/);
  });
});
