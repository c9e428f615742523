import type { Fault } from "../text/fault.ts";
import { foreignSpace } from "./faults/characters.ts";
import { unquotedKey } from "./faults/quotes.ts";
import { commentSent, literalCase, numberFormat, unclosedVariable } from "./faults/values.ts";
import type { State } from "./grammar.ts";
import { indentOf, lineOf, type Source } from "./source.ts";
import { findStringFlaws } from "./stringFlaws.ts";
import type { Token } from "./token.ts";

/** What is wrong with a token that stands in its place. */
export function findTokenFlaws(source: Source, token: Token, state: State): readonly Fault[] {
  const { text } = source;
  const isKey = state === "key" || state === "keyOrEnd";
  switch (token.kind) {
    case "string":
      return findStringFlaws(source, token);
    case "number":
      return isKey ? [unquotedKey(text, token)] : only(numberFormat(text, token));
    case "word":
      return isKey ? [unquotedKey(text, token)] : only(literalCase(text, token));
    case "placeholder":
      return token.open ? [unclosedVariable(text, token)] : [];
    default:
      return [];
  }
}

/** A comment that the client does not remove. */
export function sentComment(source: Source, comment: Token): Fault {
  const { text, knowsPlaceholders, lineStarts } = source;
  const isOneLine = lineOf(source, comment.start) === lineOf(source, comment.end);
  const at = lineStarts[lineOf(source, comment.start)] ?? 0;
  const canMove = knowsPlaceholders && isOneLine && at > source.start;
  const indent = canMove ? text.slice(at, at + indentOf(source, comment.start)) : "";
  return commentSent(text, comment, canMove ? { at, indent } : undefined);
}

export function foreignSpaceFlaw(source: Source, space: Token): Fault {
  return foreignSpace(source.text, space, space.start === source.start);
}

function only(fault: Fault | undefined): readonly Fault[] {
  return fault ? [fault] : [];
}
