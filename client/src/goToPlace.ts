import { commands, Disposable, type Location, Position, type Uri, window } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { Command, type Place } from "../../server/src/protocol.ts";
import { reveal } from "./goToError.ts";

/** Registers the commands behind the links of a hover that lead to other places of the document. */
export function registerGoToPlace({ protocol2CodeConverter }: BaseLanguageClient): Disposable {
  const register = (command: string, go: (uri: Uri, position: Position) => Promise<void>): Disposable =>
    commands.registerCommand(command, async (place: unknown) => {
      if (!isPlace(place)) return;
      await go(protocol2CodeConverter.asUri(place.uri), new Position(place.line, place.character));
    });
  return Disposable.from(register(Command.goTo, goTo), register(Command.listSimilar, listSimilar));
}

async function goTo(uri: Uri, position: Position): Promise<void> {
  reveal(await window.showTextDocument(uri), position);
}

async function listSimilar(uri: Uri, position: Position): Promise<void> {
  const locations = await commands.executeCommand<Location[]>(
    "vscode.executeReferenceProvider",
    uri,
    position,
  );
  await commands.executeCommand("editor.action.showReferences", uri, position, locations);
}

function isPlace(value: unknown): value is Place {
  return (
    typeof value === "object" && value !== null && "uri" in value && "line" in value && "character" in value
  );
}
