import assert from "node:assert/strict";
import { commands, type Hover, type MarkdownString, type TextDocument } from "vscode";
import { Command } from "../../../server/src/protocol.ts";
import { positionOf, show, showNew } from "./documents.ts";
import { theExtension } from "./extension.ts";

suite("A hover", () => {
  suiteSetup(() => theExtension().activate());

  test("explains an envelope in a log", async () => {
    const { document } = await show("dreamfactory.log");
    const { value } = await hoverAt(document, "Duplicate entry 'ada");
    assert.match(value, /409/);
    assert.match(value, /ConflictResourceException/);
  });

  test("explains a REST Exception line of nginx", async () => {
    const { document } = await show("nginx-error.log");
    const { value } = await hoverAt(document, "REST Exception #403");
    assert.match(value, /ForbiddenException/);
  });

  test("explains a response in an .http document", async () => {
    const { document } = await show("requests.http");
    const { value } = await hoverAt(document, "API limit(s) exceeded");
    assert.match(value, /TooManyRequestsException/);
  });

  test("links to our own commands and to no others", async () => {
    const { document } = await showNew(
      "log",
      '{"error":{"code":404,"context":null,"message":"[x](command:workbench.action.quit)","status_code":404}}\n',
    );
    const { value, isTrusted } = await hoverAt(document, '"error"');
    assert.deepEqual(isTrusted, { enabledCommands: [Command.openReference, Command.copyText] });
    assert.match(value, /\]\(command:dreamfactoryErrors\.openReference\?/);
    assert.doesNotMatch(value, /(?<!\\)\]\(command:workbench/);
  });
});

async function hoverAt(document: TextDocument, text: string): Promise<MarkdownString> {
  const hovers = await commands.executeCommand<readonly Hover[]>(
    "vscode.executeHoverProvider",
    document.uri,
    positionOf(document, text),
  );
  const contents = hovers.flatMap((hover) => hover.contents);
  const ours = contents.find((each) => typeof each === "object" && "isTrusted" in each && each.isTrusted);
  assert(ours !== undefined && typeof ours === "object" && "isTrusted" in ours, `No hover on ${text}.`);
  return ours;
}
