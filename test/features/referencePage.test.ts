import assert from "node:assert/strict";
import { posix } from "node:path";
import { suite, test } from "node:test";
import { marked } from "marked";
import { EXCEPTION_CLASSES } from "../../server/src/catalog/exceptionClasses.ts";
import { CATALOG_TOPICS } from "../../server/src/catalog/topics.ts";
import { lookUp } from "../../server/src/features/lookUp.ts";
import { getReferencePage } from "../../server/src/features/referencePage.ts";
import { FAULT_KINDS, faultTopic } from "../../server/src/features/topics.ts";
import { fillPhrase } from "../../server/src/text/phrase.ts";

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

  test("every section has content, and no example stands twice", () => {
    for (const topic of TOPICS) {
      const { markdown = "" } = getReferencePage(topic) ?? {};
      const blocks = marked.lexer(markdown).filter(({ type }) => type !== "space");
      for (const [index, block] of blocks.entries()) {
        if (block.type !== "heading") continue;
        const next = blocks[index + 1];
        const opensSection = next?.type === "heading" && next.depth > block.depth;
        assert.ok(next !== undefined && (next.type !== "heading" || opensSection), `${topic}: ${block.raw}`);
      }
      const examples = blocks.filter(({ type }) => type === "code").map(({ raw }) => raw);
      assert.deepEqual(examples, [...new Set(examples)], topic);
      assert.doesNotMatch(markdown, /\n\n```$/m, topic);
    }
  });

  test("wrong comes before right, why and exceptions, on the page of every class, practice, fault and rule", () => {
    for (const topic of TOPICS) {
      if (!/^(exception|practice|fault)\//.test(topic)) continue;
      const headings = tokensOf(getReferencePage(topic)?.markdown ?? "")
        .filter(({ type, depth }) => type === "heading" && depth === 2)
        .map(({ raw }) => raw.slice(3).trim());
      const explained = headings.filter((each) => /^(Wrong|Right|Why|Exceptions)$/.test(each));
      assert.deepEqual(explained.slice(0, 3), ["Wrong", "Right", "Why"], topic);
      assert.ok(explained.length === 3 || explained[3] === "Exceptions", topic);
    }
  });

  test("every page but those of messages is found by its label among the first", () => {
    const labels = [
      ...CATALOG_TOPICS.filter(({ kind }) => kind !== "message").map(
        ({ id, label }) => [id, fillPhrase(label)] as const,
      ),
      ...FAULT_KINDS.map(({ code, title }) => [faultTopic(code), title] as const),
    ];
    for (const [topic, label] of labels) {
      const found = lookUp(label).slice(0, 5);
      assert.ok(
        found.some((item) => item.topic === topic),
        `${topic}: ${label}`,
      );
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
