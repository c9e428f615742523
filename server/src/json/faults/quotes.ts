import { applyEdits, type Edit, inTextOrder } from "../../text/edit.ts";
import type { Fault } from "../../text/fault.ts";
import type { FaultKind } from "../../text/faultKind.ts";
import { shiftSpans } from "../../text/shiftSpans.ts";
import { type Span, sliceSpan } from "../../text/span.ts";
import {
  excerpt,
  insertText,
  likelyRepair,
  makeFault,
  phrase,
  removeText,
  replaceText,
  sureRepair,
} from "./make.ts";

const language = "json";

const UNQUOTED_KEY: FaultKind = {
  code: "unquoted-key",
  title: "Key without quotes",
  severity: "error",
  fixAllTitle: "Quote all keys in this file",
  language,
  wrong: '{ name: "Ada" }',
  right: '{ "name": "Ada" }',
  why: "JavaScript lets simple keys go without quotes, JSON does not.",
};

const SINGLE_QUOTES: FaultKind = {
  code: "single-quotes",
  title: "Single quotes or backticks",
  severity: "error",
  fixAllTitle: "Replace all single quotes in this file",
  language,
  wrong: "{ 'name': `Ada` }",
  right: '{ "name": "Ada" }',
  why: 'JSON knows one kind of string: in straight double quotes. A `"` inside is written `\\"`, a `\'` stays as it is.',
};

const TYPOGRAPHIC_QUOTES: FaultKind = {
  code: "typographic-quotes",
  title: "Typographic quotes",
  severity: "error",
  fixAllTitle: "Straighten all typographic quotes in this file",
  language,
  wrong: "{ “name”: “Ada” }",
  right: '{ "name": "Ada" }',
  why: "Word processors, chats and web pages bend quotes. PHP knows only the straight one, U+0022.",
  exceptions: "Inside a string every kind of quote is welcome.",
};

const ESCAPED_QUOTES: FaultKind = {
  code: "escaped-quotes",
  title: "Escaped quotes around a string",
  severity: "error",
  fixAllTitle: "Unescape all quotes in this file",
  language,
  wrong: '{ \\"name\\": \\"Ada\\" }',
  right: '{ "name": "Ada" }',
  why: "JSON copied out of a log or a shell command still carries the backslashes that protected its quotes there.",
};

const UNTERMINATED_STRING: FaultKind = {
  code: "unterminated-string",
  title: "String without its closing quote",
  severity: "error",
  language,
  wrong: '{ "name": "Ada, "zip": "02116" }',
  right: '{ "name": "Ada", "zip": "02116" }',
  why: "Up to the next quote everything belongs to the string; PHP then trips over what comes after it, or over the line break inside.",
};

const UNOPENED_STRING: FaultKind = {
  code: "unopened-string",
  title: "String without its opening quote",
  severity: "error",
  language,
  wrong: '{ name": "Ada" }',
  right: '{ "name": "Ada" }',
  why: "PHP finds a bare word where a string should begin.",
};

const UNESCAPED_QUOTE: FaultKind = {
  code: "unescaped-quote",
  title: "Quote inside a string",
  severity: "error",
  fixAllTitle: "Escape all quotes inside strings in this file",
  language,
  wrong: '{ "note": "say "hi" to Ada" }',
  right: '{ "note": "say \\"hi\\" to Ada" }',
  why: 'The first bare `"` ends the string; one that belongs to the text is written `\\"`.',
};

const MIXED_QUOTES: FaultKind = {
  code: "mixed-quotes",
  title: "Quotes that do not match",
  severity: "error",
  language,
  wrong: '{ "name": "Ada\' }',
  right: '{ "name": "Ada" }',
  why: "A string ends with the kind of quote that it began with, and in JSON that is the straight double one.",
};

const DOUBLED_QUOTES: FaultKind = {
  code: "doubled-quotes",
  title: "Doubled quotes",
  severity: "error",
  fixAllTitle: "Mend all doubled quotes in this file",
  language,
  wrong: '{ "name": ""Ada"", "note": "say ""hi"" to her" }',
  right: '{ "name": "Ada", "note": "say \\"hi\\" to her" }',
  why: 'The second quote ends the string. CSV and SQL double a quote that belongs to the text; JSON writes `\\"`. Templates double quotes when the value brings its own.',
};

const STRING_CONCATENATION: FaultKind = {
  code: "string-concatenation",
  title: "Strings put together",
  severity: "error",
  fixAllTitle: "Join all strings put together in this file",
  language,
  wrong: '{ "note": "first " + "second" }',
  right: '{ "note": "first second" }',
  why: "JSON is data: nothing in it is computed.",
};

export const QUOTE_KINDS: readonly FaultKind[] = [
  UNQUOTED_KEY,
  SINGLE_QUOTES,
  TYPOGRAPHIC_QUOTES,
  ESCAPED_QUOTES,
  UNTERMINATED_STRING,
  UNOPENED_STRING,
  UNESCAPED_QUOTE,
  MIXED_QUOTES,
  DOUBLED_QUOTES,
  STRING_CONCATENATION,
];

