import type { Span } from "../../text/span.ts";

/** A value read from a printed error, in whatever language it was printed. Spans are raw text. */
export type Value = ObjectValue | ListValue | TextValue | NumberValue | BooleanValue | MissingValue;

interface ValueBase {
  readonly span: Span;
  /** False when the text ended, or stopped making sense, before the value did. */
  readonly closed: boolean;
}

export interface ObjectValue extends ValueBase {
  readonly kind: "object";
  /** In text order; names may repeat. */
  readonly members: readonly Member[];
}

export interface ListValue extends ValueBase {
  readonly kind: "list";
  readonly items: readonly Value[];
}

/** A string, or bare words where the language prints strings without quotes. */
export interface TextValue extends ValueBase {
  readonly kind: "text";
  /** Escapes removed; entities stay. */
  readonly text: string;
  /** Without the quotes. */
  readonly inner: Span;
  readonly quoted: boolean;
}

export interface NumberValue extends ValueBase {
  readonly kind: "number";
  readonly number: number;
}

export interface BooleanValue extends ValueBase {
  readonly kind: "boolean";
}

/** `null`: a null of any language, or nothing at all after the key. `elided`: left out by the printer, as `...`. */
export interface MissingValue extends ValueBase {
  readonly kind: "null" | "elided";
}

export interface Member {
  readonly name: string;
  /** The name with its quotes or brackets. */
  readonly nameSpan: Span;
  /** `undefined` when the text ended after the name. */
  readonly value: Value | undefined;
}

/** The first member of that name, when the value is an object that has one. */
export function memberOf(value: Value | undefined, name: string): Member | undefined {
  return value?.kind === "object" ? value.members.find((member) => member.name === name) : undefined;
}

/** The value of the first member of that name. */
export function memberValue(value: Value | undefined, name: string): Value | undefined {
  return memberOf(value, name)?.value;
}

/** The number that a number or a string of digits stands for. */
export function integerOf(value: Value | undefined): number | undefined {
  if (value?.kind === "number") return Number.isInteger(value.number) ? value.number : undefined;
  return value?.kind === "text" && /^-?\d{1,15}$/.test(value.text) ? Number(value.text) : undefined;
}
