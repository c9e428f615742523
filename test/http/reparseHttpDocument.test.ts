import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import type { HttpBlock, HttpDocument } from "../../server/src/http/model.ts";
import { parseHttpDocument } from "../../server/src/http/parseHttpDocument.ts";
import { reparseHttpDocument } from "../../server/src/http/reparseHttpDocument.ts";
import type { TextChange } from "../../server/src/text/change.ts";
import { brokenFile, httpText } from "./arbitraries.ts";

/** The document with every member of its moved blocks made, and without their origins. */
function settled({ blocks }: HttpDocument): object[] {
  return blocks.map((block: HttpBlock) => ({
    span: block.span,
    ...(block.title && { title: block.title }),
    requests: block.requests,
    responses: block.responses,
    variables: block.variables,
    fileReferences: block.fileReferences,
    scripts: block.scripts,
    faults: block.faults,
  }));
}

interface Typed {
  readonly text: string;
  readonly change: TextChange;
}

function typed(text: string, start: number, end: number, newText: string): Typed {
  return {
    text: text.slice(0, start) + newText + text.slice(end),
    change: { span: { start, end }, newLength: newText.length },
  };
}

const THREE = 'GET http://h/a\n\n###\nPOST http://h/b\n\n{"b": 1}\n\n### c\nGET http://h/c\nA: {{k}}\n';

suite("reparseHttpDocument", () => {
  const edit = fc.record({ at: fc.nat(), length: fc.nat(20), newText: httpText({ maxLength: 4 }) });

  test("equals a fresh read after any edits", () => {
    fc.assert(
      fc.property(
        fc.oneof(httpText({ maxLength: 40 }), brokenFile()),
        fc.array(edit, { minLength: 1, maxLength: 5 }),
        (first, edits) => {
          let text = first;
          let document = parseHttpDocument(text);
          for (const { at, length, newText } of edits) {
            const start = at % (text.length + 1);
            const next = typed(text, start, Math.min(text.length, start + length), newText);
            document = reparseHttpDocument(document, next.text, next.change);
            text = next.text;
            assert.deepEqual(settled(document), settled(parseHttpDocument(text)));
          }
        },
      ),
      { numRuns: 600 },
    );
  });

  test("equals a fresh read wherever one character is typed or deleted", () => {
    const document = parseHttpDocument(THREE);
    for (let at = 0; at <= THREE.length; at += 1) {
      for (const [end, newText] of [
        [at, "#"],
        [at, "\n"],
        [Math.min(at + 1, THREE.length), ""],
      ] as const) {
        const next = typed(THREE, at, end, newText);
        const read = reparseHttpDocument(document, next.text, next.change);
        assert.deepEqual(settled(read), settled(parseHttpDocument(next.text)), JSON.stringify(next.text));
      }
    }
  });

  test("reads the touched block only: those in front stay, those behind keep their origin", () => {
    const document = parseHttpDocument(THREE);
    const next = typed(THREE, THREE.indexOf('"b"'), THREE.indexOf('"b"'), '"x": 0, ');
    const read = reparseHttpDocument(document, next.text, next.change);
    const again = reparseHttpDocument(read, THREE, {
      span: { start: THREE.indexOf('"b"'), end: THREE.indexOf('"b"') + 8 },
      newLength: 0,
    });
    assert.equal(read.blocks[0], document.blocks[0]);
    assert.notEqual(read.blocks[1]?.origin ?? read.blocks[1], document.blocks[1]);
    assert.equal(read.blocks[2]?.origin, document.blocks[2]);
    assert.equal(again.blocks[2], document.blocks[2]);
  });

  test("an answer of a moved block names the very request above it", () => {
    const text = "###\n\n###\nGET http://h/a\n\nHTTP/1.1 404 Not Found\n";
    const next = typed(text, 4, 4, "# more\n");
    const block = reparseHttpDocument(parseHttpDocument(text), next.text, next.change).blocks[1];
    assert.equal(block?.responses[0]?.request, block?.requests[0]);
    assert.equal(block?.requests, block?.requests);
  });

  test("keeps to the profile", () => {
    const text = "POST http://h\n\nx\n> ./y\n";
    const options = { profile: "rest-client" } as const;
    const next = typed(text, 15, 16, "z");
    const read = reparseHttpDocument(parseHttpDocument(text, options), next.text, next.change, options);
    assert.deepEqual(settled(read), settled(parseHttpDocument(next.text, options)));
  });
});
