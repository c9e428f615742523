import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { CodeAction } from "vscode-languageserver-types";
import { FIX_ALL, getCodeActions } from "../../server/src/features/codeActions.ts";
import { getDiagnostics } from "../../server/src/features/diagnostics.ts";
import { DEFAULT_SETTINGS, type Settings } from "../../server/src/settings.ts";
import { FULL_SUPPORT, openDocument } from "../support/documents.ts";
import { readMarks } from "../support/markedText.ts";

const HEAD = `POST https://example.com/api/v2/db/_table/contacts
X-DreamFactory-API-Key: {{key}}
Content-Type: application/json

`;

suite("the quick fixes of a fault", () => {
  test("come in the order: mend this, mend its kind, mend the body, ignore, read about it", () => {
    const actions = actionsFor(`${HEAD}{"resource": [{"name": "Ada",█}, {"name": "Bob",}]}\n`);
    assert.deepEqual(
      actions.map(({ title }) => title),
      [
        "Remove trailing comma",
        "Fix all trailing commas in this file",
        "Fix all safe problems in this body",
        "Ignore trailing-comma on this line",
        "Show reference for trailing-comma",
        "What would DreamFactory answer?",
      ],
    );
    assert.deepEqual(
      actions.map(({ isPreferred }) => isPreferred === true),
      [true, false, false, false, false, false],
    );
  });

  const FIXES: readonly (readonly [title: string, before: string, after: string])[] = [
    ["Remove trailing comma", `{"resource": [{"name": "Ada"}█,]}`, `{"resource": [{"name": "Ada"}]}`],
    ['Quote key "name"', `{"resource": [{n█ame: "Ada"}]}`, `{"resource": [{"name": "Ada"}]}`],
    [
      "Replace single quotes with double quotes",
      `{"resource": [{"name": 'A█da'}]}`,
      `{"resource": [{"name": "Ada"}]}`,
    ],
  ];
  for (const [title, before, after] of FIXES) {
    test(`${title}: ${before}`, () => {
      const { text } = readMarks(HEAD + before);
      const action = actionsFor(HEAD + before).find((each) => each.title === title);
      assert.equal(apply(text, action), HEAD + after);
      assert.equal(action?.isPreferred, true);
      assert.equal(action?.diagnostics?.length, 1);
    });
  }

  test("a missing bracket is inserted where the body ends", () => {
    const before = `${HEAD}{\n  "resource": [\n    {"name": "Ada"}█\n}\n`;
    const { text } = readMarks(before);
    const [action] = actionsFor(before);
    assert.match(action?.title ?? "", /"\]"/);
    assert.deepEqual(diagnosticsOf(apply(text, action)), []);
  });

  test("ignoring one writes the comment above its line, and silences it", () => {
    const before = `${HEAD}{\n  "resource": [{"name": "Ada"}],█\n}\n`;
    const { text } = readMarks(before);
    const action = actionsFor(before).find(({ title }) => title.startsWith("Ignore"));
    const after = apply(text, action);
    assert.match(after, /\n {2}# dreamfactory-disable-next-line trailing-comma\n {2}"resource"/);
    assert.deepEqual(diagnosticsOf(after), []);
  });

  test("come without what the settings take out of the menu", () => {
    const codeActions = { showDocumentation: false, suppress: false };
    const settings = { ...DEFAULT_SETTINGS, codeActions };
    const titles = actionsFor(`${HEAD}{"resource": [1,█]}\n`, { settings }).map(({ title }) => title);
    assert.deepEqual(titles, ["Remove trailing comma", "What would DreamFactory answer?"]);
  });

  test("there are none for a fault that the settings switch off", () => {
    const settings: Settings = { ...DEFAULT_SETTINGS, rules: { "trailing-comma": "off" } };
    const titles = actionsFor(`${HEAD}{"resource": [1,█]}\n`, { settings }).map(({ title }) => title);
    assert.deepEqual(titles, ["What would DreamFactory answer?"]);
  });
});

suite("fix all on save", () => {
  test("mends every body that becomes acceptable and leaves placeholders and comments alone", () => {
    const body = `{"resource": [
  // the first one
  {"id": {{id}}, 'name': "Ada",},
]}
`;
    const [action, ...rest] = actionsFor(HEAD + body, { only: ["source.fixAll"] });
    assert.deepEqual(rest, []);
    assert.equal(action?.kind, FIX_ALL);
    const after = `{"resource": [
  // the first one
  {"id": {{id}}, "name": "Ada"}
]}
`;
    assert.equal(apply(HEAD + body, action), HEAD + after);
  });

  test("mends the faults beyond those that are shown, too", () => {
    const body = `{"resource": [${"{'a': None}, ".repeat(150)}{}]}\n`;
    const [action] = actionsFor(HEAD + body, { only: ["source.fixAll"] });
    assert.equal(apply(HEAD + body, action), `${HEAD}{"resource": [${'{"a": null}, '.repeat(150)}{}]}\n`);
  });

  test("does nothing where nothing is wrong", () => {
    assert.deepEqual(
      actionsFor(`${HEAD}{"resource": [{"name": "{{name}}"}]}\n`, { only: ["source.fixAll"] }),
      [],
    );
  });

  test("is not among the fixes of a squiggle", () => {
    const kinds = actionsFor(`${HEAD}{"resource": [1,█]}\n`).map(({ kind }) => kind);
    assert.ok(!kinds.includes(FIX_ALL));
  });
});

test("a quotation mark that is inserted between those of a shell gets a backslash", () => {
  const command = (key: string) => `curl https://h -H 'Content-Type: application/json' -d "{${key}: 1}"`;
  const [fix] = actionsFor(command("'a█'"));
  assert.equal(apply(command("'a'"), fix), command('\\"a\\"'));
});

interface Asked {
  readonly only?: string[];
  readonly settings?: Settings;
}

function actionsFor(marked: string, { only, settings = DEFAULT_SETTINGS }: Asked = {}): CodeAction[] {
  const { text, cursor } = readMarks(marked);
  const { document, parsed } = openDocument(text, "http");
  const at = document.positionAt(cursor);
  const diagnostics = getDiagnostics(document, parsed, settings, FULL_SUPPORT);
  const context = only === undefined ? { diagnostics } : { diagnostics, only };
  return getCodeActions(document, parsed, { range: { start: at, end: at }, context }, settings, FULL_SUPPORT);
}

function apply(text: string, action: CodeAction | undefined): string {
  const [change] = action?.edit?.documentChanges ?? [];
  assert.ok(change !== undefined && "edits" in change, `no edit in ${action?.title}`);
  const edits = change.edits.flatMap((edit) => ("newText" in edit ? [edit] : []));
  return TextDocument.applyEdits(TextDocument.create("file:///x", "http", 1, text), edits);
}

function diagnosticsOf(text: string): unknown[] {
  const { document, parsed } = openDocument(text, "http");
  return getDiagnostics(document, parsed, DEFAULT_SETTINGS, FULL_SUPPORT);
}