export function unquotedKey(text: string, key: Span): Fault {
  const args = { key: excerpt(sliceSpan(text, key)) };
  const message = phrase("Key `{key}` needs double quotes.", args);
  return makeFault(UNQUOTED_KEY, key, message, [
    sureRepair(phrase('Quote key "{key}"', args), [insertText(key.start, '"'), insertText(key.end, '"')]),
  ]);
}

/** `edits` turn the whole string, whose closing quote is there unless `isOpen`, into one in straight double quotes. */
export function wrongQuotes(text: string, string: Span, isOpen: boolean, edits: readonly Edit[]): Fault {
  const first = text.charAt(string.start);
  const last = text.charAt(string.end - 1);
  const shown = excerpt(sliceSpan(text, string));
  if (first === "\\") {
    const message = phrase(
      "The quotes of `{shown}` are escaped, as if the string stood inside another one.",
      { shown },
    );
    return makeFault(ESCAPED_QUOTES, string, message, [sureRepair(phrase("Unescape the quotes"), edits)]);
  }
  const isMixed = !isOpen && first !== last && isPlain(first) && isPlain(last);
  if (isMixed) {
    const message = phrase("`{shown}` begins with `{first}` and ends with `{last}`.", { shown, first, last });
    const span = first === '"' ? { start: string.end - 1, end: string.end } : string;
    return makeFault(MIXED_QUOTES, span, message, [likelyRepair(phrase("Use double quotes"), edits)]);
  }
  if (first === "'" || first === "`") {
    const inside = shiftSpans(edits, -string.start);
    const right = excerpt(applyEdits(sliceSpan(text, string), inside));
    const message = phrase("JSON strings use double quotes: `{right}`, not `{shown}`.", { right, shown });
    const title =
      first === "'"
        ? phrase("Replace single quotes with double quotes")
        : phrase("Replace backticks with double quotes");
    return makeFault(SINGLE_QUOTES, string, message, [sureRepair(title, edits)]);
  }
  const title = phrase("Straighten the quotes");
  if (first === '"') {
    const message = phrase(
      "The quote that closes `{shown}` is a typographic one; JSON knows only the straight.",
      {
        shown,
      },
    );
    const closing = { start: string.end - 1, end: string.end };
    return makeFault(TYPOGRAPHIC_QUOTES, closing, message, [likelyRepair(title, edits)]);
  }
  const message = phrase("Typographic quotes around `{shown}`; JSON knows only the straight ones.", {
    shown,
  });
  return makeFault(TYPOGRAPHIC_QUOTES, string, message, [sureRepair(title, edits)]);
}

function isPlain(quote: string): boolean {
  return quote === '"' || quote === "'" || quote === "`";
}

/** `end` is where the string most likely ends. */
export function unterminatedString(text: string, start: number, end: number): Fault {
  const message = phrase("Closing quote missing after `{string}`.", {
    string: excerpt(text.slice(start, end)),
  });
  const related = [{ span: { start, end: start + 1 }, message: phrase("The string begins here.") }];
  const repair = likelyRepair(phrase("Insert closing quote"), [insertText(end, '"')]);
  return makeFault(UNTERMINATED_STRING, { start: end, end }, message, [repair], related);
}

/** The string ends with a backslash that protects its closing quote; `others` double the backslashes before it. */
export function escapedClosingQuote(text: string, string: Span, others: readonly Edit[]): Fault {
  const backslash = { start: string.end - 2, end: string.end };
  const message = phrase(
    "The backslash before the closing quote of `{string}` makes the quote part of the text.",
    {
      string: excerpt(sliceSpan(text, string)),
    },
  );
  const title = others.length === 0 ? phrase("Double the backslash") : phrase("Double the backslashes");
  const repair = likelyRepair(title, [...others, insertText(backslash.start, "\\")]);
  return makeFault(UNTERMINATED_STRING, backslash, message, [repair]);
}

export function unopenedString(text: string, string: Span): Fault {
  const args = { string: excerpt(sliceSpan(text, string)) };
  const message = phrase("Opening quote missing before `{string}`.", args);
  const repair = likelyRepair(phrase("Insert opening quote"), [insertText(string.start, '"')]);
  return makeFault(UNOPENED_STRING, { start: string.start, end: string.start }, message, [repair]);
}

