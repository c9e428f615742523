import { composeEdits, mapOffset, sourceOffset } from "../text/compose.ts";
import { applyEdits, type Edit, inTextOrder } from "../text/edit.ts";
import type { Fault, Repair } from "../text/fault.ts";
import type { Phrase } from "../text/phrase.ts";
import type { Span } from "../text/span.ts";
import { blankOut, judgeJson } from "./judge.ts";
import type { Judgement, JudgeOptions } from "./judgement.ts";
import { readTolerantly } from "./reader.ts";
import { openSource } from "./source.ts";

/**
 * The edits of all safe repairs together, in text order; empty unless the text they leave is accepted and every key
 * and value outside them is still what it was.
 */
export function safeRepairs(text: string, judgement: Judgement, options: JudgeOptions = {}): Edit[] {
  const edits = safeEdits(judgement.faults);
  if (edits.length === 0) return [];
  const after = judgeAfter(text, edits, options);
  return after.verdict.code === 0 && keepsValues(text, edits, options) ? edits : [];
}

/** The edits that mend all faults of one kind, in text order; empty when that would bring new faults or change values. */
export function repairsOfKind(
  text: string,
  judgement: Judgement,
  code: string,
  options: JudgeOptions = {},
): Edit[] {
  const faults = judgement.faults.filter((fault) => fault.code === code);
  const edits = safeEdits(faults);
  if (edits.length === 0) return [];
  const left = countErrors(judgeAfter(text, edits, options));
  const mended = faults.filter((fault) => safeOf(fault)).length;
  return left <= countErrors(judgement) - mended && keepsValues(text, edits, options) ? edits : [];
}

/** What mending a badly broken text would do, to be shown before it is done. */
export interface RepairPlan {
  /** In the order in which they were found; spans lie in the text as it is now. */
  readonly steps: readonly RepairStep[];
  /** All steps together, in text order. */
  readonly edits: readonly Edit[];
  /** Whether PHP accepts what the edits leave. */
  readonly accepted: boolean;
}

export interface RepairStep {
  readonly code: string;
  readonly span: Span;
  readonly message: Phrase;
  readonly title: Phrase;
  /** False when the text may have been meant otherwise. */
  readonly safe: boolean;
}

/** A mended text is judged again this often: a mistake can hide another one. */
const MAX_ROUNDS = 8;

/** Mends everything that has a repair, the unsafe ones too, until PHP accepts the text or nothing more can be done. */
export function repairAll(text: string, options: JudgeOptions = {}): RepairPlan {
  const patient: JudgeOptions = { ...options, maxFaults: options.maxFaults ?? 10_000 };
  const steps: RepairStep[] = [];
  let edits: readonly Edit[] = [];
  let now = text;
  let judgement = judgeJson(text, patient);
  for (let round = 0; round < MAX_ROUNDS && judgement.verdict.code !== 0; round += 1) {
    const chosen = apart(judgement.faults.flatMap((fault) => pairWithRepair(fault)));
    const next = chosen.flatMap(({ repair }) => repair.edits);
    if (next.length === 0) break;
    const after = judgeAfter(now, next, moveOptions(patient, text, edits));
    if (round > 0 && after.verdict.code !== 0 && countErrors(after) >= countErrors(judgement)) break;
    steps.push(...chosen.map(({ fault, repair }) => stepOf(fault, repair, edits)));
    now = applyEdits(now, next);
    edits = composeEdits(edits, next);
    judgement = after;
  }
  return { steps, edits, accepted: judgement.verdict.code === 0 };
}

interface Chosen {
  readonly fault: Fault;
  readonly repair: Repair;
}

function pairWithRepair(fault: Fault): Chosen[] {
  const repair = fault.repairs.find(({ preferred }) => preferred) ?? fault.repairs[0];
  return repair ? [{ fault, repair }] : [];
}

function stepOf(
  { code, span, message }: Fault,
  { title, safe }: Repair,
  before: readonly Edit[],
): RepairStep {
  const start = sourceOffset(before, span.start);
  return {
    code,
    span: { start, end: Math.max(start, sourceOffset(before, span.end)) },
    message,
    title,
    safe,
  };
}

function safeEdits(faults: readonly Fault[]): Edit[] {
  const chosen = faults.flatMap((fault) => {
    const repair = safeOf(fault);
    return repair ? [{ fault, repair }] : [];
  });
  return inTextOrder(apart(chosen).flatMap(({ repair }) => repair.edits));
}

function safeOf(fault: Fault): Repair | undefined {
  return fault.repairs.find(({ safe }) => safe);
}

/** The repairs that do not overlap an earlier one. Insertions at one place are kept, in their order. */
function apart(chosen: readonly Chosen[]): Chosen[] {
  const all = chosen.flatMap((one) => one.repair.edits.map((edit) => ({ one, edit })));
  const sorted = all.sort(
    (a, b) => a.edit.span.start - b.edit.span.start || a.edit.span.end - b.edit.span.end,
  );
  const dropped = new Set<Chosen>();
  let end = 0;
  let last: Chosen | undefined;
  for (const { one, edit } of sorted) {
    if (dropped.has(one)) continue;
    if (edit.span.start < end && one !== last) dropped.add(one);
    else {
      end = Math.max(end, edit.span.end);
      last = one;
    }
  }
  return chosen.filter((one) => !dropped.has(one));
}

function judgeAfter(text: string, edits: readonly Edit[], options: JudgeOptions): Judgement {
  return judgeJson(applyEdits(text, edits), moveOptions(options, text, edits));
}

/** The options for the text after the edits: spans move along. */
function moveOptions(options: JudgeOptions, text: string, edits: readonly Edit[]): JudgeOptions {
  const span = options.span ?? { start: 0, end: text.length };
  const masks = (options.masks ?? []).map((mask) => move(mask, edits));
  return {
    ...options,
    span: { start: mapOffset(edits, span.start, "before"), end: mapOffset(edits, span.end, "after") },
    masks,
  };
}

function move({ start, end }: Span, edits: readonly Edit[]): Span {
  return { start: mapOffset(edits, start, "after"), end: mapOffset(edits, end, "before") };
}

/** Whether every key and simple value that no edit touches is read as the same text afterwards. */
function keepsValues(text: string, edits: readonly Edit[], options: JudgeOptions): boolean {
  const after = applyEdits(text, edits);
  const moved = moveOptions(options, text, edits);
  const kept = new Map<number, number>();
  const now = scalarsOf(after, moved);
  for (let index = 0; index < now.length; index += 2) kept.set(now[index] ?? 0, now[index + 1] ?? 0);
  const before = scalarsOf(text, options);
  const sorted = inTextOrder(edits);
  let next = 0;
  let delta = 0;
  for (let index = 0; index < before.length; index += 2) {
    const start = before[index] ?? 0;
    const end = before[index + 1] ?? 0;
    for (let edit = sorted[next]; edit && edit.span.end < start; edit = sorted[next]) {
      delta += edit.newText.length - (edit.span.end - edit.span.start);
      next += 1;
    }
    const edit = sorted[next];
    const isTouched = edit !== undefined && edit.span.start <= end;
    if (!isTouched && kept.get(start + delta) !== end + delta) return false;
  }
  return true;
}

function scalarsOf(text: string, options: JudgeOptions): readonly number[] {
  const span = options.span ?? { start: 0, end: text.length };
  const source = openSource(blankOut(text, options.masks ?? []), span, options.placeholders !== false);
  return readTolerantly(source, 0).scalars;
}

function countErrors({ faults, omitted }: Judgement): number {
  return faults.filter(({ severity }) => severity === "error").length + omitted;
}
