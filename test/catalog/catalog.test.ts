import assert from "node:assert/strict";
import { test } from "node:test";
import { ENVELOPE_FACTS, ENVELOPE_FIELDS, ENVELOPE_SHAPES } from "../../server/src/catalog/envelope.ts";
import { EXCEPTION_CLASSES, isExceptionName } from "../../server/src/catalog/exceptionClasses.ts";
import { getHeader, HEADERS } from "../../server/src/catalog/headers.ts";
import type { Example, Source } from "../../server/src/catalog/model.ts";
import { getOtherClass, OTHER_CLASSES } from "../../server/src/catalog/otherClasses.ts";
import { PRACTICES } from "../../server/src/catalog/practices.ts";
import { FURTHER_READING } from "../../server/src/catalog/sources.ts";
import { getStatus, STATUSES } from "../../server/src/catalog/statuses.ts";

/** An entry of any kind, seen as what every entry has. */
interface Entry {
  readonly name: string;
  readonly sentences: readonly string[];
  readonly examples: readonly Example[];
  readonly sources: readonly Source[];
}

const ENTRIES: readonly Entry[] = [
  ...EXCEPTION_CLASSES.map((entry) => ({
    name: entry.name,
    sentences: [
      entry.meaning,
      ...entry.causes,
      ...entry.fixes.map(({ text }) => text),
      ...entry.reality,
      entry.correction.why,
    ],
    examples: [
      ...entry.examples,
      ...entry.fixes.flatMap(({ example }) => example ?? []),
      entry.correction.wrong,
      entry.correction.right,
    ],
    sources: entry.sources,
  })),
  ...PRACTICES.map(({ id, summary, points, correction, examples, sources }) => ({
    name: id,
    sentences: [summary, ...points, correction.why],
    examples: [...examples, correction.wrong, correction.right],
    sources,
  })),
  ...OTHER_CLASSES.map(({ name, meaning, appearance, fixes, examples, sources }) => ({
    name,
    sentences: [meaning, appearance, ...fixes],
    examples,
    sources,
  })),
  ...STATUSES.map(({ status, meaning, fix, sources }) => ({
    name: String(status),
    sentences: [meaning, fix],
    examples: [],
    sources,
  })),
  ...HEADERS.map(({ name, meaning, notes, sources }) => ({
    name,
    sentences: [meaning, ...notes],
    examples: [],
    sources,
  })),
  ...ENVELOPE_SHAPES.map(({ id, meaning, example, sources }) => ({
    name: `envelope ${id}`,
    sentences: [meaning],
    examples: [example],
    sources,
  })),
];

test("names are unique", () => {
  assertUnique(ENTRIES.map(({ name }) => name));
  assertUnique(HEADERS.map(({ name }) => name.toLowerCase()));
  assertUnique(EXCEPTION_CLASSES.map(({ title }) => title));
});

test("every entry says something and cites where it was read", () => {
  for (const { name, sentences, sources } of ENTRIES) {
    assert.ok(sentences.length > 0, name);
    assert.ok(sources.length > 0, `${name} cites nothing`);
  }
  const all = [...ENTRIES.flatMap(({ sources }) => sources), ...ENVELOPE_FACTS.map(({ source }) => source)];
  for (const { title, where } of [...all, ...FURTHER_READING]) {
    assert.notEqual(title, "");
    assert.match(where, /^(https:\/\/[^ ]+|dreamfactorysoftware\/[a-z-]+ .+)$/);
  }
});

