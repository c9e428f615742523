import assert from "node:assert/strict";
import { commands, type Extension, extensions, type Hover, type Position, Uri, workspace } from "vscode";
import { generateLog } from "../../support/generateLog.ts";
import { theExtension } from "./extension.ts";
import { note } from "./notes.ts";
import { editorThat, soon } from "./tabs.ts";

const LENGTH = 5_000_000;

/** Measured beside the JSON extension that comes with VS Code: the same machine, the same run. */
suite("Beside the built-in JSON extension", () => {
  test("the extension starts", async function () {
    await Promise.all([theExtension().activate(), json().activate()]);
    await commands.executeCommand("perfview.show");
    const { document } = await editorThat(({ uri }) => uri.scheme === "perf");
    // The page opens with less than it has a moment later.
    const times = await soon(workspace.onDidChangeTextDocument, () =>
      activationTimes(document.getText(), [theExtension(), json()]),
    );
    const [ours = 0, theirs = 0] = times;
    assert(ours > 0 && theirs > 0);
    note(this.test, besides(ours, theirs));
    await commands.executeCommand("workbench.action.closeAllEditors");
  });

  test("a log of 5 MB has its first hover", async function () {
    const { text, manifest } = generateLog({ seed: 6, length: LENGTH, charactersPerError: 5_000 });
    const [first] = manifest.filter(({ form }) => form === "line");
    assert(first);
    const ours = await firstHover("big.log", text, text.indexOf("error", first.span.start));
    assert(ours.hovers.length > 0, "No hover on the first error.");

    const members = Array.from({ length: LENGTH / 50 }, (_, index) => ({ id: index, name: "x".repeat(20) }));
    const theirText = JSON.stringify(members, undefined, 1);
    const theirs = await firstHover("big.json", theirText, theirText.indexOf("name"));
    note(this.test, besides(ours.milliseconds, theirs.milliseconds));
  });
});

function json(): Extension<unknown> {
  const extension = extensions.getExtension("vscode.json-language-features");
  assert(extension, "VS Code has no JSON extension.");
  return extension;
}

/** From opening a file until the extensions have answered what stands at a place. */
async function firstHover(name: string, text: string, offset: number) {
  const folder = workspace.workspaceFolders?.[0];
  assert(folder);
  const file = Uri.joinPath(folder.uri, name);
  await workspace.fs.writeFile(file, new TextEncoder().encode(text));
  const start = performance.now();
  const document = await workspace.openTextDocument(file);
  const hovers = await hoversAt(document.uri, document.positionAt(offset));
  const milliseconds = performance.now() - start;
  await workspace.fs.delete(file);
  return { milliseconds, hovers };
}

async function hoversAt(uri: Uri, position: Position): Promise<readonly Hover[]> {
  return commands.executeCommand("vscode.executeHoverProvider", uri, position);
}

/**
 * Loading the code, calling `activate` and awaiting it, by the table of "Developer: Startup Performance"; `undefined`
 * while a row is missing.
 */
function activationTimes(report: string, asked: readonly Extension<unknown>[]): number[] | undefined {
  const rows = report.split("\n").map((line) => line.split("|").map((cell) => cell.trim()));
  const times = asked.flatMap(({ id }) => {
    const [, , , ...cells] = rows.find(([, name]) => name === id) ?? [];
    const [load, call, finish] = cells.map(Number);
    return load === undefined || call === undefined || finish === undefined ? [] : [load + call + finish];
  });
  return times.length === asked.length ? times : undefined;
}

function besides(ours: number, theirs: number): string {
  return `${ours.toFixed(0)} ms, JSON ${theirs.toFixed(0)} ms: ${(ours / theirs).toFixed(2)} times`;
}
