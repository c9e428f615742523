import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import { ANCHORS } from "../../../server/src/records/forms/forms.ts";
import { needlesOf } from "../../../server/src/records/needles.ts";
import {
  type Hit,
  idOf,
  type MultiSearch,
  type Needle,
  placeOf,
  type Refuses,
} from "../../../server/src/text/search/model.ts";
import { createSimdSearch, createSimdTextSearch } from "../../../server/src/text/search/simdSearch.ts";
import { createWuManber } from "../../../server/src/text/search/wuManber.ts";

type Find = (text: string, from: number, to: number, limit: number, refuses?: Refuses) => readonly Hit[];

interface Engine {
  readonly name: string;
  readonly create: (needles: readonly Needle[]) => Find;
  /** Its needles have at least so many characters. */
  readonly shortest: number;
  /** Few, so that needles occur, overlap, and stand inside each other. */
  readonly letters: readonly string[];
}

/** The last two have the lower byte of the first two. */
const OF_TEXT = ["a", "b", "\\", '"', "š", "扢"];
const OF_BYTES = ["a", "b", "\\", '"', "ä"];

const ENGINES: readonly Engine[] = [
  {
    name: "of Wu and Manber, in text",
    create: (needles) => createWuManber(needles).find,
    shortest: 2,
    letters: OF_TEXT,
  },
  {
    name: "of Wu and Manber, in bytes",
    create: (needles) => inBytes(createWuManber(needles)),
    shortest: 2,
    letters: OF_BYTES,
  },
  {
    name: "with SIMD, in text",
    create: (needles) => createSimdTextSearch(needles)?.find ?? assert.fail(),
    shortest: 4,
    letters: OF_TEXT,
  },
  {
    name: "with SIMD, in bytes",
    create: (needles) => inBytes(createSimdSearch(needles)),
    shortest: 4,
    letters: OF_BYTES,
  },
];

for (const { name, create, shortest, letters } of ENGINES) {
  const unit = fc.constantFrom(...letters);
  const texts = fc.string({ unit, maxLength: 90 });
  /** Longer than what an engine looks at in one go. */
  const longTexts = fc
    .tuple(texts, texts)
    .map(([text, filler]) => text + filler.padEnd(70_000, `${filler} `) + text);
  const needleLists = fc
    .array(fc.string({ unit, minLength: shortest, maxLength: 20 }), { minLength: 1, maxLength: 12 })
    .map((texts) => texts.map((text, id): Needle => ({ text, id })));

  suite(`search for many texts at once ${name}`, () => {
    test("finds what looking for each of them finds", () => {
      fc.assert(
        fc.property(
          needleLists,
          texts,
          fc.nat(90),
          fc.nat(90),
          fc.nat(90),
          (needles, text, from, to, limit) => {
            const part = [text, from, to, Math.min(text.length, limit)] as const;
            assert.deepEqual(placesOf(create(needles)(...part)), expected(needles, ...part));
          },
        ),
        { numRuns: 2000 },
      );
    });

    test("finds in long texts what looking for each of them finds", () => {
      fc.assert(
        fc.property(needleLists, longTexts, fc.nat(50), (needles, text, from) => {
          const part = [text, from, text.length, text.length] as const;
          assert.deepEqual(placesOf(create(needles)(...part)), expected(needles, ...part));
        }),
        { numRuns: 20 },
      );
    });

    test("finds the same around the places where one go ends and the next begins", () => {
      const around = fc.tuple(fc.constantFrom(0, 32_768, 65_536), fc.integer({ min: -40, max: 40 }));
      const place = around.map(([edge, by]) => Math.max(0, edge + by));
      fc.assert(
        fc.property(needleLists, longTexts, place, place, place, (needles, text, from, to, limit) => {
          const part = [text, from, to, Math.min(text.length, limit)] as const;
          assert.deepEqual(placesOf(create(needles)(...part)), expected(needles, ...part));
        }),
        { numRuns: 100 },
      );
    });

    test("answers the same whatever was searched before", () => {
      const find = create([{ text: "abab", id: 0 }]);
      assert.deepEqual(find("xabab", 0, 5, 5).map(placeOf), [1]);
      assert.deepEqual(find("xaba", 0, 4, 4), []);
      assert.deepEqual(find("bab", 0, 3, 3), []);
      assert.deepEqual(find("xabab", 0, 5, 5).map(placeOf), [1]);
    });

    test("leaves out what is refused", () => {
      const find = create(["abab", "baba"].map((text, id) => ({ text, id })));
      const hits = find("abababab", 0, 8, 8, (_, start, id) => start === 2 || id === 1);
      assert.deepEqual(hits.map(placeOf), [0, 4]);
    });

    test("gives a text that stands for several things once for each", () => {
      const find = create([3, 7].map((id) => ({ text: "error:", id })));
      assert.deepEqual(find("no error: 0", 0, 11, 11).map(idOf), [3, 7]);
    });
  });
}

suite("search for many texts at once with SIMD", () => {
  test("is made for the texts that errors are known by", () => {
    assert.ok(createSimdSearch(needlesOf(ANCHORS, "utf-8")));
    assert.ok(createSimdTextSearch(needlesOf(ANCHORS, "utf-16")));
  });

  test("is not made for needles of three bytes, nor for more than 255 texts", () => {
    assert.equal(createSimdSearch([{ text: "abc", id: 0 }]), undefined);
    const needles = Array.from({ length: 256 }, (_, index) => ({ text: `text ${index}`, id: 0 }));
    assert.equal(createSimdSearch(needles), undefined);
    assert.ok(createSimdSearch(needles.slice(1)));
  });
});

function inBytes(search: MultiSearch<Uint8Array> | undefined): Find {
  assert.ok(search);
  return (text, ...rest) => {
    // Other bytes stand around them.
    const bytes = Uint8Array.from(`abab${text}abab`, (character) => character.charCodeAt(0));
    return search.find(bytes.subarray(4, -4), ...rest);
  };
}

function placesOf(hits: readonly Hit[]): string[] {
  return hits.map((hit) => `${placeOf(hit)} ${idOf(hit)}`);
}

function expected(
  needles: readonly Needle[],
  text: string,
  from: number,
  to: number,
  limit: number,
): string[] {
  const places: string[] = [];
  for (let at = from; at < Math.min(to, limit); at++) {
    for (const { text: needle, id } of needles) {
      if (text.startsWith(needle, at) && at + needle.length <= limit) places.push(`${at} ${id}`);
    }
  }
  return places;
}
