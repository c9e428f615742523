import type { Edit } from "../../text/edit.ts";
import type { Fault } from "../../text/fault.ts";
import { sliceSpan } from "../../text/span.ts";
import {
  type Certainty,
  doubledBraces,
  mismatched,
  missingBraces,
  missingOpener,
  type Opened,
  phpArray,
  surplusCloser,
  unclosed,
  wrongBracket,
} from "../faults/brackets.ts";
import { insertText, removeText, replaceText } from "../faults/make.ts";
import { afterComma, afterValue, closed, type Frame, opened, type Spot } from "../grammar.ts";
import { layOutCloser, layOutOpener } from "../layout.ts";
import { indentOf, isFirstOnLine, type Source } from "../source.ts";
import { canBeKey, isCloser, isOpener, startsValue, type Token } from "../token.ts";
import type { FindWays, Surprise, Way } from "./way.ts";

/** A closing bracket that does not fit the one that is open. */
export const findCloserWays: FindWays = ({ source, spot, token }) => {
  const { frame } = spot;
  if (frame === undefined || frame.isAround || !isCloser(token.kind)) return [];
  if (spot.state !== "after" && spot.state !== "elementOrEnd" && spot.state !== "keyOrEnd") return [];
  const { text } = source;
  const bracket = sliceSpan(text, token);
  const hint = indentHint(source, frame, token);
  const surplus: Way = {
    cost: 2,
    next: { ...spot, at: token.end },
    faults: () => [surplusCloser(token, bracket, "likely")],
    changesBalance: true,
  };
  const wrong: Way = {
    cost: 2 - (hint === "frame" ? 1.5 : 0) + (hint === "parent" ? 1 : 0),
    next: closed(spot, token),
    faults: () => [mismatched(openedBy(source, frame), token, bracket, frame.closer)],
    changesBalance: true,
  };
  return [surplus, wrong, ...closingBefore(source, spot, token, hint), ...openedBefore(source, spot, token)];
};

/** The bracket was left out before the last value, which has a line of its own as the elements of a list have. */
function openedBefore(source: Source, spot: Spot, token: Token): Way[] {
  const { state, frame, valueStart } = spot;
  if (token.kind !== "]" || state !== "after" || frame?.kind !== "object") return [];
  if (!isFirstOnLine(source, token.start) || !isFirstOnLine(source, valueStart)) return [];
  const faults = () => [missingOpener(valueStart, "[", layOutOpener(source, valueStart, "["))];
  return [{ cost: 1.2, next: afterValue({ ...spot, many: true }, token), faults, changesBalance: true }];
}

/** Which open bracket stands on a line indented like the closer's, when the closer begins its line. */
function indentHint(source: Source, frame: Frame, token: Token): "frame" | "parent" | undefined {
  if (!isFirstOnLine(source, token.start)) return undefined;
  const indent = indentOf(source, token.start);
  const own = indentOf(source, frame.open.start);
  const outer = frame.parent ? indentOf(source, frame.parent.open.start) : -1;
  if (own === outer) return undefined;
  return indent === own ? "frame" : indent === outer ? "parent" : undefined;
}

/** The closers left out before `token`, so many that it closes a bracket further out. */
function closingBefore(
  source: Source,
  spot: Spot,
  token: Token,
  hint: "frame" | "parent" | undefined,
): Way[] {
  const missing: Frame[] = [];
  let inner: Spot = spot;
  for (
    let frame = spot.frame;
    frame && frame.closer !== token.kind && missing.length < 3;
    frame = frame.parent
  ) {
    missing.push(frame);
    inner = { ...closed({ ...inner, frame }, token), at: token.start };
  }
  if (inner.frame?.closer !== token.kind || !spot.last) return [];
  const at = spot.last.end;
  // The members at the end may belong to the object around it.
  const isUnclear = hint !== "parent" && missing.some(isMember) && spot.many;
  const certainty = hint === "frame" || isUnclear ? "likely" : "sure";
  const faults = () => missing.map((frame) => closerMissing(source, frame, at, certainty));
  const cost = 1.5 * missing.length + (hint === "frame" ? 1 : 0) - (hint === "parent" ? 1 : 0);
  return [{ cost, next: { ...inner, last: spot.last }, faults, changesBalance: true }];
}

/** The fault of a bracket that should have been closed at `at`; `separator` goes behind the closer. */
export function closerMissing(
  source: Source,
  frame: Frame,
  at: number,
  certainty: Certainty,
  separator = "",
): Fault {
  const closer = frame.closer + separator;
  return unclosed(
    openedBy(source, frame),
    closer,
    at,
    certainty,
    layOutCloser(source, frame.open, closer, at),
  );
}

function isMember({ kind, parent }: Frame): boolean {
  return kind === "object" && parent?.kind === "object";
}

