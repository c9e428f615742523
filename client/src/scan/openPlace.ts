import { commands, l10n, Position, Range, Uri, window } from "vscode";
import type { ErrorPlace } from "../../../server/src/protocol.ts";
import type { UnpackedFiles } from "./unpackedFiles.ts";

/** Opens a file at an error. */
export type OpenPlace = (place: ErrorPlace) => Promise<void>;

/** What the command that opens an error was given, by the list or by anybody else. */
export function isErrorPlace(value: unknown): value is ErrorPlace {
  return typeof value === "object" && value !== null && "uri" in value && "name" in value && "line" in value;
}

/** Makes the function that opens places, also in files that the editor hides from extensions, and in packed ones. */
export function placeOpener(unpacked: UnpackedFiles): OpenPlace {
  return async ({ uri, name, line, column, packed = false }) => {
    const position = new Position(line - 1, column - 1);
    const file = Uri.parse(uri);
    try {
      const open = (address: Uri) =>
        commands.executeCommand("vscode.open", address, { selection: new Range(position, position) });
      await (packed ? unpacked.withDocument(file, open) : open(file));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      void window.showErrorMessage(l10n.t("Could not open {0} at line {1}: {2}", name, line, reason));
    }
  };
}
