import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { readValue } from "../../server/src/records/values/readValue.ts";
import type { Value } from "../../server/src/records/values/value.ts";
import type { LayeredText } from "../../server/src/text/layers/layer.ts";

/** JSON as programs lay it out. */
const json = fc
  .tuple(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(undefined, 2, "\t", "\r\n "))
  .map(([value, indent]) => JSON.stringify(value, null, indent));

function read(text: string, layers: LayeredText["layers"] = []): Value {
  return readValue({ text, end: text.length, layers }, 0, { style: "words" });
}

/** What the raw text of a value says, and of everything in it. */
function spelled(value: Value | undefined, parse: (raw: { start: number; end: number }) => unknown): unknown {
  assert.ok(value?.closed);
  if (value.kind === "list") return value.items.map((item) => spelled(item, parse));
  if (value.kind === "object") {
    return Object.fromEntries(value.members.map((member) => [member.name, spelled(member.value, parse)]));
  }
  return value.kind === "text" ? value.text : parse(value.span);
}

describe("a value", () => {
  it("is read as JSON.parse reads it, whatever the layout", () => {
    fc.assert(
      fc.property(json, (text) => {
        const parse = ({ start, end }: { start: number; end: number }) => JSON.parse(text.slice(start, end));
        const value = read(`${text}\n`);
        assert.deepEqual(value.span, { start: 0, end: text.length });
        assert.deepEqual(spelled(value, parse), JSON.parse(text));
      }),
    );
  });

  it("is read from JSON inside a string in the places of the raw text", () => {
    fc.assert(
      fc.property(json, (text) => {
        const raw = JSON.stringify(text).slice(1, -1);
        const parse = ({ start, end }: { start: number; end: number }) => JSON.parse(raw.slice(start, end));
        const value = read(`${raw}"\n`, ["double-quoted"]);
        assert.deepEqual(value.span, { start: 0, end: raw.length });
        assert.deepEqual(spelled(value, parse), JSON.parse(text));
      }),
    );
  });

  it("takes quotes and colons in a string for what they are", () => {
    for (const text of [`["':"]`, `["': ", 1.5]`, `{"a":"\\":"}`]) {
      assert.deepEqual(
        spelled(read(text), ({ start, end }) => JSON.parse(text.slice(start, end))),
        JSON.parse(text),
      );
    }
  });
});
