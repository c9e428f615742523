import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import type { HttpBlock, HttpHeader, HttpRequest } from "../../server/src/http/model.ts";
import { parseHttpDocument } from "../../server/src/http/parseHttpDocument.ts";
import { CLIENT_TRAITS, type ClientProfile } from "../../server/src/http/profile.ts";
import { targetParts } from "../../server/src/http/target.ts";
import { encloses, type Span } from "../../server/src/text/span.ts";
import { brokenFile, httpText } from "./arbitraries.ts";

const PROFILES = Object.keys(CLIENT_TRAITS) as ClientProfile[];

const reading = fc.record({
  text: fc.oneof(httpText({ maxLength: 40 }), brokenFile()),
  profile: fc.constantFrom(...PROFILES),
});

/** Asserts that every span lies where it belongs: within what holds it. */
function assertNested(block: HttpBlock): void {
  const within = (outer: Span, ...inner: readonly (Span | undefined)[]): void => {
    for (const span of inner) {
      if (span === undefined) continue;
      assert.ok(span.start <= span.end && encloses(outer, span), JSON.stringify({ outer, span }));
    }
  };
  const header = (outer: Span, { span, name, value }: HttpHeader): void => {
    within(outer, span);
    within(span, name.span, value.span);
  };
  const request = ({ span, name, method, target, headers, body }: HttpRequest): void => {
    within(block.span, span, name?.span);
    within(span, method.span, target.span, body?.span);
    within(target.span, ...target.pieces.map((piece) => piece.span));
    for (const each of headers) header(span, each);
    const { base, path, segments, query, fragment } = targetParts(target);
    within(target.span, base.span, path.span, fragment?.span, ...segments.map((segment) => segment.span));
    for (const parameter of query) within(parameter.span, parameter.name.span, parameter.value?.span);
    for (const part of body?.json ?? []) {
      within(body?.span ?? span, part.span);
      within(part.span, ...part.masks);
    }
  };
  within(block.span, block.title?.span, ...block.scripts);
  block.requests.forEach(request);
  for (const { span, statusLine, status, headers, body, request: above } of block.responses) {
    within(block.span, span);
    within(span, statusLine, body);
    within(statusLine, status.span);
    for (const each of headers) header(span, each);
    assert.ok(above === undefined || block.requests.includes(above));
  }
  for (const { span, path, request: above } of block.fileReferences) {
    within(block.span, span);
    within(span, path.span);
    assert.ok(above === undefined || block.requests.includes(above));
  }
  for (const { span, name, value } of block.variables) within(span, name.span, value.span);
  for (const { span, repairs } of block.faults) {
    within(block.span, span, ...repairs.flatMap(({ edits }) => edits.map((edit) => edit.span)));
  }
}

suite("every text has a reading", () => {
  test("blocks cover the text without gaps, and spans are nested as their values are", () => {
    fc.assert(
      fc.property(reading, ({ text, profile }) => {
        let at = 0;
        for (const block of parseHttpDocument(text, { profile }).blocks) {
          assert.equal(block.span.start, at);
          at = block.span.end;
          assertNested(block);
        }
        assert.equal(at, text.length);
      }),
      { numRuns: 800 },
    );
  });

  test("requests and responses follow each other without sharing text", () => {
    fc.assert(
      fc.property(reading, ({ text, profile }) => {
        for (const { requests, responses } of parseHttpDocument(text, { profile }).blocks) {
          const spans = [...requests, ...responses].map(({ span }) => span).sort((a, b) => a.start - b.start);
          for (const [index, span] of spans.entries()) {
            assert.ok(span.start >= (spans[index - 1]?.end ?? 0));
          }
        }
      }),
      { numRuns: 800 },
    );
  });

  test("a stretch of a text reads as it would alone", () => {
    fc.assert(
      fc.property(reading, httpText({ maxLength: 5 }), ({ text, profile }, around) => {
        fc.pre(!text.startsWith("\uFEFF"));
        const span = { start: around.length + 1, end: around.length + 1 + text.length };
        const inside = parseHttpDocument(`${around}\n${text}\n${around}`, { profile, span });
        const alone = parseHttpDocument(text, { profile });
        assert.deepEqual(
          inside.blocks.flatMap(({ requests }) =>
            requests.map(({ target, body }) => [target.value, body?.kind]),
          ),
          alone.blocks.flatMap(({ requests }) =>
            requests.map(({ target, body }) => [target.value, body?.kind]),
          ),
        );
      }),
      { numRuns: 300 },
    );
  });
});
