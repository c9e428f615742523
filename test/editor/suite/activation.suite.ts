import assert from "node:assert/strict";
import { commands } from "vscode";
import { show } from "./documents.ts";
import { theExtension } from "./extension.ts";

suite("The extension", () => {
  test("tells its version, and what the server finds in a log", async () => {
    const extension = theExtension();
    const api = await extension.activate();
    assert.equal(api.version, extension.packageJSON.version);
    const { document } = await show("dreamfactory.log");
    const { version, records, recordsByClass } = await api.statistics(document.uri);
    assert.equal(version, extension.packageJSON.version);
    assert(records >= 10, `${records} records`);
    assert((recordsByClass.ConflictResourceException ?? 0) > 0);
  });

  test("registers the commands of its manifest, and no others", async () => {
    const { contributes } = theExtension().packageJSON;
    const declared = contributes.commands.map((each: { command: string }) => each.command);
    // VS Code makes commands of its own for every view, such as `….errors.focus`.
    const views: readonly { id: string }[] = Object.values<{ id: string }[]>(contributes.views).flat();
    const registered = (await commands.getCommands(true)).filter(
      (each) => each.startsWith("dreamfactoryErrors.") && !views.some(({ id }) => each.startsWith(`${id}.`)),
    );
    assert.deepEqual(registered.sort(), declared.sort());
  });
});
