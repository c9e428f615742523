import assert from "node:assert/strict";
import { commands, type Hover, type MarkdownString, type TextDocument } from "vscode";
import { LINKED_COMMANDS } from "../../../server/src/protocol.ts";
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
    assert.deepEqual(isTrusted, { enabledCommands: LINKED_COMMANDS });
    assert.match(value, /\]\(command:dreamfactoryErrors\.openReference\?/);
    assert.doesNotMatch(value, /(?<!\\)\]\(command:workbench/);
  });

  test("leads from a failing batch to its record in the request, and to errors like it", async () => {
    const batch =
      '{"error":{"code":1000,"context":{"error":[1],"resource":[{"id":1},{"code":400,"message":"Field \'id\' is read only."}]},"message":"Batch Error: Not all requested records could be created.","status_code":400}}';
    const exchange = `POST https://df.example.com/api/v2/db/_table/item
Content-Type: application/json

{"resource": [{"id": 1}, {"id": 2}]}

HTTP/1.1 400 Bad Request

${batch}
`;
    const editor = await showNew("http", `${exchange}\n###\n${exchange}`);
    const { value } = await hoverAt(editor.document, "Batch Error");
    const [, record = ""] = /\[record 1\]\(command:(\S+)\)/.exec(value) ?? [];
    await follow(record);
    assert.deepEqual(editor.selection.active, positionOf(editor.document, '{"id": 2}'));
    const [, similar = ""] = /\[1 more like this one\]\(command:(\S+)\)/.exec(value) ?? [];
    await follow(similar);
    await commands.executeCommand("closeReferenceSearch");
  });
});

/** Runs the command of a link as a click does. */
async function follow(link: string): Promise<void> {
  const [command = "", query = ""] = link.split("?");
  await commands.executeCommand(command, ...JSON.parse(decodeURIComponent(query)));
}

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
