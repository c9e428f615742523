import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import process from "node:process";
import { suite, test } from "node:test";
import fc from "fast-check";
import { findRecords } from "../../server/src/records/findRecords.ts";
import { createScanner } from "../../server/src/scan/scanner.ts";
import { generateLog } from "../support/generateLog.ts";
import { SAMPLES } from "../support/samples.ts";
import { movedRecord, scanBytes } from "./scanBytes.ts";

const GENERATED = { length: 100_000, charactersPerError: 700, nearMisses: 0.2 };

const FILLERS = [
  "2026-11-22T09:15:37Z INFO com.example.Service - processed order 7 without errors\n",
  '10.0.0.1 - - [22/Nov/2026:09:15:37 +0000] "GET /api/v2/db/_table/contact HTTP/1.1" 200 12 "-" "-"\r\n',
  "ein langer Text über Größen, 数据库 und 🎉 – error: none\n",
  "\n",
  "10 % done\r20 % done, größer\r\r\n30 % done\r",
];

/** Logs made of samples, ordinary lines, words of the samples out of place, and cuts. */
const logs = fc
  .array(
    fc.oneof(
      fc.constantFrom(...SAMPLES),
      fc.constantFrom(...FILLERS),
      fc.constantFrom(...SAMPLES).chain((sample) => fc.nat(sample.length).map((cut) => sample.slice(0, cut))),
      fc.constantFrom("error", '"error":', "SQLSTATE[", '{"error":{"', "&quot;error&quot;", "é", "\ufeff"),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));

suite("scanner", () => {
  test("finds in every sample what is found in the whole text", () => {
    for (const text of SAMPLES) assertSame(Buffer.from(text), text, [Number.POSITIVE_INFINITY]);
  });

  test("finds the same however the bytes are cut", () => {
    fc.assert(
      fc.property(logs, fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1 }), (text, cuts) => {
        assertSame(Buffer.from(text), text, cuts);
      }),
      { numRuns: 150 },
    );
  });

  test("finds the same across the pages of a large stream", () => {
    const filler = FILLERS.join("").repeat(200);
    const text = [...SAMPLES, ...SAMPLES]
      .map((sample, index) => `${sample}\n${filler.slice(index * 100)}`)
      .join("");
    assertSame(Buffer.from(text), text, [65_536]);
  });

  test("finds the same in generated logs of every form", () => {
    for (const seed of [1, 2, 3]) {
      const { text } = generateLog({ ...GENERATED, seed });
      assertSame(Buffer.from(text), text, [1 + seed * 997]);
    }
  });

  const grown = [...SAMPLES, ...[1, 2, 3].map((seed) => generateLog({ ...GENERATED, seed }).text)];

  test("finds the same where what has come is read again and again, line by line", () => {
    for (const text of grown) {
      const lines = text.split(/(?<=\n)/).map((line) => Buffer.from(line));
      assert.deepEqual(saidOf(lines), saidOf([Buffer.from(text)]));
    }
  });

  test("finds the same where what has come is read again and again, wherever it ends", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...grown),
        fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1 }),
        (text, cuts) => {
          assert.deepEqual(saidOf(cutBy(text, cuts)), saidOf([Buffer.from(text)]));
        },
      ),
      { numRuns: 60, seed: 7 },
    );
  });

  const members = { code: 404, context: null, message: "Not here", status_code: 404 };
  const pretty = JSON.stringify({ error: members }, null, 2);
  const yaml = "error:\n  code: 404\n  message: Not here\n  context: []\n  status_code: 404";
  const printed =
    "Array\n(\n    [error] => Array\n        (\n            [code] => 404\n            [context] => \n" +
    "            [message] => Not here\n            [status_code] => 404\n        )\n\n)";
  const rows: readonly (readonly [string, string, number])[] = [
    ["a record in one line", JSON.stringify({ error: members }), 1],
    ["pretty-printed JSON", pretty, 8],
    ["pretty-printed JSON with blank lines", pretty.replaceAll("\n", "\n\n"), 15],
    ["print_r", printed, 11],
    ["YAML, which ends where something else begins", `${yaml}\nnext`, 6],
    ["a record that was cut", `${pretty.split("\n").slice(0, 5).join("\n")}\n${FILLERS[0]}`, 6],
  ];
  for (const [name, text, lines] of rows) {
    test(`reports ${name} when its last line has come, and whole`, () => {
      const reported: number[] = [];
      const seen: string[] = [];
      const scanner = createScanner({
        decode: (bytes) => Buffer.from(bytes).toString("utf8"),
        onRecord: ({ record, text }) => {
          reported.push(line);
          seen.push(text.slice(record.span.start, record.span.end));
        },
      });
      let line = 0;
      for (const each of text.split("\n")) {
        line += 1;
        scanner.push(Buffer.from(`${each}\n`));
        scanner.flush();
      }
      assert.deepEqual(reported, [lines]);
      assert.deepEqual(
        seen,
        findRecords(`${text}\n`).map(({ span }) => text.slice(span.start, span.end)),
      );
    });
  }

  test("finds the same in bytes that are not UTF-8", () => {
    fc.assert(
      fc.property(logs, fc.uint8Array({ maxLength: 4 }), fc.nat(), (text, noise, at) => {
        const clean = Buffer.from(text);
        const place = clean.length === 0 ? 0 : at % clean.length;
        const high = noise.map((byte) => byte | 0x80);
        const bytes = Buffer.concat([clean.subarray(0, place), high, clean.subarray(place)]);
        assertSame(bytes, new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes), [777]);
      }),
      { numRuns: 100 },
    );
  });

  test("reads UTF-16 with a byte order mark", () => {
    const text = `Größe 🎉\n{"error":{"code":404,"message":"Could not find a service for user","status_code":404}}\n`;
    for (const [mark, bytes] of [
      [[0xff, 0xfe], Buffer.from(text, "utf16le")],
      [[0xfe, 0xff], Buffer.from(text, "utf16le").swap16()],
    ] as const) {
      const { found } = scanBytes(Buffer.concat([Buffer.from(mark), bytes]), [3]);
      assert.deepEqual(
        found.map(({ line, column, raw }) => ({ line, column, raw })),
        [{ line: 2, column: 1, raw: text.trimEnd().split("\n")[1] }],
      );
    }
  });

  test("leaves a byte order mark of UTF-8 out of the column, and counts its bytes", () => {
    const { found } = scanBytes(
      Buffer.from('\ufeff{"error":{"code":404,"context":null,"message":"x","status_code":404}}'),
      [1],
    );
    assert.deepEqual(
      found.map(({ offset, line, column }) => ({ offset, line, column })),
      [{ offset: 3, line: 1, column: 1 }],
    );
  });

  test("takes little memory for a short stream", () => {
    const before = process.memoryUsage().arrayBuffers;
    const scanners = Array.from({ length: 100 }, () => {
      const scanner = createScanner({ decode: (bytes) => Buffer.from(bytes).toString(), onRecord: () => {} });
      scanner.push(Buffer.from(FILLERS.join("")));
      return scanner;
    });
    assert.ok(process.memoryUsage().arrayBuffers - before < scanners.length * 10_000);
  });

  test("refuses a binary file that comes in parts, whether a line ends in them or not", () => {
    const scanner = createScanner({ decode: () => "", onRecord: () => {} });
    scanner.push(Buffer.from([0x1f, 0x8b, 0x08, 0, 0, 0, 0, 0, 0, 3, 1, 2]));
    scanner.flush();
    assert.match(scanner.refusal()?.text ?? "", /compressed/);
  });

  test("refuses binary files with a sentence", () => {
    const rows: readonly (readonly [string, Buffer, RegExp | undefined])[] = [
      ["a picture", Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7919) % 251)), /binary/],
      ["UTF-16 without a mark", Buffer.from("error ".repeat(100), "utf16le"), /UTF-16/],
      ["a packed file", Buffer.from([0x1f, 0x8b, 0x08, 0, 0, 0, 0, 0, 0, 3, 1, 2]), /compressed/],
      ["a log that was cut while it was written", Buffer.from(`${"\0".repeat(5000)}a line\n`), undefined],
      ["colors", Buffer.from("\u001b[31merror\u001b[0m ok\n".repeat(50)), undefined],
      ["nothing", Buffer.alloc(0), undefined],
    ];
    for (const [name, bytes, refusal] of rows) {
      const said = scanBytes(bytes, [1000]).refusal?.text;
      if (refusal === undefined) assert.equal(said, undefined, name);
      else assert.match(said ?? "", refusal, name);
    }
  });
});

