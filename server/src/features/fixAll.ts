import type { DocumentFault, JudgedBody, ParsedDocument } from "../documents/model.ts";
import { bodiesWithin } from "../documents/readRequests.ts";
import { withoutSuppressed } from "../documents/suppressions.ts";
import { judgeJson } from "../json/judge.ts";
import type { Judgement, JudgeOptions } from "../json/judgement.ts";
import { repairsOfKind, safeRepairs } from "../json/repair.ts";
import type { Edit } from "../text/edit.ts";
import { editsCollide } from "../text/edit.ts";
import type { Fault } from "../text/fault.ts";
import { shiftSpans } from "../text/shiftSpans.ts";
import type { Span } from "../text/span.ts";
import { overlaps } from "../text/span.ts";

/** Mends every fault of the list, all of one kind, as far as its repairs are safe and do not collide. */
export function fixesOfKind(parsed: ParsedDocument, code: string, faults: readonly DocumentFault[]): Edit[] {
  return fixes(parsed, faults, (text, judgement, options) => repairsOfKind(text, judgement, code, options));
}

/** All that can be mended unseen: every body that becomes acceptable, and the structure around them. */
export function fixesOfDocument(parsed: ParsedDocument, faults: readonly DocumentFault[]): Edit[] {
  return fixes(parsed, faults, safeRepairs);
}

/** As {@link fixesOfDocument}, for one request; the faults are those in it. */
export function fixesOfRequest(
  parsed: ParsedDocument,
  request: Span,
  faults: readonly DocumentFault[],
): Edit[] {
  return fixes(parsed, faults, safeRepairs, request);
}

/** Makes the server accept one body; empty when the safe repairs of its faults do not suffice. */
export function fixesOfBody(
  parsed: ParsedDocument,
  body: JudgedBody,
  faults: readonly DocumentFault[],
): Edit[] {
  return fixesIn(parsed, body, faults, safeRepairs);
}

/** Chooses repairs for a JSON text that stands alone. */
type Mend = (text: string, judgement: Judgement, options: JudgeOptions) => Edit[];

function fixes(
  parsed: ParsedDocument,
  faults: readonly DocumentFault[],
  mend: Mend,
  within: Span = { start: 0, end: parsed.text.length },
): Edit[] {
  const bodies = bodiesWithin(parsed, within);
  const around = faults.filter(({ span }) => !bodies.some(({ part }) => overlaps(part.span, span)));
  const edits = safeEdits(around);
  for (const body of bodies) {
    const inside = faults.filter(({ span }) => overlaps(body.part.span, span));
    const mended = inside.length === 0 ? [] : fixesIn(parsed, body, inside, mend);
    if (!editsCollide(edits, mended)) edits.push(...mended);
  }
  return edits;
}

/** Mends those faults of a body that are in the list; the others are silenced, and stay. */
function fixesIn(
  { text }: ParsedDocument,
  { part, judgement }: JudgedBody,
  faults: readonly DocumentFault[],
  mend: Mend,
): Edit[] {
  const { start, end } = part.span;
  const options = { masks: shiftSpans(part.masks, -start) };
  const listed = new Set(faults.map(placeOf));
  const shown = judgement.faults.filter((fault) => listed.has(placeOf(fault)));
  const silenced = new Set(
    judgement.faults.filter((fault) => !listed.has(placeOf(fault))).map(({ code }) => code),
  );
  const rest = omittedFaults(text, part.span, judgement, options).filter(({ code }) => !silenced.has(code));
  const open = { ...judgement, faults: [...shown, ...rest] };
  return shiftSpans(mend(text.slice(start, end), shiftSpans(open, -start), options), start);
}

/** More are not mended at once. */
const MOST = 10_000;

/** The faults of a body beyond those that are shown: mending only the first hundred would leave it refused. */
function omittedFaults(
  text: string,
  { start, end }: Span,
  { faults, omitted }: Judgement,
  options: JudgeOptions,
): readonly Fault[] {
  if (omitted === 0) return [];
  const all = judgeJson(text.slice(start, end), { ...options, maxFaults: MOST }).faults;
  return withoutSuppressed(shiftSpans(all.slice(faults.length), start), text);
}

function placeOf({ code, span }: Pick<DocumentFault, "code" | "span">): string {
  return `${code} ${span.start} ${span.end}`;
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
