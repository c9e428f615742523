import assert from "node:assert/strict";
import { extensions } from "vscode";

suite("The extension", () => {
  test("is active once a log is open", async () => {
    const extension = extensions.getExtension("dreamfactory-errors.dreamfactory-errors");
    assert.ok(extension);
  });
});
