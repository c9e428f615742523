import assert from "node:assert/strict";
import { test } from "node:test";
import { RULE_KINDS } from "../../server/src/rules/rules.ts";
import { fillPhrase } from "../../server/src/text/phrase.ts";
import { findingsOf, marked, repaired, withoutMarks } from "./findings.ts";

/** A request that breaks a rule, and the same one mended. */
export interface Row {
  /** `«` and `»` stand around every place that is underlined. */
  readonly refused: string;
  readonly message: string;
  /** Message of the predicted answer; absent when the request succeeds. */
  readonly answer?: string;
  /** What the first repair leaves; `accepted` where there is none. */
  readonly repaired?: string;
  readonly accepted?: string;
  /** Codes of further findings in the refused request, which are mistakes of their own. */
  readonly also?: readonly string[];
  /** Codes of what is still to be mended in the twin; none when left out. */
  readonly left?: readonly string[];
}

/** One test per row: what is underlined, what is said and predicted, and that the mended twin is free of it. */
export function testRule(code: string, rows: readonly Row[]): void {
  for (const row of rows) {
    const refused = withoutMarks(row.refused);
    test(`${code}: ${row.refused.replaceAll("\n", "⏎").slice(0, 150)}`, () => {
      assert.ok(RULE_KINDS.some((kind) => kind.code === code));
      assert.equal(marked(refused, code), row.refused);
      const findings = findingsOf(refused);
      assert.deepEqual(
        [...new Set(findings.map((each) => each.code))].sort(),
        [code, ...(row.also ?? [])].sort(),
      );
      const finding = findings.find((each) => each.code === code);
      assert.equal(finding === undefined ? undefined : fillPhrase(finding.message), row.message);
      assert.equal(finding?.answer?.message, row.answer);
      assert.equal(repaired(refused, code), row.repaired);
      const twin = row.repaired ?? row.accepted;
      assert.ok(twin !== undefined, "a row has an accepted twin");
      assert.deepEqual(
        findingsOf(twin).map((each) => each.code),
        row.left ?? [],
      );
    });
  }
}
