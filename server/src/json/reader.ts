import type { Edit } from "../text/edit.ts";
import type { Fault } from "../text/fault.ts";
import type { Span } from "../text/span.ts";
import { type Balance, measureBalance } from "./balance.ts";
import { type Cut, findCut } from "./cut.ts";
import { finishReading } from "./ending.ts";
import { tooDeep } from "./faults/brackets.ts";
import { accept, isTooDeep, type Spot, startOf } from "./grammar.ts";
import { chooseWay } from "./recover.ts";
import { scanSignificant, scanToken } from "./scanner.ts";
import type { Source } from "./source.ts";
import { canBeKey, isOpener, type Token } from "./token.ts";
import { findTokenFlaws, foreignSpaceFlaw, sentComment } from "./tokenFlaws.ts";
import { findIndentWay } from "./ways/indentation.ts";

/** What reading a text tolerantly found. */
export interface Reading {
  /** In text order. */
  readonly faults: readonly Fault[];
  readonly omitted: number;
  /** What each placeholder between tokens stands for, so that the text can be checked with fitting values in it. */
  readonly roles: readonly PlaceholderRole[];
  /** Start and end, in turn, of every key and simple value that was read as it stands. */
  readonly scalars: readonly number[];
}

export interface PlaceholderRole {
  readonly span: Span;
  readonly role: "value" | "key" | "member" | "nothing";
  /** The placeholder brings the comma after it along. */
  bringsComma: boolean;
}

/** The codes that belong to a larger mistake around them, when there is one that takes them in. */
const ABSORBED: ReadonlySet<string> = new Set(["single-quotes", "wrong-colon"]);

/** Readings of one token before it is passed over. */
const MAX_TRIES = 8;

/**
 * Reads a text as people mistype JSON: every mistake gives one fault, and reading goes on behind it. Linear in the
 * text; never throws.
 */
export function readTolerantly(source: Source, maxFaults: number): Reading {
  const faults: Fault[] = [];
  const roles: PlaceholderRole[] = [];
  const scalars: number[] = [];
  let omitted = 0;
  let balance: Balance | undefined;
  let isDeep = false;
  let settled = source.start;
  let farthest = -1;
  let tries = 0;
  let spot = startOf(source);
  let cut: Cut | undefined;

  const report = (found: readonly Fault[]): void => {
    const absorber = spot.frame?.absorber;
    for (const fault of found) {
      if (absorber && ABSORBED.has(fault.code)) absorb(absorber, fault);
      else if (faults.length < maxFaults) faults.push(fault);
      else omitted += 1;
    }
  };
  const knowBalance = (): Balance => {
    balance ??= measureBalance(source);
    return balance;
  };
  const isFull = () => faults.length >= maxFaults;
  const withdraw = (from: number): void => {
    while (!isFull() && (faults.at(-1)?.span.start ?? -1) >= from) faults.pop();
    while ((roles.at(-1)?.span.start ?? -1) >= from) roles.pop();
    while ((scalars.at(-2) ?? -1) >= from) scalars.length -= 2;
  };

  for (;;) {
    const token = scanToken(source, spot.at);
    if (token.kind === "comment" || token.kind === "space") {
      report([token.kind === "comment" ? sentComment(source, token) : foreignSpaceFlaw(source, token)]);
      spot = { ...spot, at: token.end };
      continue;
    }
    cut = findCut(source, spot, token);
    if (cut) break;
    const next = accept(source, spot, token);
    const hint = findIndentWay(source, spot, token, knowBalance);
    if (hint) {
      report(hint.faults());
      spot = hint.next;
      continue;
    }
    if (next) {
      if (token.kind === "end") break;
      if (!isDeep && isOpener(token.kind) && isTooDeep(spot.frame)) {
        isDeep = true;
        report([tooDeep(token)]);
      }
      noteRole(spot, next, token, roles);
      if (canBeKey(token)) scalars.push(token.start, token.end);
      report(findTokenFlaws(source, token, spot.state));
      if (next.closed !== undefined && next.closed === spot.frame) close(spot, next);
      spot = next;
      continue;
    }
    tries = token.end > farthest ? 0 : tries + 1;
    farthest = Math.max(farthest, token.end);
    const following = scanSignificant(source, token.end);
    const way = chooseWay(
      { source, spot, token, following, settled, isStuck: tries > MAX_TRIES },
      knowBalance,
    );
    if (!way) break;
    if (way.rereadFrom !== undefined) {
      settled = way.rereadFrom + 1;
      withdraw(way.rereadFrom);
    }
    report(way.faults());
    if (way.next.closed !== undefined && way.next.closed === spot.frame) close(spot, way.next);
    spot = way.next;
  }
  const last = finishReading(source, spot, faults, cut);
  report(last);
  return { faults: inTextOrder(faults), omitted, roles, scalars };
}

/** A string that is read a second time brings the same edits again. */
function absorb(edits: Edit[], fault: Fault): void {
  for (const edit of fault.repairs[0]?.edits ?? []) {
    const isKnown = edits
      .slice(-8)
      .some(({ span }) => span.start === edit.span.start && span.end === edit.span.end);
    if (!isKnown) edits.push(edit);
  }
}

function close(before: Spot, after: Spot): void {
  const isList = before.many || before.state === "elementOrEnd";
  if (after.last) before.frame?.onClose?.(after.last, isList ? "many" : "one");
}

/** Records what a placeholder that was accepted between two tokens must stand for. */
function noteRole(before: Spot, after: Spot, token: Token, roles: PlaceholderRole[]): void {
  const last = roles.at(-1);
  if (before.loose && last && before.last?.start === last.span.start && startsNext(before, after))
    last.bringsComma = true;
  if (token.kind !== "placeholder" || token.open) return;
  const isKeyState = before.state === "key" || before.state === "keyOrEnd";
  const role = isKeyState
    ? after.state === "colon"
      ? "key"
      : "member"
    : before.state === "after"
      ? "nothing"
      : "value";
  roles.push({ span: { start: token.start, end: token.end }, role, bringsComma: false });
}

function startsNext(before: Spot, after: Spot): boolean {
  return before.state === "after" && !after.closed && after.last?.kind !== "," && after.last?.kind !== "end";
}

function inTextOrder(faults: readonly Fault[]): Fault[] {
  return [...faults].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
