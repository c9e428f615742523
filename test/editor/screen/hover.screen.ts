import assert from "node:assert/strict";
import { test } from "node:test";
import { WORKSPACE } from "../paths.ts";
import { hoverOver, takePicture, textOnScreen } from "../vscode/gestures.ts";
import { inWindow } from "../vscode/window.ts";

for (const [name, theme] of [
  ["light", "Default Light Modern"],
  ["dark", "Default Dark Modern"],
]) {
  test(`resting the mouse on an error of a log shows its card, in the ${name} theme`, async () => {
    await inWindow(
      {
        folder: WORKSPACE,
        place: "dreamfactory.log:12:1",
        settings: { "workbench.colorTheme": theme, "editor.wordWrap": "on" },
      },
      async (page) => {
        // Hints come a moment later than the text, and lines move when they do.
        await textOnScreen(page, "← Another row").waitFor();
        const card = await hoverOver(page, "Duplicate entry", "409 Conflict");
        assert.match(await card.innerText(), /ConflictResourceException/);
        await card.getByRole("link", { name: "Reference" }).waitFor();
        await takePicture(page, `hover-${name}`);
      },
    );
  });
}
