import assert from "node:assert/strict";
import { posix } from "node:path";
import { suite, test } from "node:test";
import { marked } from "marked";
import { EXCEPTION_CLASSES } from "../../server/src/catalog/exceptionClasses.ts";
import { CATALOG_TOPICS } from "../../server/src/catalog/topics.ts";
import { getReferencePage } from "../../server/src/features/referencePage.ts";
import { FAULT_KINDS, faultTopic } from "../../server/src/features/topics.ts";

const TOPICS = [...CATALOG_TOPICS.map(({ id }) => id), ...FAULT_KINDS.map(({ code }) => faultTopic(code))];

suite("reference pages", () => {
  test("every topic has one, with one heading of the first level and no HTML", () => {
    for (const topic of TOPICS) {
      const page = getReferencePage(topic);
      assert.ok(page, topic);
      const tokens = tokensOf(page.markdown);
      assert.equal(tokens.filter(({ type, depth }) => type === "heading" && depth === 1).length, 1, topic);
      assert.deepEqual(
        tokens.filter(({ type }) => type === "html").map(({ raw }) => raw),
        [],
        topic,
      );
      assert.ok(page.title.length > 1, topic);
    }
  });

  test("links between pages lead to pages", () => {
    for (const topic of TOPICS) {
      for (const { type, href } of tokensOf(getReferencePage(topic)?.markdown ?? "")) {
        if (type !== "link" || href?.startsWith("https://") || href?.startsWith("mailto:")) continue;
        const target = posix.join(posix.dirname(topic), href ?? "").replace(/\.md$/, "");
        assert.ok(getReferencePage(target), `${topic} links to ${href}`);
      }
    }
  });

  test("the page of a class shows all that is known of it", () => {
    for (const entry of EXCEPTION_CLASSES) {
      const { markdown = "" } = getReferencePage(`exception/${entry.name}`) ?? {};
      const shown = markdown.replace(/\n\s+/g, "\n");
      const facts = [
        entry.meaning,
        ...entry.causes,
        ...entry.fixes.map(({ text }) => text),
        ...entry.reality,
        ...entry.examples.map(({ code }) => code.replace(/\n\s+/g, "\n")),
        ...entry.headers.flatMap(({ name, example }) => [name, example]),
      ];
      for (const fact of facts) assert.ok(shown.includes(fact), `${entry.name}: ${fact}`);
    }
  });

  test("the quick reference lists the eleven classes", () => {
    const { markdown = "" } = getReferencePage("quick-reference") ?? {};
    for (const { name, action } of EXCEPTION_CLASSES) {
      assert.ok(markdown.includes(name) && markdown.includes(action), name);
    }
  });

  test("there is none for what is no topic", () => {
    for (const topic of ["", "exception/Nothing", "constructor", "fault/", "message/x/y"]) {
      assert.equal(getReferencePage(topic), undefined, topic);
    }
  });
});

interface Token {
  readonly type: string;
  readonly raw: string;
  readonly depth?: number;
  readonly href?: string;
}

function tokensOf(markdown: string): Token[] {
  const tokens: Token[] = [];
  marked.walkTokens(marked.lexer(markdown), (token) => void tokens.push(token as Token));
  return tokens;
}
