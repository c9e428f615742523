import type { Edit } from "../text/edit.ts";
import { sliceSpan } from "../text/span.ts";
import { readLiteral } from "./literal.ts";
import { scanSignificant } from "./scanner.ts";
import type { Source } from "./source.ts";
import { type Closer, canBeKey, isCloser, startsValue, type Token } from "./token.ts";
import { TOO_DEEP } from "./verdict.ts";

/** What may come next. `element` is a value in an array after a comma, `value` one after a colon or at the top. */
export type State = "value" | "element" | "elementOrEnd" | "key" | "keyOrEnd" | "colon" | "after";

/** An open bracket as its author meant it: a `[` of PHP with keys inside is an object that closes with `]`. */
export interface Frame {
  readonly kind: "object" | "array";
  readonly closer: Closer;
  /** Closes it as well: only the opening bracket may be wrong. */
  readonly otherCloser?: Closer;
  /** Doubled braces close with two. */
  readonly doubled?: boolean;
  readonly open: Token;
  readonly parent: Frame | undefined;
  readonly depth: number;
  /** How many closers of each shape this bracket and those around it still need. */
  readonly owed: { readonly braces: number; readonly brackets: number };
  /** Told the closer once the bracket is really closed. */
  readonly onClose?: (closer: Token, elements: "one" | "many") => void;
  /** Something around the JSON, such as a call: neither a level of nesting nor a list. */
  readonly isAround?: boolean;
  /** The edits of the mistake that the frame itself is; mistakes inside that belong to it are added here. */
  readonly absorbs?: Edit[];
  /** The edits of the innermost such mistake, this frame's or one around it. */
  readonly absorber: Edit[] | undefined;
}

export type Shape = Pick<Frame, "kind" | "closer" | "doubled" | "onClose" | "isAround" | "absorbs">;

/** A place in the text between two tokens, with all that reading on from there depends on. */
export interface Spot {
  readonly at: number;
  readonly state: State;
  readonly frame: Frame | undefined;
  /** The last token that was used. */
  readonly last: Token | undefined;
  /** Start of the last complete value, which may be followed by a comma already. */
  readonly valueStart: number;
  /** A comma was read in the frame, so that it holds more than one element. */
  readonly many: boolean;
  /** The last token was a placeholder that may stand for a fragment: a comma may be missing around it. */
  readonly loose: boolean;
  /** The frame that the last token closed. */
  readonly closed?: Frame;
}

/** The spot before the first token. */
export function startOf(source: Source): Spot {
  return {
    at: source.start,
    state: "value",
    frame: undefined,
    last: undefined,
    valueStart: source.start,
    many: false,
    loose: false,
  };
}

/**
 * The spot after the token when the token may stand here, `undefined` when it may not. Tokens with a flaw that does
 * not change their role, such as a string in single quotes, are taken for what they are meant to be.
 */
export function accept(source: Source, spot: Spot, token: Token): Spot | undefined {
  if (spot.loose && spot.state === "after" && startsValue(token)) {
    return accept(source, { ...afterComma(spot), at: spot.at, loose: false }, token);
  }
  switch (spot.state) {
    case "after":
      return acceptAfterValue(source, spot, token);
    case "colon":
      return token.kind === ":" ? { ...moved(spot, token), state: "value" } : undefined;
    case "key":
    case "keyOrEnd":
      if (isCloser(token.kind) && spot.state === "keyOrEnd") return acceptAfterValue(source, spot, token);
      return acceptKey(source, spot, token);
    default:
      if (isCloser(token.kind) && spot.state === "elementOrEnd") return acceptAfterValue(source, spot, token);
      return acceptValue(source, spot, token);
  }
}

/** The spot after a value was read as `token`. */
export function afterValue(spot: Spot, token: Token): Spot {
  return { ...moved(spot, token), state: "after", valueStart: token.start };
}

/** What a comma after a value of this frame leads to. */
export function afterComma(spot: Spot): Spot {
  const state = spot.frame === undefined ? "value" : spot.frame.kind === "object" ? "key" : "element";
  return { ...spot, state, many: true };
}

