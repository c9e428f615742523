import assert from "node:assert/strict";
import { afterEach, suite, test } from "node:test";
import { lookUp } from "../../server/src/features/lookUp.ts";
import { fillMarkdown } from "../../server/src/features/markdown.ts";
import { getReferencePage } from "../../server/src/features/referencePage.ts";
import { perLanguage, say, sayNumber, useTranslations } from "../../server/src/features/words.ts";

suite("words in another language", () => {
  afterEach(() => useTranslations({}));

  test("a text is found by its English, and what has no translation stays English", () => {
    useTranslations({ "Format body": "Body formatieren" });
    assert.equal(say("Format body"), "Body formatieren");
    assert.equal(say("Insert closing quote"), "Insert closing quote");
  });

  test("holes are filled behind the translation, wherever it puts them", () => {
    useTranslations({ "Change {written} to {right}": "{right} statt {written}" });
    assert.equal(
      say({ text: "Change {written} to {right}", args: { written: "a", right: "b" } }),
      "b statt a",
    );
  });

  test("what fills a hole is translated where it is a phrase, and nowhere else", () => {
    useTranslations({ Tab: "Tabulator", "{name} inside a string": "{name} in einer Zeichenkette" });
    const text = "{name} inside a string";
    assert.equal(say({ text, args: { name: { text: "Tab" } } }), "Tabulator in einer Zeichenkette");
    assert.equal(say({ text, args: { name: "Tab" } }), "Tab in einer Zeichenkette");
  });

  test("text of a document stays harmless in a translation", () => {
    useTranslations({ "Column {name}": "Spalte {name}" });
    assert.equal(fillMarkdown({ text: "Column {name}", args: { name: "[a](b)" } }), "Spalte \\[a\\](b)");
  });

  test("a lookup finds by English and by translated words, and answers in the reader's language", () => {
    useTranslations({ "Trailing comma": "Überzähliges Komma am Ende" });
    for (const query of ["trailing comma", "überzähliges komma", "uberzahliges", "uberzähligez"]) {
      const [found] = lookUp(query);
      assert.equal(found?.topic, "fault/trailing-comma", query);
      assert.equal(found?.label, "Überzähliges Komma am Ende");
    }
    useTranslations({});
    assert.equal(lookUp("trailing comma")[0]?.label, "Trailing comma");
  });

  test("a page follows the language that was chosen last", () => {
    const title = () => getReferencePage("fault/trailing-comma")?.title;
    useTranslations({ "Trailing comma": "Coma final" });
    assert.equal(title(), "Coma final");
    useTranslations({});
    assert.equal(title(), "Trailing comma");
  });

  test("numbers are written as the language has them, and as English where its tag is none", () => {
    const rows = [
      [{ Tab: "Tabulator" }, "de", "12.345"],
      [{ Tab: "Tabulador" }, "es-ES", "12.345"],
      [{ Tab: "Tabulator" }, "de_DE.UTF-8", "12,345"],
      [{}, "de", "12,345"],
    ] as const;
    for (const [translations, locale, written] of rows) {
      useTranslations(translations, locale);
      assert.equal(sayNumber(12_345), written, locale);
    }
  });

  test("what is kept per language is made once for each", () => {
    let made = 0;
    const kept = perLanguage((isEnglish) => `${isEnglish} ${++made}`);
    assert.deepEqual([kept(), kept()], ["true 1", "true 1"]);
    useTranslations({ Tab: "Tabulator" });
    assert.deepEqual([kept(), kept()], ["false 2", "false 2"]);
  });
});
