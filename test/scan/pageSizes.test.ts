import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { suite, test } from "node:test";
import fc from "fast-check";
import { createScanner } from "../../server/src/scan/scanner.ts";
import { generateLog } from "../support/generateLog.ts";
import { SAMPLES } from "../support/samples.ts";

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

suite("sizes of a scanner's pages", () => {
  const rows: readonly (readonly [string, Buffer])[] = [
    ["a log of all forms", Buffer.from(LOG)],
    ["a log with a byte order mark", Buffer.from(`\ufeff${LOG}`)],
    ["the samples", Buffer.from(SAMPLES.join("\n").repeat(2))],
    ["a record longer than a page", Buffer.from(`${LOG.slice(0, 9000)}\n${LONG}\n${LOG.slice(0, 90_000)}`)],
    [
      "lines that end otherwise",
      Buffer.from(LOG.replace(/\n/g, (_, at: number) => ["\r", "\r\n"][at % 3] ?? "\n")),
    ],
    ["a single line", Buffer.from(LOG.replaceAll("\n", " é "))],
    ["bytes that are not UTF-8", Buffer.from(LOG.replaceAll("ä", "\u0080"), "latin1")],
  ];
  for (const [name, start] of rows) {
    test(`make no difference to what is found: ${name}`, () => {
      // Behind it more than a scanner looks ahead, so that it reads most of it before it knows the end.
      const bytes = Buffer.concat([start, Buffer.alloc(1_400_000, LINE)]);
      const whole = scan(bytes, bytes.length);
      assert.ok(whole.found.length > 20);
      fc.assert(
        fc.property(fc.integer({ min: 2000, max: 200_000 }), (page) => {
          const { found, beforeEnd } = scan(bytes, page);
          assert.deepEqual(found, whole.found);
          assert.equal(beforeEnd, found.length);
        }),
        { numRuns: 8, seed: 7 },
      );
    });
  }
});

function scan(bytes: Uint8Array, page: number) {
  const found: unknown[] = [];
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const scanner = createScanner({
    page,
    decode: (part) => decoder.decode(part),
    onRecord({ record, text, settled: _, ...place }) {
      const { message, time, request, exception } = record;
      const said = [message, time, request].map((each) => each?.value);
      found.push({ ...place, exception, said, raw: text.slice(record.span.start, record.span.end) });
    },
  });
  scanner.push(bytes);
  const beforeEnd = found.length;
  scanner.end();
  return { found, beforeEnd };
}