/** What the records say that are found when what has come is read after every part. */
function saidOf(parts: readonly Uint8Array[]): unknown {
  const said: unknown[] = [];
  const scanner = createScanner({
    decode: (bytes) => Buffer.from(bytes).toString("utf8"),
    onRecord: ({ record: { code, status, message, entries } }) =>
      said.push([code?.value, status?.value, message?.value, entries.length]),
  });
  for (const part of parts) {
    scanner.push(part);
    scanner.flush();
  }
  scanner.end();
  return said;
}

function cutBy(text: string, sizes: readonly number[]): Uint8Array[] {
  const bytes = Buffer.from(text);
  const parts: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; ) {
    const size = sizes[parts.length % sizes.length] ?? bytes.length;
    parts.push(bytes.subarray(at, at + size));
    at += size;
  }
  return parts;
}

function assertSame(bytes: Buffer, text: string, cuts: readonly number[]): void {
  const { found } = scanBytes(bytes, cuts);
  const expected = findRecords(text.startsWith("\ufeff") ? text.slice(1) : text);
  assert.equal(found.length, expected.length);
  const stripped = text.startsWith("\ufeff") ? text.slice(1) : text;
  for (const [index, record] of expected.entries()) {
    const before = stripped.slice(0, record.span.start);
    const one = found[index];
    assert.ok(one);
    assert.deepEqual(movedRecord(one.record, one.shift(record.span.start)), movedRecord(record, 0));
    const lines = before.split(/\r\n|\r|\n/);
    assert.equal(one.line, lines.length);
    assert.equal(one.column, (lines.at(-1)?.length ?? 0) + 1);
    assert.equal(one.raw, stripped.slice(record.span.start, record.span.end));
  }
}
