import { applyEdits, type Edit, inTextOrder } from "../../server/src/text/edit.ts";
import type { Span } from "../../server/src/text/span.ts";
import type { Random } from "../support/random.ts";
import { validDocument } from "./documents.ts";
import { MISTAKES, type MistakeKind } from "./mistakes.ts";

/** A document that was mistyped in known places. */
export interface Mistyped {
  readonly original: string;
  readonly text: string;
  readonly kinds: readonly MistakeKind[];
  /** The first changed stretch of `text`. */
  readonly first: Span;
}

/** A document with one mistake of the kind. */
export function mistypeOnce(kind: MistakeKind, random: Random): Mistyped {
  for (;;) {
    const original = validDocument(random);
    const edits = kind.make(original, random);
    if (isMistake(original, edits)) return mistyped(original, edits, [kind]);
  }
}

/** A document with `count` mistakes that are far enough apart not to make a new one together. */
export function mistypeOften(count: number, random: Random): Mistyped {
  const inside = MISTAKES.filter(
    ({ make }) => make("[]", random).length < 1 || make("[]", random)[0]?.span.start === 1,
  );
  for (;;) {
    const original = validDocument(random);
    const edits: Edit[] = [];
    const kinds: MistakeKind[] = [];
    for (let left = 20; left > 0 && kinds.length < count; left -= 1) {
      const kind = random.pick(inside);
      const more = kind.make(original, random);
      if (!isMistake(original, more) || !more.every((edit) => isApart(edit, edits))) continue;
      edits.push(...more);
      kinds.push(kind);
    }
    if (kinds.length === count) return mistyped(original, edits, kinds);
  }
}

const GAP = 25;

function isApart({ span }: Edit, edits: readonly Edit[]): boolean {
  return edits.every((other) => span.start > other.span.end + GAP || span.end < other.span.start - GAP);
}

function isMistake(original: string, edits: readonly Edit[]): boolean {
  if (edits.length === 0) return false;
  try {
    JSON.parse(applyEdits(original, edits));
    return applyEdits(original, edits).includes("\\ud83d ");
  } catch {
    return true;
  }
}

function mistyped(original: string, edits: readonly Edit[], kinds: readonly MistakeKind[]): Mistyped {
  const first = inTextOrder(edits)[0] ?? { span: { start: 0, end: 0 }, newText: "" };
  const start = first.span.start;
  return {
    original,
    text: applyEdits(original, edits),
    kinds,
    first: { start, end: start + first.newText.length },
  };
}
