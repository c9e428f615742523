import { commands, type Disposable, env, l10n, window } from "vscode";
import { LOOK_UP_ERROR } from "./lookUpError.ts";
import { openExplanation } from "./referencePage.ts";
import type { Server } from "./server.ts";

/** Registers "Explain Text from Clipboard": an envelope, a response or lines of a log that stand in no document. */
export function registerExplainClipboard(server: Server): Disposable {
  return commands.registerCommand("dreamfactoryErrors.explainClipboard", () => explainClipboard(server));
}

async function explainClipboard(server: Server): Promise<void> {
  const text = (await env.clipboard.readText()).trim();
  if (text === "") {
    await window.showInformationMessage(l10n.t("The clipboard holds no text."));
    return;
  }
  const { errors } = await server.explainText(text, "always");
  const [first] = errors;
  if (first !== undefined) return openExplanation(text.slice(text.lastIndexOf("\n", first.start) + 1));
  const lookUp = l10n.t("Look Up Error…");
  const choice = await window.showInformationMessage(
    l10n.t("The text in the clipboard holds no DreamFactory error."),
    lookUp,
  );
  if (choice === lookUp)
    await commands.executeCommand(LOOK_UP_ERROR, text.replace(/\s+/g, " ").slice(0, 200));
}
