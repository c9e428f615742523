import type { Edit } from "../../text/edit.ts";
import type { Fault, Repair } from "../../text/fault.ts";
import type { FaultKind } from "../../text/faultKind.ts";
import type { Span } from "../../text/span.ts";
import { insertText, likelyRepair, makeFault, phrase, removeText, replaceText, sureRepair } from "./make.ts";

const language = "json";

const UNCLOSED: FaultKind = {
  code: "unclosed",
  title: "Bracket that is never closed",
  severity: "error",
  language,
  wrong: '{ "tags": ["a", "b" }',
  right: '{ "tags": ["a", "b"] }',
  why: "Every `{` needs its `}` and every `[` its `]`. Where a closing bracket of the other kind comes first PHP says *State mismatch*, at the end of the text *Syntax error*.",
};

const MISMATCHED: FaultKind = {
  code: "mismatched",
  title: "Closing bracket of the wrong kind",
  severity: "error",
  language,
  wrong: '{ "tags": ["a", "b"} }',
  right: '{ "tags": ["a", "b"] }',
  why: "A bracket closes the last one that is open. PHP says *State mismatch (invalid or malformed JSON)*.",
};

const SURPLUS_CLOSER: FaultKind = {
  code: "surplus-closer",
  title: "Closing bracket too many",
  severity: "error",
  language,
  wrong: '{ "name": "Ada" }}',
  right: '{ "name": "Ada" }',
  why: "Nothing is open that this bracket could close.",
};

const MISSING_OPENER: FaultKind = {
  code: "missing-opener",
  title: "Opening bracket missing",
  severity: "error",
  language,
  wrong: '{ "tags": "a", "b"] }',
  right: '{ "tags": ["a", "b"] }',
  why: "A closing bracket, or a key, needs the bracket that was opened for it.",
};

const WRONG_BRACKET: FaultKind = {
  code: "wrong-bracket",
  title: "Brackets of the wrong kind",
  severity: "error",
  language,
  wrong: '["name": "Ada"]',
  right: '{ "name": "Ada" }',
  why: "Keys with values stand in braces, a list of values in square brackets. Sets and tuples of Python are lists in JSON.",
};

const DOUBLED_BRACES: FaultKind = {
  code: "doubled-braces",
  title: "Doubled braces",
  severity: "error",
  fixAllTitle: "Halve all doubled braces in this file",
  language,
  wrong: '{{ "name": "Ada" }}',
  right: '{ "name": "Ada" }',
  why: "Templates and format strings double the braces that are meant literally. In JSON the second one stands where a key belongs.",
  exceptions: "`{{name}}` without quotes and colon is a variable of the client.",
};

const PHP_ARRAY: FaultKind = {
  code: "php-array",
  title: "Array of PHP",
  severity: "error",
  language,
  wrong: "['name' => 'Ada', 'zip' => null]",
  right: '{"name": "Ada", "zip": null}',
  why: "PHP's source code is not JSON: an array with keys is an object in braces, with colons and double quotes.",
};

const TOO_DEEP: FaultKind = {
  code: "too-deep",
  title: "Nested too deeply",
  severity: "error",
  language,
  wrong: "[[[ … 512 levels … ]]]",
  right: "[[[ … 511 levels … ]]]",
  why: "PHP decodes 511 levels of brackets and gives up at the next with *Maximum stack depth exceeded*.",
};

const TRUNCATED: FaultKind = {
  code: "truncated",
  title: "Text that breaks off",
  severity: "error",
  language,
  wrong: '{ "resource": [{ "name": "Ada',
  right: '{ "resource": [{ "name": "Ada" }] }',
  why: "The text ends in the middle of a value. It was cut when it was copied or logged, or the program that wrote it stopped early.",
};

export const BRACKET_KINDS: readonly FaultKind[] = [
  UNCLOSED,
  MISMATCHED,
  SURPLUS_CLOSER,
  MISSING_OPENER,
  WRONG_BRACKET,
  DOUBLED_BRACES,
  PHP_ARRAY,
  TOO_DEEP,
  TRUNCATED,
];

/** A bracket of the text for a message. */
export interface Opened {
  readonly span: Span;
  readonly bracket: string;
}

/** How certain the place of a missing bracket is. */
export type Certainty = "sure" | "likely";

const REPAIRS: Readonly<Record<Certainty, typeof sureRepair>> = { sure: sureRepair, likely: likelyRepair };

