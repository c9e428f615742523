import assert from "node:assert/strict";
import { test } from "node:test";
import { setImmediate } from "node:timers/promises";
import { collectGarbage } from "../../server/src/node/smallHeap.ts";

test("what nobody holds any more is collected when it is asked for", async () => {
  const held = {};
  const [kept, dropped] = [new WeakRef(held), new WeakRef({})];
  // A reference is alive until the turn that made it is over.
  await setImmediate();
  collectGarbage();
  assert.equal(dropped.deref(), undefined);
  assert.equal(kept.deref(), held);
});
