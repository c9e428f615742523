import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { matchMessage } from "../../server/src/catalog/matchMessage.ts";
import { compilePattern } from "../../server/src/catalog/messages/pattern.ts";
import { MESSAGE_TEMPLATES } from "../../server/src/catalog/messages.ts";
import type { MessageTemplate } from "../../server/src/catalog/model.ts";

const HOLES = /\{([A-Za-z]+)\}/g;
const MATCHABLE = MESSAGE_TEMPLATES.filter(({ template }) => compilePattern(template).weight >= 8);

test("ids are unique kebab-case slugs", () => {
  const ids = MESSAGE_TEMPLATES.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  assert.deepEqual(
    ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)),
    [],
  );
});

test("the catalog holds every template of the inventory and more", () => {
  assert.ok(MESSAGE_TEMPLATES.length >= 360, String(MESSAGE_TEMPLATES.length));
});

test("every entry explains itself in whole sentences and cites where it was read", () => {
  for (const { id, cause, fix, source } of MESSAGE_TEMPLATES) {
    assert.match(cause, /[.}`]\)?$/, id);
    assert.match(fix, /[.}]$/, id);
    assert.match(source.where, /^(https:\/\/\S+|dreamfactorysoftware\/[\w-]+ \S+)$/, id);
  }
});

test("explanations name only holes that their template has", () => {
  for (const { id, template, cause, fix } of MESSAGE_TEMPLATES) {
    const known = new Set([...template.matchAll(HOLES)].map(([hole]) => hole));
    const unknown = [...`${cause} ${fix}`.matchAll(HOLES)].filter(([hole]) => !known.has(hole));
    assert.deepEqual(unknown, [], id);
  }
});

test("only templates without words of their own cannot be matched", () => {
  const unmatchable = MESSAGE_TEMPLATES.filter((entry) => !MATCHABLE.includes(entry)).map(({ id }) => id);
  assert.deepEqual(unmatchable, [
    "script-relayed-body",
    "script-own-message",
    "remote-relayed-body",
    "remote-unreachable",
    "salesforce-relayed",
  ]);
});

test("every template matches its own words, or a more specific one does", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...MATCHABLE),
      fc.infiniteStream(word),
      decoration,
      (entry, words, decorate) => {
        const match = matchMessage(decorate(instantiate(entry, words)), entry.status);
        assert.ok(match, "no match");
        if (match.entry === entry) return;
        assert.ok(weightOf(match.entry) >= weightOf(entry), `${match.entry.id} won over ${entry.id}`);
      },
    ),
    { numRuns: 3000, seed: 3 },
  );
});

test("what stood in the holes is captured", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...MATCHABLE),
      fc.array(word, { minLength: 4, maxLength: 4 }),
      (entry, words) => {
        const match = matchMessage(instantiate(entry, words[Symbol.iterator]()), entry.status);
        if (match?.entry !== entry) return;
        assert.deepEqual(Object.values(match.captures), words.slice(0, Object.keys(match.captures).length));
      },
    ),
    { numRuns: 3000, seed: 3 },
  );
});

const word = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_]{0,10}$/);

const decoration = fc.constantFrom<(message: string) => string>(
  (message) => message,
  (message) => message.replaceAll('"', "&quot;").replaceAll("'", "&#039;"),
  (message) => message.replaceAll('"', "”").replaceAll("'", "’"),
  (message) => (message.startsWith("Access") ? message : `Access Forbidden. ${message}`),
  (message) => `Failed to frobnicate the records.\n${message}`,
  (message) => `${message} \n`,
  (message) => message.replace(/\.$/, ""),
  (message) => (message.includes("SQL") ? message : `${message} (SQL: select * from contact)`),
  (message) =>
    message.includes("SQL") ? message : `${message}\nSQLSTATE[HY000]: General error: 1 no such table`,
);

function instantiate({ template }: MessageTemplate, words: Iterator<string>): string {
  return template.replace(HOLES, () => words.next().value ?? "x");
}

function weightOf({ template }: MessageTemplate): number {
  return compilePattern(template.replace(" (SQL: {sql})", "")).weight;
}