/** The spot after a bracket is opened in the given shape. */
export function opened(spot: Spot, open: Token, shape: Shape): Spot {
  const parent = spot.frame;
  const width = shape.doubled ? 2 : 1;
  const owed = parent?.owed ?? { braces: 0, brackets: 0 };
  const frame: Frame = {
    ...shape,
    open,
    parent,
    absorber: shape.absorbs ?? parent?.absorber,
    depth: (parent?.depth ?? 0) + (shape.isAround ? 0 : 1),
    owed: {
      braces: owed.braces + (shape.closer === "}" ? width : 0),
      brackets: owed.brackets + (shape.closer === "]" ? width : 0),
    },
  };
  return {
    at: open.end,
    state: shape.isAround ? "value" : shape.kind === "object" ? "keyOrEnd" : "elementOrEnd",
    frame,
    last: open,
    valueStart: open.end,
    many: false,
    loose: false,
  };
}

/** The spot after the innermost bracket is closed by `closer`. */
export function closed(spot: Spot, closer: Token): Spot {
  const { frame } = spot;
  return {
    at: closer.end,
    state: "after",
    frame: frame?.parent,
    last: closer,
    valueStart: frame?.open.start ?? closer.start,
    many: true,
    loose: false,
    ...(frame ? { closed: frame } : {}),
  };
}

/** The spot after a token that changes nothing but the place. */
export function moved(spot: Spot, token: Token): Spot {
  return { ...spot, at: token.end, last: token, loose: false };
}

/** Whether one more bracket would be one too many for PHP. */
export function isTooDeep(frame: Frame | undefined): boolean {
  return (frame?.depth ?? 0) + 1 >= TOO_DEEP;
}

function acceptAfterValue(source: Source, spot: Spot, token: Token): Spot | undefined {
  const { frame } = spot;
  if (token.kind === "placeholder") return { ...afterValue(spot, token), loose: true };
  if (frame === undefined) return token.kind === "end" ? moved(spot, token) : undefined;
  if (token.kind === ",") return { ...afterComma(spot), at: token.end, last: token, loose: false };
  if (token.kind !== frame.closer && token.kind !== frame.otherCloser) return undefined;
  const isDouble = frame.doubled && source.text.charAt(token.end) === "}";
  return closed(spot, isDouble ? { ...token, end: token.end + 1 } : token);
}

function acceptKey(source: Source, spot: Spot, token: Token): Spot | undefined {
  if (!canBeKey(token)) return undefined;
  if (token.kind === "string") return token.open ? undefined : { ...moved(spot, token), state: "colon" };
  const next = scanSignificant(source, token.end);
  const isKey =
    next.kind === ":" || (next.kind === "operator" && "=：".includes(source.text.charAt(next.start)));
  if (isKey) return { ...moved(spot, token), state: "colon" };
  return token.kind === "placeholder" ? { ...afterValue(spot, token), loose: true } : undefined;
}

function acceptValue(source: Source, spot: Spot, token: Token): Spot | undefined {
  switch (token.kind) {
    case "{":
      return opened(spot, token, { kind: "object", closer: "}" });
    case "[":
      return opened(spot, token, { kind: "array", closer: "]" });
    case "string":
      return token.open || quotesAll(source, spot, token) ? undefined : afterValue(spot, token);
    case "number":
      return afterValue(spot, token);
    case "word":
      return readLiteral(sliceSpan(source.text, token)) === undefined ? undefined : afterValue(spot, token);
    case "placeholder":
      return { ...afterValue(spot, token), loose: spot.state !== "value" || spot.frame === undefined };
    default:
      return undefined;
  }
}

/** Whether the first token is a quote that was put before an object or array, and perhaps one behind it. */
export function quotesAll({ text, start, end }: Source, { last }: Spot, token: Token): boolean {
  if (last !== undefined || !/^["'`]\s*[{[]/.test(text.slice(token.start, token.start + 40))) return false;
  const tail = text.slice(Math.max(start, end - 40), end).trimEnd();
  return tail.endsWith("}") || tail.endsWith("]") || /[}\]]\s*["'`]$/.test(tail);
}

/** Whether the token can begin the next element or member of the frame. */
export function startsElement(frame: Frame | undefined, token: Token): boolean {
  return frame?.kind === "object" ? canBeKey(token) : startsValue(token);
}
