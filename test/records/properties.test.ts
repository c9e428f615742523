import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { suite, test } from "node:test";
import fc from "fast-check";
import { findRecords } from "../../server/src/records/findRecords.ts";
import type { ErrorRecord } from "../../server/src/records/model.ts";
import { updateRecords } from "../../server/src/records/updateRecords.ts";
import type { Span } from "../../server/src/text/span.ts";
import { generateLog } from "../support/generateLog.ts";

const FOLDER = "test/fixtures/samples/";
const SAMPLES = readdirSync(FOLDER).map((file) => readFileSync(FOLDER + file, "utf8"));
const LOG = generateLog({ seed: 3, length: 60_000, charactersPerError: 400, nearMisses: 0.2 }).text;

/** Characters that mean something in one of the forms. */
const JUNK = fc.string({ unit: fc.constantFrom(..."{}[]()\"'\\,:=>&;\n# "), maxLength: 12 });

const place = fc.nat(1_000_000);

suite("whatever the text", () => {
  test("every cut of every sample is read without failing, and spans lie inside it", () => {
    for (const sample of SAMPLES.filter((text) => text.length < 2000)) {
      for (let length = 0; length <= sample.length; length += 3) {
        const text = sample.slice(0, length);
        assertSound(text, findRecords(text, { context: true }));
      }
    }
  });

  test("a log in which anything was replaced is read without failing, and spans lie inside it", () => {
    fc.assert(
      fc.property(place, fc.nat(40), JUNK, (at, removed, added) => {
        const start = at % LOG.length;
        const from = Math.max(0, start - 3000);
        const text = LOG.slice(from, start) + added + LOG.slice(start + removed, start + 3000);
        assertSound(text, findRecords(text));
      }),
      { numRuns: 300 },
    );
  });

  test("any string is read without failing", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => assertSound(text, findRecords(text))));
  });
});

test("escaping a text once more, up to four times, moves no record off its text", () => {
  for (const sample of SAMPLES.filter((text) => text.startsWith("{"))) {
    const [record] = findRecords(sample);
    if (record?.form !== "envelope" || record.truncatedAfter !== undefined) continue;
    let text = sample;
    for (let level = 1; level <= 4; level++) {
      text = JSON.stringify(text);
      const [escaped] = findRecords(text);
      assert.equal(escaped?.exception, record.exception);
      assert.equal(escaped?.message?.value, record.message?.value);
      assert.equal(unescaped(text, escaped?.code?.span, level), slice(sample, record.code?.span));
      assert.equal(unescaped(text, escaped?.span, level), slice(sample, record.span));
      assert.equal(unescaped(text, escaped?.context, level), slice(sample, record.context));
    }
  }
});

test("after any edit the updated records equal those of a fresh reading", () => {
  const long = generateLog({ seed: 9, length: 300_000, charactersPerError: 3000 }).text;
  for (const base of [LOG, long, SAMPLES.join("\n")]) {
    const records = findRecords(base);
    fc.assert(
      fc.property(place, fc.nat(300), JUNK, place, fc.boolean(), (at, removed, junk, from, copies) => {
        const start = at % base.length;
        const end = Math.min(base.length, start + (at % 3 === 0 ? removed : 0));
        const added = copies ? base.slice(from % base.length).slice(0, removed * 3) : junk;
        const text = base.slice(0, start) + added + base.slice(end);
        const updated = updateRecords(records, text, { span: { start, end }, newLength: added.length });
        assert.deepEqual(updated, findRecords(text));
      }),
      { numRuns: 60 },
    );
  }
});

test("edits one after another keep the records right", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(place, fc.nat(60), JUNK), { maxLength: 8 }), (edits) => {
      let text = LOG;
      let records = findRecords(text);
      for (const [at, removed, added] of edits) {
        const start = at % text.length;
        const end = Math.min(text.length, start + removed);
        text = text.slice(0, start) + added + text.slice(end);
        records = updateRecords(records, text, { span: { start, end }, newLength: added.length });
      }
      assert.deepEqual(records, findRecords(text));
    }),
    { numRuns: 20 },
  );
});

test("an edit inside a very long record reads it again", () => {
  const resource = Array.from({ length: 6000 }, (_, id) => ({ id, name: `n${id}` }));
  const json = JSON.stringify({
    error: { code: 1000, context: { error: [1], resource }, message: "Batch Error", status_code: 400 },
  });
  const text = `${LOG.slice(0, 20_000)}\n${json}\n${LOG.slice(0, 20_000)}`;
  const at = text.indexOf("n5999");
  const broken = `${text.slice(0, at)}"${text.slice(at)}`;
  const records = findRecords(text);
  const updated = updateRecords(records, broken, { span: { start: at, end: at }, newLength: 1 });
  assert.deepEqual(updated, findRecords(broken));
  const mended = updateRecords(updated, text, { span: { start: at, end: at + 1 }, newLength: 0 });
  assert.deepEqual(mended, records);
});

function assertSound(text: string, records: readonly ErrorRecord[]): void {
  let free = 0;
  for (const record of records) {
    assert.ok(record.span.start >= free, "records overlap or are out of order");
    free = record.span.end;
    assertInside(record.span, { start: 0, end: text.length });
    const { code, message, className, context, inner, status } = record;
    for (const span of [code?.span, message?.span, className?.span, context, inner?.span]) {
      if (span !== undefined) assertInside(span, record.span);
    }
    // The status line, the time and the request may stand before the record itself.
    for (const span of [status?.span, record.time?.span, record.request?.span, ...record.hotspots]) {
      if (span !== undefined) assertInside(span, { start: 0, end: text.length });
    }
  }
}

function assertInside(inner: Span, outer: Span): void {
  assert.ok(
    outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end,
    `${inner.start}-${inner.end} is not inside ${outer.start}-${outer.end}`,
  );
}

function slice(text: string, span: Span | undefined): string | undefined {
  return span && text.slice(span.start, span.end);
}

function unescaped(text: string, span: Span | undefined, levels: number): string | undefined {
  let part = slice(text, span);
  for (let level = 0; level < levels; level++) part = part && JSON.parse(`"${part}"`);
  return part;
}
