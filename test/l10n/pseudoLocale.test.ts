import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { suite, test } from "node:test";
import { EXCEPTION_CLASSES } from "../../server/src/catalog/exceptionClasses.ts";
import { MESSAGE_TEMPLATES } from "../../server/src/catalog/messages.ts";
import { RETRY_SNIPPETS } from "../../server/src/catalog/retrySnippets.ts";
import { CATALOG_TOPICS, splitTopicId } from "../../server/src/catalog/topics.ts";
import { lookUp } from "../../server/src/features/lookUp.ts";
import { getReferencePage } from "../../server/src/features/referencePage.ts";
import { HTTP_FAULT_KINDS } from "../../server/src/http/faultKinds.ts";
import { JSON_FAULT_KINDS } from "../../server/src/json/faults/kinds.ts";
import { RULE_KINDS } from "../../server/src/rules/rules.ts";
import { createCollection } from "../../server/src/scan/collection.ts";
import { createDescriber } from "../../server/src/scan/describe.ts";
import { markdownSummary } from "../../server/src/scan/reports/markdownSummary.ts";
import { createScanner } from "../../server/src/scan/scanner.ts";
import { fillPhrase } from "../../server/src/text/phrase.ts";
import { everyText, TOPIC_IDS } from "./everyText.ts";
import { inLanguage, plainWords, proseOf, pseudo } from "./pseudoLocale.ts";
import { textsIn } from "./sourceTexts.ts";
import { shownFor, valuesIn } from "./surfaces.ts";

/** What has one name in all languages: classes, statuses, headers, codes, languages, packages and hosts. */
const NAMES: ReadonlySet<string> = new Set([
  "HTTP",
  ...["UTC", "MB"],
  "GET",
  ...["json", "ndjson", "multipart", "graphql", "xml"],
  ...CATALOG_TOPICS.flatMap(({ label, description }) =>
    [label, description].flatMap(({ text, args }) =>
      text === "{text}" ? plainWords(fillPhrase({ text, args: args ?? {} })) : [],
    ),
  ),
  ...EXCEPTION_CLASSES.flatMap(({ title }) => plainWords(title)),
  ...RETRY_SNIPPETS.map(({ title }) => title),
  ...MESSAGE_TEMPLATES.map(({ source }) => source.title),
]);

