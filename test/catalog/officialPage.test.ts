import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { EXCEPTION_CLASSES } from "../../server/src/catalog/exceptionClasses.ts";
import { getHeader } from "../../server/src/catalog/headers.ts";
import { PRACTICES } from "../../server/src/catalog/practices.ts";
import { getReferencePage } from "../../server/src/features/referencePage.ts";

type Words = readonly string[];

interface Facts {
  readonly classes: readonly {
    readonly name: string;
    readonly status: number;
    readonly title: string;
    readonly meaning: Words;
    readonly causes: readonly Words[];
    readonly fixes: readonly Words[];
    readonly literals: Words;
  }[];
  readonly headers: readonly { readonly name: string; readonly example: string }[];
  readonly envelope: { readonly words: Words; readonly literals: Words };
  readonly practices: readonly {
    readonly id: string;
    readonly words: readonly Words[];
    readonly literals: Words;
  }[];
  readonly quickReference: readonly {
    readonly status: number;
    readonly name: string;
    readonly meaning: string;
    readonly action: string;
  }[];
  readonly furtherReading: Words;
}

const FIXTURE = new URL("../fixtures/catalog/official-page-facts.json", import.meta.url);
const facts: Facts = JSON.parse(readFileSync(FIXTURE, "utf8"));

for (const fact of facts.classes) {
  test(`everything the official page says of ${fact.name} is on its page`, () => {
    const page = readPage(`exception/${fact.name}`);
    assert.equal(page.title, fact.title);
    assert.ok(page.intro[0]?.startsWith(`**\`${fact.name}\`** · HTTP ${fact.status}`), page.intro[0]);
    assertSays(page.intro, [fact.meaning]);
    assertSays(itemsOf(page, "Likely causes"), fact.causes);
    assertSays(itemsOf(page, "What to do"), fact.fixes);
    assertHolds(page.code, fact.literals);
  });
}

test("no class is in the catalog that the official page does not have", () => {
  assert.deepEqual(
    EXCEPTION_CLASSES.map(({ name }) => name),
    facts.classes.map(({ name }) => name),
  );
});

for (const { name, example } of facts.headers) {
  test(`the header ${name} is in the catalog with the example of the official page`, () => {
    assert.equal(getHeader(name)?.example, example);
    assertHolds(readPage(`header/${name}`).code, [`${name}: ${example}`]);
  });
}

test("the headers of 429 are explained on the page of its class", () => {
  const rows = itemsOf(readPage("exception/TooManyRequestsException"), "Response headers");
  const sent = facts.headers.filter(({ name }) => getHeader(name)?.status === 429);
  assert.equal(sent.length, 4);
  assertSays(
    rows,
    sent.map(({ name, example }) => [`\`${name}\``, `\`${example}\``]),
  );
});

test("the documented envelope is on the page of the envelope", () => {
  const page = readPage("envelope");
  assertSays(itemsOf(page, "As the official list shows it"), [facts.envelope.words]);
  assertHolds(page.code, facts.envelope.literals);
});

test("the best practices stand in the order of the official page", () => {
  assert.deepEqual(
    PRACTICES.map(({ id }) => id),
    facts.practices.map(({ id }) => id),
  );
});

for (const fact of facts.practices) {
  test(`everything the official page says of ${fact.id} is on its page`, () => {
    const page = readPage(`practice/${fact.id}`);
    assertSays(page.intro, fact.words);
    assertHolds(page.code, fact.literals);
  });
}

test("the quick reference has the rows of the official page in its order", () => {
  const rows = readPage("quick-reference").intro.slice(2);
  assert.equal(rows.length, facts.quickReference.length);
  for (const [index, { status, name, meaning, action }] of facts.quickReference.entries()) {
    const [code = "", exception, means = "", acts = ""] = (rows[index] ?? "").split(/ ?\| ?/).slice(1);
    assert.ok(code.startsWith(String(status)), code);
    assert.equal(exception, `[\`${name}\`](exception/${name}.md)`);
    assertSays([means], [[meaning]]);
    assertSays([acts], [[action]]);
  }
});

test("what the official page recommends to read next can be reached from the quick reference", () => {
  assertSays(
    itemsOf(readPage("quick-reference"), "Further reading"),
    facts.furtherReading.map((title) => [`[${title}`, "](https://wiki.dreamfactory.com/"]),
  );
});

interface Page {
  readonly title: string;
  /** The lines before the first section. */
  readonly intro: readonly string[];
  /** The lines of each section outside code, by heading. */
  readonly sections: ReadonlyMap<string, readonly string[]>;
  /** The code blocks of the page. */
  readonly code: readonly string[];
}

/** A page as its reader sees it. */
function readPage(topic: string): Page {
  const { title, markdown } = getReferencePage(topic) ?? assert.fail(`no page ${topic}`);
  const code: string[] = [];
  const prose = markdown.replace(/^(`{3,})\w*\n([\s\S]*?)\n\1$/gm, (_, _fence, block: string) => {
    code.push(block);
    return "";
  });
  const [intro = "", ...rest] = prose.split(/^## /m);
  const sections = rest.map((text): [string, string[]] => {
    const [heading = "", ...lines] = linesOf(text);
    return [heading, lines];
  });
  return { title, intro: linesOf(intro).slice(1), sections: new Map(sections), code };
}

function linesOf(text: string): string[] {
  return text.split("\n").filter((line) => line !== "");
}

function itemsOf({ sections }: Page, heading: string): readonly string[] {
  return sections.get(heading) ?? assert.fail(`no section ${heading}`);
}

/** Every fact has a line of its own that holds all its words. */
function assertSays(lines: readonly string[], said: readonly Words[]): void {
  const taken = new Set<string>();
  for (const words of said) {
    const line = lines.find(
      (each) => !taken.has(each) && words.every((word) => each.toLowerCase().includes(word.toLowerCase())),
    );
    assert.ok(line !== undefined, `no line has all of: ${words.join(", ")}\n${lines.join("\n")}`);
    taken.add(line);
  }
}

function assertHolds(blocks: readonly string[], literals: Words): void {
  for (const literal of literals) {
    assert.ok(
      blocks.some((block) => block.includes(literal)),
      `missing: ${literal}`,
    );
  }
}
