import { commands, l10n, Position, Range, Uri, window } from "vscode";
import type { ErrorPlace } from "../../../server/src/protocol.ts";

/** What the command that opens an error was given, by the list or by anybody else. */
export function isErrorPlace(value: unknown): value is ErrorPlace {
  return typeof value === "object" && value !== null && "uri" in value && "name" in value && "line" in value;
}

/** Opens a file at an error, also one that the editor hides from extensions. */
export async function openPlace(place: ErrorPlace): Promise<void> {
  const { uri, name, line, column } = place;
  if (/\.gz$/i.test(name)) {
    void window.showInformationMessage(
      l10n.t(
        "{0} is packed, so that the editor cannot show line {1}. Unpack it and scan it again.",
        name,
        line,
      ),
    );
    return;
  }
  const position = new Position(line - 1, column - 1);
  try {
    await commands.executeCommand("vscode.open", Uri.parse(uri), {
      selection: new Range(position, position),
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(l10n.t("Could not open {0} at line {1}: {2}", name, line, reason));
  }
}
