import type { Fault } from "../../text/fault.ts";
import type { FaultKind } from "../../text/faultKind.ts";
import { type Span, sliceSpan } from "../../text/span.ts";
import {
  excerpt,
  insertText,
  likelyRepair,
  makeFault,
  phrase,
  possibleRepair,
  removeText,
  replaceText,
  sureRepair,
} from "./make.ts";

const language = "json";

const TRAILING_COMMA: FaultKind = {
  code: "trailing-comma",
  title: "Trailing comma",
  severity: "error",
  fixAllTitle: "Fix all trailing commas in this file",
  language,
  wrong: '{ "name": "Ada", }',
  right: '{ "name": "Ada" }',
  why: "A comma promises another member or element. PHP meets a closing bracket instead and gives up with *Syntax error*.",
};

const SURPLUS_COMMA: FaultKind = {
  code: "surplus-comma",
  title: "Comma too many",
  severity: "error",
  fixAllTitle: "Remove all surplus commas in this file",
  language,
  wrong: "[1,, 2]",
  right: "[1, 2]",
  why: "Between two commas, or before the first element, JSON wants a value.",
  exceptions: "JavaScript reads `[1,,2]` as an array with a hole. If you mean an empty slot, write `null`.",
};

const MISSING_COMMA: FaultKind = {
  code: "missing-comma",
  title: "Missing comma",
  severity: "error",
  fixAllTitle: "Insert all missing commas in this file",
  language,
  wrong: '{ "first": "Ada" "last": "Lovelace" }',
  right: '{ "first": "Ada", "last": "Lovelace" }',
  why: "Members and elements are separated by commas; a line break separates nothing.",
};

const MISSING_COLON: FaultKind = {
  code: "missing-colon",
  title: "Missing colon",
  severity: "error",
  fixAllTitle: "Insert all missing colons in this file",
  language,
  wrong: '{ "name" "Ada" }',
  right: '{ "name": "Ada" }',
  why: "A colon stands between each key and its value.",
};

const WRONG_COLON: FaultKind = {
  code: "wrong-colon",
  title: "Another sign instead of a colon",
  severity: "error",
  fixAllTitle: "Replace all wrong signs by colons in this file",
  language,
  wrong: '{ "name" => "Ada" }',
  right: '{ "name": "Ada" }',
  why: "PHP, Ruby and JavaScript pair keys with values by `=>` or `=`. JSON knows only the colon.",
};

const SURPLUS_COLON: FaultKind = {
  code: "surplus-colon",
  title: "Colon too many",
  severity: "error",
  fixAllTitle: "Remove all surplus colons in this file",
  language,
  wrong: '{ "name":: "Ada" }',
  right: '{ "name": "Ada" }',
  why: "Exactly one colon stands between a key and its value.",
};

const WRONG_SEPARATOR: FaultKind = {
  code: "wrong-separator",
  title: "Another sign instead of a comma",
  severity: "error",
  fixAllTitle: "Fix all wrong separators in this file",
  language,
  wrong: '{ "first": 1; "second": 2 }',
  right: '{ "first": 1, "second": 2 }',
  why: "JSON is data, not a program: no statement ends in it, and only commas separate. The wide `，` of East Asian keyboards is another character.",
};

const MISSING_VALUE: FaultKind = {
  code: "missing-value",
  title: "Missing value",
  severity: "error",
  language,
  wrong: '{ "name": }',
  right: '{ "name": null }',
  why: "Every key needs a value; a field without one is written as `null`.",
  exceptions:
    "Leaving the whole member out is not the same: `null` clears a field, a missing key leaves it as it is.",
};

const MISSING_KEY: FaultKind = {
  code: "missing-key",
  title: "Missing key",
  severity: "error",
  language,
  wrong: '{ : "Ada" }',
  right: '{ "name": "Ada" }',
  why: "Every value of an object stands behind a key in double quotes.",
};

export const SEPARATOR_KINDS: readonly FaultKind[] = [
  TRAILING_COMMA,
  SURPLUS_COMMA,
  MISSING_COMMA,
  MISSING_COLON,
  WRONG_COLON,
  SURPLUS_COLON,
  WRONG_SEPARATOR,
  MISSING_VALUE,
  MISSING_KEY,
];

