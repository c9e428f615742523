import assert from "node:assert/strict";
import { test } from "node:test";
import { WORKSPACE } from "../paths.ts";
import { hoverOver, pickerRow, runCommand, textOnScreen } from "../vscode/gestures.ts";
import { inWindow } from "../vscode/window.ts";

/** What each part of the extension says: the server in a hint and a card, the manifest in the palette, the client. */
const WORDS = [
  {
    language: "de",
    hint: "← Eine andere Zeile",
    cause: "Wahrscheinliche Ursache",
    command: "Fehler nachschlagen",
    heading: "4xx: Die Anfrage wird abgelehnt",
  },
  {
    language: "es",
    hint: "← Otra fila",
    cause: "Causa probable",
    command: "Buscar un error",
    heading: "4xx: la solicitud se rechaza",
  },
] as const;

for (const { language, hint, cause, command, heading } of WORDS) {
  test(`server, manifest and client speak the display language ${language}`, async () => {
    await inWindow({ folder: WORKSPACE, place: "dreamfactory.log:12:1", language }, async (page) => {
      await textOnScreen(page, hint).waitFor();
      const card = await hoverOver(page, "Duplicate entry", "409 Conflict");
      assert.match(await card.innerText(), new RegExp(cause));
      await runCommand(page, command);
      await page.locator(".quick-input-list", { hasText: heading }).waitFor();
      await pickerRow(page, "BadRequestException").waitFor();
    });
  });
}
