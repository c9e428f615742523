import assert from "node:assert/strict";
import { test } from "node:test";

/** A test that prints the share of cases of which something holds, and fails below the floor with some that fail. */
export function atLeast<Case>(
  percent: number,
  what: string,
  all: readonly Case[],
  holds: (one: Case) => boolean,
  textOf: (one: Case) => string,
): void {
  test(`at least ${percent} % ${what}`, (t) => {
    const failing = all.filter((one) => !holds(one));
    const share = 100 - (100 * failing.length) / all.length;
    t.diagnostic(`${share.toFixed(2)} % of ${all.length}`);
    assert.ok(share >= percent, failing.slice(0, 8).map(textOf).join("\n"));
  });
}