/** What follows the comma belongs to the bracket around, so this one should have been closed before the comma. */
export const findUnclosedWays: FindWays = ({ source, spot, token, following }) => {
  const { frame, last } = spot;
  if (frame?.parent === undefined || last === undefined) return [];
  const isPaired = following.kind === ":" || following.kind === "operator";
  const insideObject =
    spot.state === "key" &&
    frame.parent.kind === "array" &&
    (isOpener(token.kind) || (startsValue(token) && !isPaired));
  const afterKey =
    spot.state === "colon" &&
    frame.parent.kind === "array" &&
    spot.many &&
    last.kind === "string" &&
    (token.kind === "," || token.kind === "]");
  const insideArray =
    spot.state === "after" &&
    token.kind === ":" &&
    frame.kind === "array" &&
    frame.parent.kind === "object" &&
    last.kind === "string";
  if (!insideObject && !insideArray && !afterKey) return [];
  const from = insideObject ? token.start : last.start;
  const at = endBeforeComma(source, from);
  if (at === undefined) return [];
  const outer = afterComma({ ...spot, frame: frame.parent, at: from, valueStart: frame.open.start });
  const certainty = afterKey ? "likely" : "sure";
  const faults = () => [closerMissing(source, frame, at, certainty)];
  const reread = insideObject ? {} : { rereadFrom: last.start };
  return [{ cost: afterKey ? 1.8 : 1.2, next: outer, faults, changesBalance: true, ...reread }];
};

/** Where a closer goes that is missing before the comma that ends before `from`. */
export function endBeforeComma(source: Source, from: number): number | undefined {
  const before = source.text.slice(Math.max(source.start, from - 400), from).trimEnd();
  if (!before.endsWith(",")) return undefined;
  const comma = from - (Math.min(400, from - source.start) - before.length) - 1;
  if (isFirstOnLine(source, comma)) return comma;
  return comma - (before.length - 1 - before.slice(0, -1).trimEnd().length);
}

/** A bracket was left out before the last value. */
export const findOpenerWays: FindWays = ({ source, spot, token, following }) => {
  const { frame, last, state, valueStart } = spot;
  if (last === undefined) return findFirstOpener(spot, token, following);
  const open: Token = { kind: "[", start: valueStart, end: valueStart };
  const array = opened(spot, open, { kind: "array", closer: "]" });
  const object = opened(spot, open, { kind: "object", closer: "}" });
  const needsArray = (next: Partial<Spot>, cost: number): Way => ({
    cost,
    next: { ...array, valueStart, last, many: true, ...next },
    faults: () => [missingOpener(valueStart, "[", layOutOpener(source, valueStart, "["))],
    changesBalance: true,
  });
  if (state === "colon" && (token.kind === "," || token.kind === "]") && spot.many) {
    return [needsArray({ at: token.start, state: "after", valueStart: last.start }, 2.2)];
  }
  if (
    state === "key" &&
    startsValue(token) &&
    last.kind === "," &&
    (!canBeKey(token) || following.kind !== ":")
  ) {
    return [needsArray({ at: token.start, state: "element" }, 2.2)];
  }
  if (state === "value" && last.kind === ":" && token.kind === "]") {
    const list = opened(spot, { ...token, kind: "[", end: token.start }, { kind: "array", closer: "]" });
    const faults = () => [missingOpener(token.start, "[", insertText(token.start, "["))];
    return [{ cost: 1.5, next: { ...list, at: token.start }, faults, changesBalance: true }];
  }
  if (state === "after" && token.kind === "," && frame === undefined && startsValue(following)) {
    return [needsArray({ at: token.end, state: "element", last: token }, 2)];
  }
  if (state === "after" && token.kind === ":" && last.kind === "string" && last.start === valueStart) {
    const faults = () => [missingOpener(valueStart, "{", layOutOpener(source, valueStart, "{"))];
    return [
      ...(frame === undefined && following.kind !== "end" ? [membersAlone(spot, token)] : []),
      {
        cost: 1.8,
        next: { ...object, at: token.end, state: "value", last: token },
        faults,
        changesBalance: true,
      },
    ];
  }
  return [];
};

/** `"name": "Ada"` without the braces around. */
function membersAlone(spot: Spot, colon: Token): Way {
  const { valueStart } = spot;
  const edits = [insertText(valueStart, "{")];
  const onClose = (end: Token) => edits.push(insertText(end.start, "}"));
  const open: Token = { kind: "{", start: valueStart, end: valueStart };
  const inside = opened(spot, open, { kind: "object", closer: "end", isAround: true, onClose });
  const next: Spot = { ...inside, at: colon.end, state: "value", last: colon, many: true };
  return { cost: 1.5, next, faults: () => [missingBraces(valueStart, edits)], changesBalance: true };
}