/** `closer` is the bracket after the comma, or empty at the end of the text. */
export function trailingComma(comma: Span, closer: string): Fault {
  const message =
    closer === ""
      ? phrase("Trailing comma behind the JSON. PHP expects the text to end there.")
      : phrase("Trailing comma before `{closer}`. PHP expects another value behind it.", { closer });
  const edits = [removeText(comma.start, comma.end)];
  return makeFault(TRAILING_COMMA, comma, message, [sureRepair(phrase("Remove trailing comma"), edits)]);
}

/** In an array a comma too many may stand for a forgotten element; in an object it cannot. */
export function surplusComma(comma: Span, inArray: boolean, leading: boolean): Fault {
  const message = leading
    ? phrase("Comma before the first value. PHP expects the value itself.")
    : phrase("One comma too many. PHP expects a value between two commas.");
  const remove = [removeText(comma.start, comma.end)];
  const title = phrase("Remove surplus comma");
  const repairs = inArray
    ? [
        likelyRepair(title, remove),
        possibleRepair(phrase("Insert null before the comma…"), [insertText(comma.start, "null")]),
      ]
    : [sureRepair(title, remove)];
  return makeFault(SURPLUS_COMMA, comma, message, repairs);
}

export function missingComma(text: string, value: Span): Fault {
  const message = phrase("Comma missing after `{value}`.", { value: excerpt(sliceSpan(text, value)) });
  const repair = sureRepair(phrase("Insert missing comma"), [insertText(value.end, ",")]);
  return makeFault(MISSING_COMMA, { start: value.end, end: value.end }, message, [repair]);
}

export function missingColon(text: string, key: Span): Fault {
  const message = phrase("Colon missing after key `{key}`.", { key: excerpt(sliceSpan(text, key)) });
  const repair = sureRepair(phrase("Insert missing colon"), [insertText(key.end, ":")]);
  return makeFault(MISSING_COLON, { start: key.end, end: key.end }, message, [repair]);
}

export function wrongColon(text: string, sign: Span): Fault {
  const args = { sign: sliceSpan(text, sign) };
  const message = phrase("`{sign}` stands where JSON has a colon.", args);
  // Assignments have a space on either side, members only behind the colon.
  const isSpaced =
    args.sign.startsWith("=") && /\S["'] $/.test(text.slice(Math.max(0, sign.start - 3), sign.start));
  const written = { start: isSpaced ? sign.start - 1 : sign.start, end: sign.end };
  return makeFault(WRONG_COLON, sign, message, [
    sureRepair(phrase("Replace {sign} with a colon", args), [replaceText(written, ":")]),
  ]);
}

export function surplusColon(colon: Span): Fault {
  const repair = sureRepair(phrase("Remove surplus colon"), [removeText(colon.start, colon.end)]);
  return makeFault(SURPLUS_COLON, colon, phrase("One colon too many."), [repair]);
}

/** `separates` tells whether something follows that the sign keeps apart from what stands before it. */
export function wrongSeparator(text: string, sign: Span, separates: boolean): Fault {
  const args = { sign: sliceSpan(text, sign) };
  const message = separates
    ? phrase("`{sign}` stands where JSON has a comma.", args)
    : phrase(
        "`{sign}` does not belong into JSON. PHP refuses any sign after a value but a comma or closing bracket.",
        args,
      );
  const repair = separates
    ? sureRepair(phrase("Replace {sign} with a comma", args), [replaceText(sign, ",")])
    : sureRepair(phrase("Remove {sign}", args), [removeText(sign.start, sign.end)]);
  return makeFault(WRONG_SEPARATOR, sign, message, [repair]);
}

/** `hasColon` tells whether the colon after the key is there, after which `null` can be put. */
export function missingValue(text: string, key: Span, at: number, hasColon: boolean): Fault {
  const args = { key: excerpt(sliceSpan(text, key)) };
  const message = hasColon
    ? phrase("Value missing after key `{key}`.", args)
    : phrase("Key `{key}` has neither colon nor value.", args);
  const repair = likelyRepair(phrase("Insert null…"), [insertText(at, hasColon ? " null" : ": null")]);
  return makeFault(MISSING_VALUE, hasColon ? { start: at, end: at } : key, message, [repair]);
}

export function missingKey(colon: Span): Fault {
  const repair = possibleRepair(phrase("Insert an empty key…"), [insertText(colon.start, '""')]);
  return makeFault(MISSING_KEY, colon, phrase("Key missing before this colon."), [repair]);
}
