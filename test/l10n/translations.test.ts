import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { getReferencePage } from "../../server/src/features/referencePage.ts";
import { LANGUAGES, ownTextsOf, readBundle, readManifestTexts } from "./bundles.ts";
import { everyText, TOPIC_IDS } from "./everyText.ts";
import { inLanguage, plainWords, proseOf } from "./pseudoLocale.ts";

const ENGLISH = readManifestTexts();

test("there is German and Spanish", () => {
  assert.deepEqual(LANGUAGES, ["de", "es"]);
});

for (const language of LANGUAGES) {
  suite(`the translations of ${language}`, () => {
    const bundle = readBundle(language);
    const manifest = readManifestTexts(language);
    const pairs = [
      ...Object.entries(bundle),
      ...Object.entries(ENGLISH).map(([key, english]) => [english, manifest[key] ?? ""] as const),
    ];

    test("cover every text of the manifest, and no other", () => {
      assert.deepEqual(Object.keys(manifest), Object.keys(ENGLISH));
    });

    test("have the holes, the code and the links of the English text", () => {
      for (const [english, translated] of pairs) {
        assert.deepEqual(fixedParts(translated), fixedParts(english), translated);
      }
    });

    test("end as the English text does, and begin with no blank", () => {
      for (const [english, translated] of pairs) {
        assert.equal(endOf(translated), endOf(english), translated);
        assert.equal(translated, translated.trim());
      }
    });

    test("differ from the English text where that has several words", () => {
      const sentences = pairs.filter(
        ([english]) => (plainWords(proseOf(english))[0] ?? "").split(" ").length > 2,
      );
      for (const [english, translated] of sentences) assert.notEqual(translated, english);
    });

    test("make pages that lead where the English ones do", () => {
      const links = (page: string) =>
        [...page.matchAll(/\]\((?:[^()]|\([^()]*\))*\)/g)].map(([link]) => link);
      for (const topic of TOPIC_IDS) {
        const english = getReferencePage(topic)?.markdown ?? "";
        const translated = inLanguage(ownTextsOf(bundle), () => getReferencePage(topic)?.markdown ?? "");
        assert.deepEqual(links(translated), links(english), topic);
        assert.equal(translated.split("\n").length, english.split("\n").length, topic);
        assert.notEqual(translated, english, topic);
      }
    });
  });
}

test("every text has a translation, and every translation a text", () => {
  const texts = everyText();
  for (const language of LANGUAGES) {
    const translated = Object.keys(readBundle(language));
    assert.deepEqual(
      [...texts].filter((text) => !translated.includes(text)),
      [],
      `run "npm run l10n", then translate to ${language}`,
    );
    assert.deepEqual(
      translated.filter((text) => !texts.has(text)),
      [],
      `run "npm run l10n" to remove from ${language} what is gone`,
    );
  }
});

/** What a translation must keep, whatever the order. */
function fixedParts(text: string): string[] {
  return (text.match(/`[^`]*`|\{\w+\}|\]\([^)]*\)/g) ?? []).sort();
}

function endOf(text: string): string {
  return /[.…:?]$/.exec(text)?.[0] ?? "";
}
