import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { suite, test } from "node:test";
import fc from "fast-check";
import { createScanner, type ScanMark } from "../../server/src/scan/scanner.ts";
import { generateLog } from "../support/generateLog.ts";
import { SAMPLES } from "../support/samples.ts";

const LOG = generateLog({ seed: 5, length: 400_000, charactersPerError: 900, nearMisses: 0.2 }).text;
const LONG = JSON.stringify({
  error: {
    code: 1000,
    context: { error: [1], resource: Array.from({ length: 4000 }, (_, id) => ({ id, name: `größe ${id}` })) },
    message: "Batch Error: Not all requested records could be created.",
    status_code: 400,
  },
});

suite("a scan that goes on where it ended", () => {
  const rows: readonly (readonly [string, string])[] = [
    ["a log of all forms", LOG],
    ["the samples", SAMPLES.join("\n").repeat(2)],
    [
      "a record longer than what is looked at again",
      `${LOG.slice(0, 90_000)}\n${LONG}\n${LOG.slice(0, 90_000)}`,
    ],
  ];
  for (const [name, text] of rows) {
    test(`finds what one scan finds, wherever the stream was cut: ${name}`, () => {
      const bytes = Buffer.from(text);
      const whole = scanInParts(bytes, []);
      assert.ok(whole.length > 50);
      fc.assert(
        fc.property(fc.array(fc.nat(bytes.length), { maxLength: 4 }), (cuts) => {
          assert.deepEqual(scanInParts(bytes, cuts), whole);
        }),
        { numRuns: 60, seed: 7 },
      );
    });
  }

  test("needs no more of what it has read than a record can depend on", () => {
    const bytes = Buffer.from(LOG);
    const scanner = scannerFor(() => {});
    scanner.push(bytes);
    scanner.end();
    const { offset = 0, searched = 0 } = scanner.mark() ?? {};
    assert.ok(bytes.length - searched < 40_000, `${bytes.length - searched} bytes are searched again`);
    assert.ok(searched - offset < 50_000, `${searched - offset} bytes before them are needed`);
  });

  test("is not offered for UTF-16, nor for what is no text", () => {
    for (const bytes of [
      Buffer.from(`\ufeff${LOG}`, "utf16le"),
      Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7919) % 251)),
    ]) {
      const scanner = scannerFor(() => {});
      scanner.push(bytes);
      scanner.end();
      assert.equal(scanner.mark(), undefined);
    }
  });
});

/** Places and texts of the records of a stream that ends at each cut and then goes on. */
function scanInParts(bytes: Buffer, cuts: readonly number[]): unknown[] {
  const settled: unknown[] = [];
  let open: unknown[] = [];
  let mark: ScanMark | undefined;
  for (const end of [...cuts].sort((a, b) => a - b).concat(bytes.length)) {
    open = [];
    const scanner = scannerFor((found, isSettled) => (isSettled ? settled : open).push(found), mark);
    scanner.push(bytes.subarray(mark?.offset ?? 0, end));
    scanner.end();
    mark = scanner.mark();
    assert.ok(mark !== undefined);
  }
  return [...settled, ...open];
}

function scannerFor(take: (found: unknown, settled: boolean) => void, mark?: ScanMark) {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  return createScanner({
    mark,
    page: 1 << 16,
    decode: (part) => decoder.decode(part),
    onRecord({ record, text, settled, ...place }) {
      const { message, time, request, exception } = record;
      const said = [message, time, request].map((each) => each?.value);
      take({ ...place, exception, said, raw: text.slice(record.span.start, record.span.end) }, settled);
    },
  });
}