/** `quotes` are the offsets of the quotes inside the string, which all cling to the ones around it: `""Ada""`. */
export function doubledQuotes(text: string, string: Span, quotes: readonly number[]): Fault {
  const shown = { string: excerpt(sliceSpan(text, string)) };
  const first = quotes[0] ?? string.start;
  const message = phrase("Doubled quotes around `{string}`. The second one ends the string.", shown);
  const straight = [string.start, string.end - 1]
    .filter((at) => text.charAt(at) !== '"')
    .map((at) => replaceText({ start: at, end: at + 1 }, '"'));
  const edits = [...straight, ...quotes.map((at) => removeText(at, at + 1))];
  const repair = likelyRepair(phrase("Remove the doubled quotes"), inTextOrder(edits));
  return makeFault(DOUBLED_QUOTES, { start: first, end: first + 1 }, message, [repair]);
}

/** Whether the inner quotes all cling to the outer ones: `""Ada""`, `""Ada"`, `"""Ada"""`. */
export function areDoubled(string: Span, quotes: readonly number[]): boolean {
  let start = string.start;
  let end = string.end - 1;
  for (const at of quotes) if (at === start + 1) start = at;
  for (const at of [...quotes].reverse()) if (at === end - 1 && at > start) end = at;
  return start - string.start + (string.end - 1 - end) === quotes.length && end > start;
}

/** `quotes` are the offsets of the bare quotes inside the string; an odd one out makes the reading doubtful. */
export function unescapedQuote(text: string, string: Span, quotes: readonly number[]): Fault {
  const first = quotes[0] ?? string.start;
  const shown = { string: excerpt(sliceSpan(text, string)) };
  const escape = phrase("Escape the quotes inside the string");
  const isPair = (at: number, index: number) => index % 2 === 0 && quotes[index + 1] === at + 1;
  if (quotes.length % 2 === 0 && quotes.every((at, index) => index % 2 === 1 || isPair(at, index))) {
    const message = phrase('A quote inside a string is written `\\"`, not doubled as in `{string}`.', shown);
    const edits = quotes.filter(isPair).map((at) => replaceText({ start: at, end: at + 1 }, "\\"));
    return makeFault(DOUBLED_QUOTES, { start: first, end: first + 2 }, message, [sureRepair(escape, edits)]);
  }
  const message = phrase(
    'This quote ends the string too early. Inside `{string}` it is written `\\"`.',
    shown,
  );
  const edits = quotes.map((at) => insertText(at, "\\"));
  // `"x" "y"` may be two strings.
  const isBetween = text.slice(first + 1, quotes[1] ?? first + 1).trim() === "";
  const repair = quotes.length % 2 === 0 && !isBetween ? sureRepair : likelyRepair;
  return makeFault(UNESCAPED_QUOTE, { start: first, end: first + 1 }, message, [repair(escape, edits)]);
}

/** Between two of the strings their quotes and the sign go away; `sign` is the first one. */
export function stringConcatenation(text: string, sign: Span, strings: readonly Span[]): Fault {
  const message = phrase("`{sign}` joins two strings, which JSON cannot.", { sign: sliceSpan(text, sign) });
  const edits = strings.slice(1).map((right, index) => {
    return removeText((strings[index]?.end ?? right.start) - 1, right.start + 1);
  });
  return makeFault(STRING_CONCATENATION, sign, message, [sureRepair(phrase("Join the strings"), edits)]);
}

/** Where the client fills in variables, one takes the place of the program's. */
export function joinedVariable(
  text: string,
  string: Span,
  sign: Span,
  variable: Span,
  knowsPlaceholders: boolean,
): Fault {
  const args = { sign: sliceSpan(text, sign), variable: excerpt(sliceSpan(text, variable)) };
  const message = phrase("`{sign}` joins a string with `{variable}`, which only a program can do.", args);
  const insert = phrase("Put the variable `{variable}` into the string", args);
  const tail = { start: string.end - 1, end: variable.end };
  const repair = knowsPlaceholders
    ? likelyRepair(insert, [replaceText(tail, `{{${sliceSpan(text, variable)}}}"`)])
    : likelyRepair(phrase("Remove {sign} {variable}", args), [removeText(string.end, variable.end)]);
  return makeFault(STRING_CONCATENATION, sign, message, [repair]);
}

/** The edits that put a string of any quotes into straight double quotes. */
export function straighten(
  text: string,
  string: Span,
  hasClosing: boolean,
  skip: ReadonlyMap<number, number>,
): Edit[] {
  const width = text.charAt(string.start) === "\\" ? 2 : 1;
  const contentEnd = hasClosing ? string.end - width : string.end;
  const isDouble = text.charAt(string.start) === '"';
  const edits = isDouble ? [] : [replaceText({ start: string.start, end: string.start + width }, '"')];
  for (let at = string.start + width; at < contentEnd; ) {
    const char = text.charAt(at);
    const next = text.charAt(at + 1);
    if (char === "\\") {
      if (next === "'" || next === "`") edits.push(removeText(at, at + 1));
      at += 2;
    } else {
      if (char === '"') edits.push(insertText(at, "\\"));
      at = skip.get(at) ?? at + 1;
    }
  }
  if (hasClosing) edits.push(replaceText({ start: contentEnd, end: string.end }, '"'));
  return edits;
}
