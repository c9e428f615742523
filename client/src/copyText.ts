import { commands, type Disposable, env, l10n, window } from "vscode";
import { Command } from "../../server/src/protocol.ts";

/** Puts a text on the clipboard and says so in the status bar, where it disturbs nobody. */
export async function copyText(text: string): Promise<void> {
  await env.clipboard.writeText(text);
  window.setStatusBarMessage(l10n.t("Copied to the clipboard"), 3000);
}

/** Registers the command behind the *Copy* link of a hover. */
export function registerCopyText(): Disposable {
  return commands.registerCommand(Command.copyText, async (text: unknown) => {
    if (typeof text === "string") await copyText(text);
  });
}
