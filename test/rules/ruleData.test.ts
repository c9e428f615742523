import assert from "node:assert/strict";
import { test } from "node:test";
import { matchMessage } from "../../server/src/catalog/matchMessage.ts";
import * as answers from "../../server/src/rules/answers.ts";
import type { PredictedAnswer } from "../../server/src/rules/model.ts";
import { RULE_KINDS } from "../../server/src/rules/rules.ts";
import { findingsOf } from "./findings.ts";

for (const { code, wrong, right, why, title, fixAllTitle } of RULE_KINDS) {
  test(`${code}: the page's wrong example is found, the right one is not`, () => {
    assert.match(code, /^[a-z0-9]+(-[a-z0-9]+)*$/);
    assert.ok(why.length > 40 && title.length > 5);
    assert.ok(codesOf(wrong).includes(code), `found ${codesOf(wrong)}`);
    assert.ok(!codesOf(right).includes(code));
    const repairs = findingsOf(wrong).flatMap((each) => (each.code === code ? each.repairs : []));
    assert.equal(
      repairs.some((repair) => repair.safe),
      fixAllTitle !== undefined,
    );
  });
}

test("no two rules share a code", () => {
  const codes = RULE_KINDS.map((kind) => kind.code);
  assert.equal(new Set(codes).size, codes.length);
});

const ANSWERS: readonly PredictedAnswer[] = [
  ...Object.values(answers).filter((value) => typeof value !== "function"),
  answers.unreadableFilterField("a > 5 AND b"),
  answers.unknownField("COUNT(*)"),
  answers.noSchemaData("create"),
  answers.noSchemaData("update"),
  answers.noSchemaData("delete"),
  answers.verbWithoutResource("POST", "_table"),
  answers.unknownResource("contact", "db"),
  answers.failedBatch("created", false),
  answers.failedBatch("created", true),
  answers.failedBatch("updated", false),
  answers.failedBatch("updated", true),
];

for (const { message, status, exception } of ANSWERS) {
  test(`the catalog knows the predicted answer: ${message.slice(0, 60)}`, () => {
    const entry = matchMessage(message, status)?.entry;
    assert.equal(entry?.exception, exception);
    assert.equal(entry?.status, status);
  });
}

function codesOf(request: string): string[] {
  return findingsOf(request).map((finding) => finding.code);
}