/** What stands in code spans of our sentences: inlay hints show it without the marks. */
const CODE: readonly string[] = [...everyText()].flatMap((text) =>
  (text.match(/`[^`]+`/g) ?? []).map(lettersOf),
);

/** Together they find rows of every kind. */
const QUERIES = [
  "",
  "429",
  "SQLSTATE 23000",
  "header",
  "exception",
  "comma",
  "filter",
  "retry",
  "token",
  "file",
];

suite("a pseudo-locale leaves no English", () => {
  test("on any reference page", () => {
    inLanguage(pseudo, () => {
      for (const topic of TOPIC_IDS) {
        const { markdown = "" } = getReferencePage(topic) ?? {};
        assert.deepEqual(withoutNames(plainWords(proseOf(markdown))), [], topic);
      }
    });
  });

  test("in the rows of the lookup", () => {
    const templates = new Set(MESSAGE_TEMPLATES.map(({ id }) => `message/${id}`));
    const kinds = new Set<string>();
    inLanguage(pseudo, () => {
      for (const { topic, label, description, detail } of QUERIES.flatMap((query) => lookUp(query))) {
        const said = [
          templates.has(topic) ? "" : label,
          topic.endsWith(description) ? "" : description,
          detail,
        ];
        assert.deepEqual(withoutNames(plainWords(proseOf(said.join("\n")))), [], topic);
        kinds.add(splitTopicId(topic).kind);
      }
    });
    assert.deepEqual(
      kinds,
      new Set([...CATALOG_TOPICS.map(({ id }) => id), "fault/x"].map((id) => splitTopicId(id).kind)),
    );
  });

  test("in the report of a scan", () => {
    const log = burstingLog();
    inLanguage(pseudo, () => {
      const collection = createCollection();
      const describe = createDescriber();
      const scanner = createScanner({
        decode: (bytes) => new TextDecoder().decode(bytes),
        onRecord: (found) => collection.add("a.log", describe(found)),
      });
      scanner.push(new TextEncoder().encode(log));
      scanner.end();
      const summary = collection.summary();
      const { bursts, endpoints, tables, groups } = summary;
      for (const rows of [bursts, endpoints, tables, groups]) assert.ok(rows.length > 0);
      for (const partial of [true, false]) {
        const report = markdownSummary({ summary, files: 2, bytes: 2_000_000, partial });
        const left = plainWords(proseOf(report))
          .map((words) => words.replace(/\.$/, ""))
          .filter((words) => !lettersOf(log).includes(lettersOf(words)));
        assert.deepEqual(withoutNames(left), []);
      }
    });
  });

  for (const [what, documents] of Object.entries(documentsBySubject())) {
    test(`on any surface of ${what}`, () => {
      const surfaces = new Set<string>();
      for (const { name, text, languageId } of documents) {
        const own = [text, ...valuesIn(text, languageId)].map(lettersOf);
        inLanguage(pseudo, () => {
          for (const { surface, text: shown } of shownFor(text, languageId)) {
            surfaces.add(surface);
            const kept = surface === "hint" ? [...own, ...CODE] : own;
            const left = plainWords(proseOf(shown)).filter(
              (words) => !kept.some((letters) => letters.includes(lettersOf(words))),
            );
            assert.deepEqual(withoutNames(left), [], `${surface} of ${name}`);
          }
        });
      }
      assert.ok(surfaces.size > 4, [...surfaces].join());
    });
  }
});

/** Names, what a sample says, keys of the keyboard, and classes of a style sheet. */
const SAME_FOR_ALL: ReadonlySet<string> = new Set([
  ...["DreamFactory Errors", "Markdown"],
  "Duplicate entry",
  ...["Enter", "Home", "End"],
  ...["bar series-", "swatch series-", "link place"],
]);

suite("strings in the sources", () => {
  test("that the client shows are translated", () => {
    const all = ["client/tsconfig.json", "client/src/summary/view/tsconfig.json"].flatMap((project) =>
      textsIn(project, /^client\/src\//),
    );
    assert.ok(all.length > 0);
    const shown = all.filter(({ text, said }) => !said && isProse(text) && !SAME_FOR_ALL.has(text));
    assert.deepEqual(shown, []);
  });

  test("that features show are translated", () => {
    const known = everyText();
    const shown = textsIn("server/tsconfig.json", /^server\/src\/(?:features|scan)\//).filter(
      ({ text, said }) => !said && isProse(text) && !known.has(text),
    );
    assert.deepEqual(shown, []);
  });
});

/** Several words, or one that begins like a sentence; code has line breaks or variables. */
function isProse(text: string): boolean {
  return /[a-z][,.:;…]? [a-z]{2,}|^[A-Z][a-z]+\b[^-]*$/.test(text) && !/\n|\{\{/.test(text);
}

function withoutNames(words: readonly string[]): string[] {
  return words.filter((each) => !NAMES.has(each));
}

function lettersOf(text: string): string {
  return text.replace(/[^A-Za-z]/g, "");
}

/** Failing requests at a table, one an hour, and many in one minute. */
function burstingLog(): string {
  const times = [
    ...Array.from({ length: 48 }, (_, hour) => Date.UTC(2026, 10, 20, hour)),
    ...Array.from({ length: 400 }, (_, second) => Date.UTC(2026, 10, 21, 12, 30, 0, second * 100)),
  ];
  return times
    .sort((a, b) => a - b)
    .map((time) => {
      const [, day, clock] = /^\d{4}-11-(\d\d)T([\d:]+)/.exec(new Date(time).toISOString()) ?? [];
      return `10.0.0.1 - - [${day}/Nov/2026:${clock} +0000] "GET /api/v2/db/_table/x HTTP/1.1" 404 120 "-" "curl/8.0"\n`;
    })
    .join("");
}

interface Sample {
  readonly name: string;
  readonly text: string;
  readonly languageId: string;
}

function documentsBySubject(): Readonly<Record<string, readonly Sample[]>> {
  const head =
    "POST https://df.example.com/api/v2/db/_table/contact\nContent-Type: application/json\nX-DreamFactory-API-Key: {{key}}\n\n";
  return {
    "faults in JSON": JSON_FAULT_KINDS.map(({ code, wrong }) => ({
      name: code,
      text: `${head}${wrong}\n`,
      languageId: "http",
    })),
    "faults in requests": [...HTTP_FAULT_KINDS, ...RULE_KINDS].map(({ code, wrong }) => ({
      name: code,
      text: wrong,
      languageId: "http",
    })),
    "known messages": MESSAGE_TEMPLATES.map(({ id, template, status = 500 }) => {
      const message = template.replace(/\{\w+\}/g, "42");
      const error = { code: status, context: null, message, status_code: status };
      return { name: id, text: `${JSON.stringify({ error })}\n`, languageId: "log" };
    }),
    "samples and the workspace to try": globSync("test/{fixtures/samples,workspace}/*.*").map((file) => ({
      name: file,
      text: readFileSync(file, "utf8"),
      languageId: file.endsWith(".http") ? "http" : "log",
    })),
  };
}
