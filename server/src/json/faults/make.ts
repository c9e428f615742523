import type { Edit } from "../../text/edit.ts";
import type { Fault, RelatedPlace, Repair } from "../../text/fault.ts";
import type { FaultKind } from "../../text/faultKind.ts";
import type { Phrase } from "../../text/phrase.ts";
import type { Span } from "../../text/span.ts";

type Args = NonNullable<Phrase["args"]>;

/** A sentence with its holes filled later. */
export function phrase(text: string, args?: Args): Phrase {
  return args ? { text, args } : { text };
}

/** One fault of the kind, with the kind's severity. */
export function makeFault(
  { code, severity }: FaultKind,
  span: Span,
  message: Phrase,
  repairs: readonly Repair[] = [],
  related: readonly RelatedPlace[] = [],
): Fault {
  const { start, end } = span;
  return {
    code,
    span: { start, end },
    severity,
    message,
    repairs,
    ...(related.length > 0 ? { related } : {}),
  };
}

/** A repair that leaves no doubt: fix-all may apply it. */
export function sureRepair(title: Phrase, edits: readonly Edit[]): Repair {
  return { title, edits, safe: true, preferred: true };
}

/** The repair most people want, though the text allows another reading. */
export function likelyRepair(title: Phrase, edits: readonly Edit[]): Repair {
  return { title, edits, safe: false, preferred: true };
}

/** One possibility among several. */
export function possibleRepair(title: Phrase, edits: readonly Edit[]): Repair {
  return { title, edits, safe: false, preferred: false };
}

export function replaceText({ start, end }: Span, newText: string): Edit {
  return { span: { start, end }, newText };
}

export function insertText(at: number, newText: string): Edit {
  return { span: { start: at, end: at }, newText };
}

export function removeText(start: number, end: number): Edit {
  return { span: { start, end }, newText: "" };
}

/** A piece of the user's text as a message shows it: on one line and short. */
export function excerpt(text: string): string {
  const line = text
    .slice(0, 80)
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim();
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
