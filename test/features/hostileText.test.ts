import assert from "node:assert/strict";
import { suite, test } from "node:test";
import type { DocumentSymbol } from "vscode-languageserver-types";
import { getDocumentLinks } from "../../server/src/features/documentLinks.ts";
import { getDocumentSymbols } from "../../server/src/features/documentSymbols.ts";
import { explainText } from "../../server/src/features/explainText.ts";
import { getInlayHints } from "../../server/src/features/inlayHints.ts";
import { listErrors } from "../../server/src/features/listErrors.ts";
import { openRecord } from "../../server/src/features/openRecord.ts";
import { DEFAULT_SETTINGS } from "../../server/src/settings.ts";
import { FULL_SUPPORT, openDocument } from "../support/documents.ts";

/** What somebody could put into the name of a table, and so into a log. */
const NAMES: Readonly<Record<string, string>> = {
  "a Markdown link": "[x](command:workbench.action.quit)",
  HTML: "<img src=x onerror=alert(1)>",
  "text in the other direction": "safe\u202egnp.exe",
  "invisible characters": "a\u200bb\u2060c\ufeff",
  "terminal colors": "\\u001b[31mred\\u001b[0m",
  "line breaks": "one\\r\\ntwo\\u2028three",
  "a theme icon": "$(trash)",
  "a code fence": "``` ` ```",
  "a secret": "session_token=abcdefghijklmnop",
  "a megabyte": "x".repeat(1_000_000),
};

const UNSAFE =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|abcdefghijklmnop/;

suite("hostile text stays text", () => {
  for (const [what, name] of Object.entries(NAMES)) {
    const text = `{"error":{"code":404,"context":null,"message":"Table &quot;${name}&quot; does not exist in the database.","status_code":404}}\n`;
    const http = `@host = ${name.slice(0, 300)}\n\n### ${name.slice(0, 300)}\nGET https://df.example.com/${name.slice(0, 300)}\n\nHTTP/1.1 404 Not Found\n\n${text}\n`;

    for (const [languageId, content] of [
      ["log", text],
      ["http", http],
    ] as const) {
      test(`${what} in the outline of a document in ${languageId}`, () => {
        const { document, parsed } = openDocument(content, languageId);
        const check = (symbols: readonly DocumentSymbol[]): void => {
          for (const { name: shown, detail = "", children = [] } of symbols) {
            assert.doesNotMatch(shown + detail, UNSAFE);
            assert.ok(shown.trim() !== "" && shown.length <= 120 && detail.length <= 120);
            check(children);
          }
        };
        check(getDocumentSymbols(document, parsed, FULL_SUPPORT) as DocumentSymbol[]);
      });
    }

    test(`${what} in an inlay hint`, () => {
      const { document, parsed } = openDocument(text, "log");
      const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
      const hints = getInlayHints(document, parsed, range, DEFAULT_SETTINGS, FULL_SUPPORT);
      for (const { label, tooltip } of hints) {
        assert.doesNotMatch(String(label), UNSAFE);
        assert.ok(String(label).length <= 75);
        const markdown = typeof tooltip === "object" ? tooltip.value : "";
        assert.doesNotMatch(markdown.replace(/`+[^`]*`+/g, ""), /(?<!\\)[<[]|\]\(/);
      }
    });

    test(`${what} in a record of its own`, () => {
      const { document, parsed } = openDocument(text, "log");
      const opened = openRecord(document, parsed, { line: 0, character: 3 });
      assert.doesNotMatch((opened?.text ?? "").replaceAll("\n", ""), UNSAFE);
      JSON.parse(opened?.text ?? "");
    });

    test(`${what} in the list of errors`, () => {
      const { document, parsed } = openDocument(text, "log");
      for (const { label } of listErrors(document, parsed).errors) {
        assert.doesNotMatch(label, UNSAFE);
        assert.ok(label.length <= 160);
      }
    });

    test(`${what} in the page about a pasted text`, () => {
      const { errors, markdown } = explainText(text, "auto");
      assert.equal(errors.length, 1);
      assert.doesNotMatch((markdown ?? "").replaceAll("\n", ""), UNSAFE);
      assert.doesNotMatch(
        (markdown ?? "").replace(/`+[^`]*`+/g, ""),
        /(?<!\\)<|(?<!\\)\]\((?!message\/|exception\/)/,
      );
      assert.ok((markdown ?? "").length < 10_000);
    });

    test(`${what} in links`, () => {
      const { document, parsed } = openDocument(
        http.replace("GET", "POST").replace("\n\nHTTP", `\n\n< ./${name.slice(0, 300)}\n\nHTTP`),
        "http",
      );
      for (const { target = "" } of getDocumentLinks(document, parsed, FULL_SUPPORT)) {
        assert.match(target, /^(?:file:\/\/\/|command:dreamfactoryErrors\.openReference\?)/);
      }
    });
  }
});