function findFirstOpener(spot: Spot, token: Token, following: Token): Way[] {
  if (token.kind !== "word" || following.kind !== ":") return [];
  const open: Token = { kind: "{", start: token.start, end: token.start };
  const next = opened(spot, open, { kind: "object", closer: "}" });
  const faults = () => [missingOpener(token.start, "{", insertText(token.start, "{"))];
  return [{ cost: 1.5, next, faults, changesBalance: true }];
}

/** The bracket is of the wrong kind for what stands in it, or doubled, or PHP's. */
export const findShapeWays: FindWays = (surprise) => {
  const { spot, token } = surprise;
  const { frame, last, state } = spot;
  if (frame === undefined || last === undefined || frame.isAround || spot.many) return [];
  if (frame.kind === "array") return findObjectInBrackets(surprise, frame, last);
  if (state === "keyOrEnd" && token.kind === "{" && token.start === frame.open.end) {
    return [doubled(surprise, frame), ...findListInBraces(surprise, frame, last)];
  }
  return findListInBraces(surprise, frame, last);
};

/** `{1, 2}` and `{"a", "b"]` */
function findListInBraces({ spot, token }: Surprise, frame: Frame, last: Token): Way[] {
  const { state } = spot;
  const asList = reshaped(frame, "array", "]");
  const cost = token.kind === "}" ? 3 : 1.5;
  const faults = () => [wrongBracket(frame.open, "{", "[", asList.edits)];
  if (state === "colon" && (token.kind === "," || token.kind === "}")) {
    const next: Spot = {
      ...spot,
      frame: asList.frame,
      state: "after",
      valueStart: last.start,
      at: token.start,
    };
    return [{ cost, next, faults, changesBalance: true }];
  }
  if (state === "keyOrEnd" && startsValue(token)) {
    const next: Spot = { ...spot, frame: asList.frame, state: "elementOrEnd", at: token.start };
    return [{ cost: token.kind === "{" ? 2.5 : 1.5, next, faults, changesBalance: true }];
  }
  return [];
}

/** `["name": 1]` and PHP's `["name" => 1]` */
function findObjectInBrackets({ source, spot, token }: Surprise, frame: Frame, last: Token): Way[] {
  if (spot.state !== "after" || (last.kind !== "string" && last.kind !== "number")) return [];
  const isPhp = token.kind === "operator" && sliceSpan(source.text, token) === "=>";
  if (!isPhp && token.kind !== ":") return [];
  const outer = isPhp ? frame.parent?.absorber : undefined;
  const { edits, frame: asObject } = reshaped(frame, "object", "}", outer);
  const next: Spot = {
    ...spot,
    frame: isPhp ? { ...asObject, absorbs: edits, absorber: edits } : asObject,
    state: "keyOrEnd",
    at: last.start,
    last: frame.open,
  };
  const written = sliceSpan(source.text, frame.open);
  const fault = () => (isPhp ? phpArray(frame.open, edits) : wrongBracket(frame.open, written, "{", edits));
  const faults = () => {
    if (outer) outer.push(replaceText(frame.open, "{"));
    return outer ? [] : [fault()];
  };
  const rereadFrom = isPhp ? frame.open.start : last.start;
  return [{ cost: isPhp ? 0.5 : 1.5, next, faults, rereadFrom, changesBalance: true }];
}

/** The frame with brackets of another kind; `edits` change both, the closing one once it is found. */
function reshaped(
  frame: Frame,
  kind: Frame["kind"],
  closer: "}" | "]",
  outer?: Edit[],
): { edits: Edit[]; frame: Frame } {
  const edits = outer ?? [replaceText(frame.open, kind === "object" ? "{" : "[")];
  const onClose = (found: Token) => {
    if (found.kind !== closer) edits.push(replaceText(found, closer));
  };
  return { edits, frame: { ...frame, kind, onClose, otherCloser: closer } };
}

function doubled({ spot, token }: Surprise, frame: Frame): Way {
  const outer = frame.parent?.absorber;
  const edits = outer ?? [];
  const onClose = (closer: Token) => {
    if (closer.end - closer.start > 1) edits.push(removeText(closer.end - 1, closer.end));
  };
  const owed = { ...frame.owed, braces: frame.owed.braces + 1 };
  const next = {
    ...spot,
    at: token.end,
    last: token,
    frame: { ...frame, doubled: true, onClose, absorbs: edits, absorber: edits, owed },
  };
  const faults = () => {
    edits.push(removeText(token.start, token.end));
    return outer ? [] : [doubledBraces({ start: frame.open.start, end: token.end }, edits)];
  };
  return { cost: 0.8, next, faults, changesBalance: true };
}

/** The bracket for a message. */
export function openedBy(source: Source, { open }: Frame): Opened {
  const bracket = sliceSpan(source.text, open) || open.kind;
  return { span: { start: open.start, end: open.end }, bracket };
}
