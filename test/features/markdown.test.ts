import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import { marked } from "marked";
import {
  codeBlock,
  codeSpan,
  escapeMarkdown,
  shorten,
  toPlainText,
} from "../../server/src/features/markdown.ts";

/** Messages that somebody could make a server log, to get at whoever hovers over them. */
const HOSTILE = [
  "[click](command:workbench.action.terminal.sendSequence?%7B%7D)",
  "![x](https://example.com/pixel.png)",
  "<img src=x onerror=alert(1)>",
  "<a href='command:evil'>x</a>",
  "https://example.com www.example.com me@example.com",
  "<https://example.com>",
  "`code` ``more`` **bold** __bold__ ~~gone~~",
  "# heading\n> quote\n- list\n1. list\n---",
  "| a | b |\n|---|---|\n| 1 | 2 |",
  "$(alert) $(sync~spin)",
  "&lt;b&gt; &#x3c;script&#x3e;",
  "\u202Egnirts\u202C \u200B \u0007 \u001B[31mred\u001B[0m",
  "[ref]: command:evil\n[ref]",
  "```\nfence\n```",
  "\\[x\\](command:evil)",
  "line one\r\nline two",
];

suite("text of a document in Markdown", () => {
  for (const message of HOSTILE) {
    test(`renders as plain words: ${JSON.stringify(message)}`, () => {
      assertInert(escapeMarkdown(message), ["text", "escape", "paragraph"]);
      assertInert(codeSpan(message), ["codespan", "paragraph"]);
    });
  }

  test("whatever it is, it makes no link, no HTML and no block", () => {
    fc.assert(
      fc.property(fc.string(), (text) =>
        assertInert(`x ${escapeMarkdown(text)}`, ["text", "escape", "paragraph"]),
      ),
    );
    fc.assert(
      fc.property(fc.string(), (text) =>
        assertInert(`x ${codeSpan(text)}`, ["text", "codespan", "paragraph"]),
      ),
    );
  });

  test("a code span shows backticks, however many", () => {
    assert.equal(codeSpan("a `b` ``c``"), "``` a `b` ``c`` ```");
  });

  test("a code block cannot be closed from inside", () => {
    const [block, ...rest] = marked.lexer(codeBlock("```\n</pre>\n[x](command:y)"));
    assert.equal(block?.type, "code");
    assert.deepEqual(rest, []);
  });

  test("invisible characters are shown", () => {
    assert.equal(codeSpan("a\u202Eb\tc"), "`a\\u{202e}b\\tc`");
  });
});

test("plain text drops our own markup and keeps the words", () => {
  assert.equal(
    toPlainText(
      "**404 Not Found** · `NotFoundException` $(book) [Reference](command:x?%5B%22y%22%5D)\n\n---\nTable \\`x\\`.",
    ),
    "404 Not Found · NotFoundException Reference\n\nTable `x`.",
  );
});

test("a shortened text ends at a word with an ellipsis", () => {
  assert.equal(shorten("one two three four", 13), "one two…");
  assert.equal(shorten("short", 13), "short");
});

function assertInert(markdown: string, allowed: readonly string[]): void {
  marked.walkTokens(marked.lexer(markdown), (token) => {
    assert.ok(allowed.includes(token.type), `${token.type} in ${markdown}`);
  });
}
