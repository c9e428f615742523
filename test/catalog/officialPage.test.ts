import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { ENVELOPE_SHAPES } from "../../server/src/catalog/envelope.ts";
import { EXCEPTION_CLASSES } from "../../server/src/catalog/exceptionClasses.ts";
import { getHeader } from "../../server/src/catalog/headers.ts";
import { PRACTICES } from "../../server/src/catalog/practices.ts";
import { QUICK_REFERENCE } from "../../server/src/catalog/quickReference.ts";
import { FURTHER_READING } from "../../server/src/catalog/sources.ts";

interface Facts {
  readonly classes: readonly {
    readonly name: string;
    readonly status: number;
    readonly title: string;
    readonly meaning: readonly string[];
    readonly causes: readonly (readonly string[])[];
    readonly fixes: readonly (readonly string[])[];
    readonly literals: readonly string[];
  }[];
  readonly headers: readonly { readonly name: string; readonly example: string }[];
  readonly envelope: { readonly words: readonly string[]; readonly literals: readonly string[] };
  readonly practices: readonly {
    readonly id: string;
    readonly words: readonly (readonly string[])[];
    readonly literals: readonly string[];
  }[];
  readonly quickReference: readonly {
    readonly status: number;
    readonly name: string;
    readonly meaning: string;
    readonly action: string;
  }[];
  readonly furtherReading: readonly string[];
}

const FIXTURE = new URL("../fixtures/catalog/official-page-facts.json", import.meta.url);
const facts: Facts = JSON.parse(readFileSync(FIXTURE, "utf8"));

for (const fact of facts.classes) {
  test(`everything the official page says of ${fact.name} is in the catalog`, () => {
    const entry = EXCEPTION_CLASSES.find(({ name }) => name === fact.name);
    assert.ok(entry, "the class is missing");
    assert.equal(entry.status, fact.status);
    assert.equal(entry.title, fact.title);
    assertSays([entry.meaning], fact.meaning);
    for (const words of fact.causes) assertSays(entry.causes, words);
    const fixTexts = entry.fixes.map(({ text }) => text);
    for (const words of fact.fixes) assertSays(fixTexts, words);
    const headerLines = entry.headers.map(({ name, example }) => `${name}: ${example}`);
    assertHolds([...headerLines, ...codeIn(entry)], fact.literals);
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
  });
}

test("the documented envelope is in the catalog", () => {
  const shape = ENVELOPE_SHAPES.find(({ id }) => id === "documented");
  assert.ok(shape);
  assertSays([shape.meaning], facts.envelope.words);
  assertHolds([shape.example.code], facts.envelope.literals);
});

test("the best practices stand in the order of the official page", () => {
  assert.deepEqual(
    PRACTICES.map(({ id }) => id),
    facts.practices.map(({ id }) => id),
  );
});

for (const fact of facts.practices) {
  test(`everything the official page says of ${fact.id} is in the catalog`, () => {
    const practice = PRACTICES.find(({ id }) => id === fact.id);
    assert.ok(practice);
    for (const words of fact.words) assertSays([practice.summary, ...practice.points], words);
    assertHolds(codeIn(practice), fact.literals);
  });
}

test("the quick reference has the rows of the official page in its order", () => {
  assert.deepEqual(
    QUICK_REFERENCE.map(({ status, name }) => [status, name]),
    facts.quickReference.map(({ status, name }) => [status, name]),
  );
  for (const [index, { meaning, action }] of facts.quickReference.entries()) {
    assertSays([QUICK_REFERENCE[index]?.meaning ?? ""], [meaning]);
    assertSays([QUICK_REFERENCE[index]?.action ?? ""], [action]);
  }
});

test("what the official page recommends to read next can be reached", () => {
  for (const words of facts.furtherReading) {
    assertSays(
      FURTHER_READING.map(({ title }) => title),
      [words],
    );
  }
});

function assertSays(sentences: readonly string[], words: readonly string[]): void {
  const said = sentences.some((sentence) =>
    words.every((word) => sentence.toLowerCase().includes(word.toLowerCase())),
  );
  assert.ok(said, `no sentence has all of: ${words.join(", ")}\n${sentences.join("\n")}`);
}

function assertHolds(texts: readonly string[], literals: readonly string[]): void {
  for (const literal of literals) {
    assert.ok(
      texts.some((text) => text.includes(literal)),
      `missing: ${literal}`,
    );
  }
}

function codeIn(entry: {
  readonly examples: readonly { readonly code: string }[];
  readonly correction: {
    readonly wrong: { readonly code: string };
    readonly right: { readonly code: string };
  };
  readonly fixes?: readonly { readonly example?: { readonly code: string } }[];
}): string[] {
  const examples = [...entry.examples, entry.correction.wrong, entry.correction.right];
  for (const { example } of entry.fixes ?? []) if (example) examples.push(example);
  return examples.map(({ code }) => code);
}
