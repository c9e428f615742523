import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeHTMLStrict } from "entities/decode";
import { CODE_POINTS, decodeEntities } from "../../server/src/text/entities.ts";

test("every name of HTML 4.01 means what HTML 5 says, but for the two angle brackets it moved", () => {
  assert.equal(CODE_POINTS.size, 253);
  for (const name of CODE_POINTS.keys()) {
    const entity = `&${name};`;
    const moved = { lang: "\u2329", rang: "\u232a" }[name];
    assert.equal(decodeEntities(entity), moved ?? decodeHTMLStrict(entity), entity);
  }
});

test("entities are decoded one level deep, and what is none stays", () => {
  const rows = [
    ["Table &quot;contact&quot; does not exist", 'Table "contact" does not exist'],
    ["&#039;a&#39; &#x27;b&#X27;", "'a' 'b'"],
    ["Caf&eacute; &ldquo;x&rdquo; &lt;b&gt; &amp; &#26085;", "Café “x” <b> & 日"],
    ["&amp;quot;", "&quot;"],
    ["&sup2; &frac12; &there4;", "² ½ ∴"],
    ["&unknown; &; &# &quot a&b", "&unknown; &; &# &quot a&b"],
    ["&#1114112; &#xffffff;", "&#1114112; &#xffffff;"],
  ] as const;
  for (const [text, expected] of rows) assert.equal(decodeEntities(text), expected);
});
