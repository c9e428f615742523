import type { DocumentFault, JudgedBody, ParsedDocument } from "../documents/model.ts";
import { bodiesWithin } from "../documents/readRequests.ts";
import { judgeJson } from "../json/judge.ts";
import type { Edit } from "../text/edit.ts";
import { applyEdits, editsCollide } from "../text/edit.ts";
import type { Span } from "../text/span.ts";
import { encloses, overlaps } from "../text/span.ts";

/** Mends every fault of one kind, as far as its repairs are safe and do not collide. */
export function fixesOfKind(_parsed: ParsedDocument, faults: readonly DocumentFault[]): Edit[] {
  return safeEdits(faults);
}

/** Makes the server accept one body; empty when the safe repairs of its faults do not suffice. */
export function fixesOfBody(
  parsed: ParsedDocument,
  { part }: JudgedBody,
  faults: readonly DocumentFault[],
): Edit[] {
  const edits = safeEdits(faults).filter(({ span }) => encloses(part.span, span));
  if (edits.length === 0) return [];
  const mended = applyEdits(parsed.text, edits);
  const judgement = judgeJson(mended, {
    span: { start: part.span.start, end: movedBy(part.span.end, edits) },
    masks: part.masks.map(({ start, end }) => ({ start: movedBy(start, edits), end: movedBy(end, edits) })),
  });
  return judgement.verdict.code === 0 ? edits : [];
}

/** All that can be mended unseen: every body that becomes acceptable, and the structure around them. */
export function fixesOfDocument(parsed: ParsedDocument, faults: readonly DocumentFault[]): Edit[] {
  const bodies = bodiesWithin(parsed, { start: 0, end: parsed.text.length });
  const around = faults.filter(({ span }) => !bodies.some(({ part }) => overlaps(part.span, span)));
  const edits = safeEdits(around);
  for (const body of bodies) {
    const inside = faults.filter(({ span }) => overlaps(body.part.span, span));
    const ofBody = inside.length === 0 ? [] : fixesOfBody(parsed, body, inside);
    if (!editsCollide(edits, ofBody)) edits.push(...ofBody);
  }
  return edits;
}

/** The first safe repair of each fault; one that collides with an earlier one is left out. */
function safeEdits(faults: readonly DocumentFault[]): Edit[] {
  const chosen: Edit[] = [];
  for (const { repairs } of faults) {
    const repair = repairs.find(({ safe }) => safe);
    if (repair !== undefined && !editsCollide(chosen, repair.edits)) chosen.push(...repair.edits);
  }
  return chosen;
}

/** Where an offset lies after the edits; what an edit inserts at it comes to stand before it. */
function movedBy(offset: Span["start"], edits: readonly Edit[]): number {
  return edits
    .filter(({ span }) => span.end <= offset)
    .reduce((moved, { span, newText }) => moved + newText.length - (span.end - span.start), offset);
}