/** `at` is where the closing bracket most likely belongs; `written` is the closer as it is laid out there. */
export function unclosed(
  opener: Opened,
  closer: string,
  at: number,
  certainty: Certainty,
  written: string,
): Fault {
  const place = { start: at, end: at };
  const args = { bracket: opener.bracket, closer, opened: opener.span, place };
  const message = phrase("`{closer}` is missing here: `{bracket}` on line {opened} is never closed.", args);
  const title = phrase('Insert missing "{closer}" on line {place}', args);
  const repair = REPAIRS[certainty](title, [insertText(at, written)]);
  return makeFault(UNCLOSED, place, message, [repair], [opening(opener)]);
}

export function mismatched(opener: Opened, wrong: Span, wrongBracket: string, closer: string): Fault {
  const args = { wrong: wrongBracket, bracket: opener.bracket, opened: opener.span, closer };
  const message = phrase("`{wrong}` closes a `{bracket}` opened on line {opened}.", args);
  const repair = sureRepair(phrase("Change {wrong} to {closer}", args), [replaceText(wrong, closer)]);
  return makeFault(MISMATCHED, wrong, message, [repair], [opening(opener)]);
}

export function surplusCloser(closer: Span, bracket: string, certainty: Certainty): Fault {
  const message = phrase("`{bracket}` closes nothing.", { bracket });
  const repair = REPAIRS[certainty](phrase("Remove surplus {bracket}", { bracket }), [
    removeText(closer.start, closer.end),
  ]);
  return makeFault(SURPLUS_CLOSER, closer, message, [repair]);
}

/** `opening` inserts the bracket, which need not be where the value begins. */
export function missingOpener(at: number, bracket: string, opening: Edit): Fault {
  const message = phrase("`{bracket}` is missing before this value.", { bracket });
  const repair = likelyRepair(phrase('Insert missing "{bracket}"', { bracket }), [opening]);
  return makeFault(MISSING_OPENER, { start: at, end: at }, message, [repair]);
}

/** Members stand alone from `at` on; `edits` may still grow until their end is found. */
export function missingBraces(at: number, edits: readonly Edit[]): Fault {
  const message = phrase("Braces are missing around the members that begin here.");
  const repair = likelyRepair(phrase("Put braces around them"), edits);
  return makeFault(MISSING_OPENER, { start: at, end: at }, message, [repair]);
}

/** `edits` may still grow until the bracket is closed. */
export function wrongBracket(opener: Span, written: string, right: string, edits: readonly Edit[]): Fault {
  const message =
    right === "{"
      ? phrase("`{written}` opens something with keys, which belongs into braces.", { written })
      : phrase("`{written}` opens a list of values, which belongs into square brackets.", { written });
  const title = right === "{" ? phrase("Change to braces") : phrase("Change to square brackets");
  return makeFault(WRONG_BRACKET, opener, message, [sureRepair(title, edits)]);
}

export function doubledBraces(braces: Span, edits: readonly Edit[]): Fault {
  const message = phrase("Doubled braces. PHP takes the second `{` for a key.");
  return makeFault(DOUBLED_BRACES, braces, message, [sureRepair(phrase("Halve the braces"), edits)]);
}

export function phpArray(opener: Span, edits: readonly Edit[]): Fault {
  const message = phrase("This is an array of PHP's source code. In JSON it is an object.");
  return makeFault(PHP_ARRAY, opener, message, [sureRepair(phrase("Rewrite the array as JSON"), edits)]);
}

export function tooDeep(bracket: Span): Fault {
  return makeFault(TOO_DEEP, bracket, phrase("This is the 512th level of brackets; PHP reads 511."));
}

/** `openers` are the brackets that are still open, innermost first. */
export function truncated(at: number, openers: readonly Opened[], repairs: readonly Repair[]): Fault {
  const args = {
    brackets: openers
      .map(({ bracket }) => bracket)
      .reverse()
      .slice(0, 10)
      .join(" "),
  };
  const message =
    openers.length > 0
      ? phrase("The text ends here, with `{brackets}` still open.", args)
      : phrase("The text ends here, where a value is missing.");
  return makeFault(TRUNCATED, { start: at, end: at }, message, repairs, openers.slice(0, 3).map(opening));
}

function opening({ span, bracket }: Opened) {
  return { span, message: phrase("`{bracket}` is opened here.", { bracket }) };
}