test("every sentence begins like one, ends with a full stop, and holds no HTML", () => {
  const sentences = [
    ...ENTRIES.flatMap((entry) => entry.sentences),
    ...ENTRIES.flatMap(({ examples }) => examples.flatMap(({ caption }) => caption ?? [])),
    ...ENVELOPE_FIELDS.flatMap(({ meaning, notes }) => [meaning, ...notes]),
    ...ENVELOPE_FACTS.map(({ text }) => text),
  ];
  for (const sentence of sentences) {
    assert.match(sentence, /^[A-Z0-9`].*[^.]\.$/s, sentence);
    const prose = sentence.replace(/`[^`]*`/g, "");
    assert.ok(!prose.includes("`"), `a code span is not closed: ${sentence}`);
    assert.doesNotMatch(prose, /<|&[a-z#]|\*|[[\]]/, sentence);
  }
});

test("the words for lists are short and are no sentences", () => {
  for (const { summary, inShort, action } of EXCEPTION_CLASSES) {
    for (const words of [summary, inShort, action]) assert.match(words, /^[A-Z].*[^.]$/);
    assert.ok(summary.length <= 40 && action.length <= 40 && inShort.length <= 110, inShort);
  }
});

test("every JSON example is JSON, and every body of a right request too", () => {
  for (const { name, examples } of ENTRIES) {
    for (const { language, code } of examples) {
      if (language === "json") assert.doesNotThrow(() => JSON.parse(code), name);
      if (language !== "http") continue;
      const body = code.split("\n\n")[1];
      if (body !== undefined) assert.doesNotThrow(() => JSON.parse(body), name);
    }
  }
});

test("an example differs from its correction", () => {
  for (const { correction } of [...EXCEPTION_CLASSES, ...PRACTICES]) {
    assert.notEqual(correction.wrong.code, correction.right.code);
  }
});

test("the example of malformed JSON is malformed in the four ways of the official page", () => {
  const { wrong, right } = EXCEPTION_CLASSES[1]?.correction ?? assert.fail();
  assert.throws(() => JSON.parse(wrong.code));
  assert.doesNotThrow(() => JSON.parse(right.code));
  for (const fault of ["{resource:", "'name'", ",}", "[{"]) assert.ok(wrong.code.includes(fault), fault);
});

test("an example envelope of a class carries the status of that class", () => {
  for (const { name, status, examples } of EXCEPTION_CLASSES) {
    for (const { language, code } of examples) {
      if (language !== "json") continue;
      const { error } = JSON.parse(code);
      if ("status_code" in error) assert.equal(error.status_code, status, name);
    }
  }
});

test("statuses are HTTP errors in ascending order, with all that have a class among them", () => {
  const numbers = STATUSES.map(({ status }) => status);
  assert.deepEqual(
    numbers,
    numbers.toSorted((a, b) => a - b),
  );
  for (const status of numbers)
    assert.ok(Number.isInteger(status) && status >= 400 && status < 600, `${status}`);
  for (const { status } of EXCEPTION_CLASSES) assert.ok(getStatus(status), `${status}`);
});

test("every error status that DreamFactory can send is known", () => {
  const sent = [...range(400, 418), ...range(422, 426), 428, 429, 431, ...range(500, 508), 510, 511];
  assert.deepEqual(
    sent.filter((status) => !getStatus(status)),
    [],
  );
});

test("a status is found by its number", () => {
  assert.equal(getStatus(405)?.phrase, "Method Not Allowed");
  assert.equal(getStatus(400)?.phrase, "Bad Request");
  assert.equal(getStatus(200), undefined);
  assert.equal(getStatus(1000), undefined);
});

test("another class is found with and without its namespace, and is none of the eleven", () => {
  for (const entry of OTHER_CLASSES) {
    assert.equal(getOtherClass(entry.name), entry);
    assert.equal(getOtherClass(entry.fullName), entry);
    assert.ok(!isExceptionName(entry.name), entry.name);
    assert.ok(entry.fullName.endsWith(`\\${entry.name}`), entry.fullName);
  }
  assert.equal(getOtherClass("NotFoundException"), undefined);
  assert.equal(getOtherClass(""), undefined);
});

test("a header is found whatever the case of its name", () => {
  assert.equal(getHeader("retry-after")?.name, "Retry-After");
  assert.equal(getHeader("X-DREAMFACTORY-API-KEY")?.name, "X-DreamFactory-API-Key");
  assert.equal(getHeader("X-Unknown"), undefined);
});

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function assertUnique(names: readonly string[]): void {
  assert.deepEqual(
    names.filter((name, index) => names.indexOf(name) !== index),
    [],
  );
}
