import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { globSync, readFileSync } from "node:fs";
import { suite, test } from "node:test";
import fc from "fast-check";
import { breakCountsOf, countLineFeeds, countLoneReturns } from "../../server/src/scan/lineBreaks.ts";
import { BEHIND, type Page, pageSpan, searchPage } from "../../server/src/scan/page.ts";
import { createScanner, type Scanner } from "../../server/src/scan/scanner.ts";
import { generateLog } from "../support/generateLog.ts";

const samples = globSync("test/fixtures/samples/*.{log,json,txt,http,html}")
  .sort()
  .map((file) => readFileSync(file, "utf8"));
const LOG = generateLog({ seed: 9, length: 300_000, charactersPerError: 900, nearMisses: 0.2 }).text;
const LONG = JSON.stringify({
  error: {
    code: 1000,
    context: { error: [1], resource: Array.from({ length: 6000 }, (_, id) => ({ id, name: `größe ${id}` })) },
    message: "Batch Error: Not all requested records could be created.",
    status_code: 400,
  },
});
const LINE = "2026-11-22T09:15:37Z INFO processed 数据库 without errors\n";

suite("pages of a file", () => {
  const rows: readonly (readonly [string, Buffer])[] = [
    ["a log of all forms", Buffer.from(LOG)],
    ["a log with a byte order mark", Buffer.from(`\ufeff${LOG}`)],
    ["the samples", Buffer.from(samples.join("\n").repeat(2))],
    ["a record longer than a page", Buffer.from(`${LOG.slice(0, 9000)}\n${LONG}\n${LOG.slice(0, 90_000)}`)],
    [
      "lines that end otherwise",
      Buffer.from(LOG.replace(/\n/g, (_, at: number) => ["\r", "\r\n"][at % 3] ?? "\n")),
    ],
    ["a single line", Buffer.from(LOG.replaceAll("\n", " é "))],
    ["bytes that are not UTF-8", Buffer.from(LOG.replaceAll("ä", "\u0080"), "latin1")],
  ];
  for (const [name, start] of rows) {
    test(`hold the records that one stream holds, wherever they begin: ${name}`, () => {
      // Behind it so much that no page but the last one knows the end.
      const bytes = Buffer.concat([start, Buffer.alloc(BEHIND, LINE)]);
      const whole = scan((scanner) => scanner.push(bytes));
      assert.ok(whole.found.length > 20);
      fc.assert(
        fc.property(fc.integer({ min: 2000, max: 200_000 }), (size) => {
          const pages = pagesOf(bytes, size);
          const read = scan((scanner) => {
            for (const page of pages) scanner.read(page);
          });
          assert.deepEqual(read, whole);
        }),
        { numRuns: 8, seed: 7 },
      );
    });
  }

  test("are refused with the sentence of a stream", () => {
    const bytes = Buffer.alloc(BEHIND + 100_000, Buffer.from([1, 2, 3, 0]));
    const { refusal } = scan((scanner) => {
      for (const page of pagesOf(bytes, 50_000)) scanner.read(page);
    });
    assert.match(refusal?.text ?? "", /binary/);
  });

  test("tell how many lines there are between any two places", () => {
    const codes = [0x0a, 0x0a, 0x0d, 0x0d, 0x61, 0x8a, 0x8d, 0x0b, 0x09, 0x00];
    const breaks = fc.array(fc.constantFrom(...codes), { maxLength: 60 });
    fc.assert(
      fc.property(breaks, fc.integer({ min: 0, max: 40_000 }), fc.nat(), fc.nat(), (some, length, a, b) => {
        const bytes = Buffer.alloc(length, Buffer.from([...some, 0x61]));
        const [from = 0, to = 0] = [a % (length + 1), b % (length + 1)].sort((one, other) => one - other);
        const counts = breakCountsOf(bytes, length);
        const places = [...bytes.keys()].slice(from, to);
        const feeds = places.filter((at) => bytes[at] === 0x0a).length;
        assert.equal(countLineFeeds(bytes, from, to), feeds);
        assert.equal(countLineFeeds(bytes, from, to, counts), feeds);
        const returns = places.filter((at) => bytes[at] === 0x0d && bytes[at + 1] !== 0x0a).length;
        assert.equal(countLoneReturns(bytes, from, to), returns);
        assert.equal(countLoneReturns(bytes, from, to, counts), returns);
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});

/** Made from the last one to the first, each of nothing but its own bytes. */
function pagesOf(bytes: Buffer, size: number): Page[] {
  const pages: Page[] = [];
  for (let index = Math.ceil(bytes.length / size); index >= 0; index--) {
    const { position, length } = pageSpan(index, size);
    pages.unshift(searchPage(index, size, bytes.subarray(position, position + length)));
  }
  return pages.slice(0, 1 + pages.findIndex(({ last }) => last));
}

function scan(read: (scanner: Scanner) => void) {
  const found: unknown[] = [];
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const scanner = createScanner({
    decode: (part) => decoder.decode(part),
    onRecord({ record, text, ...place }) {
      const { message, time, request, exception } = record;
      const said = [message, time, request].map((each) => each?.value);
      found.push({ ...place, exception, said, raw: text.slice(record.span.start, record.span.end) });
    },
  });
  read(scanner);
  scanner.end();
  return { found, refusal: scanner.refusal(), mark: scanner.mark() };
}
