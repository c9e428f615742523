import type { Edit } from "../../text/edit.ts";
import type { Fault } from "../../text/fault.ts";
import type { FaultKind } from "../../text/faultKind.ts";
import type { Phrase } from "../../text/phrase.ts";
import { type Span, sliceSpan } from "../../text/span.ts";
import { isLiteral, losesMeaning, readLiteral, readMisspelt } from "../literal.ts";
import { isValidNumber, rewriteNumber } from "../number.ts";
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

const LITERAL_CASE: FaultKind = {
  code: "literal-case",
  title: "Literal of another language",
  severity: "error",
  fixAllTitle: "Fix all literals in this file",
  language,
  wrong: '{ "active": True, "zip": None }',
  right: '{ "active": true, "zip": null }',
  why: "JSON knows `true`, `false` and `null`, in lower case. `True`, `None`, `nil`, `undefined`, `NaN` and `Infinity` are words of Python, Ruby and JavaScript.",
  exceptions:
    "There is no JSON for `NaN`, `Infinity` and `undefined`; `null` is what JavaScript sends instead.",
};

const NUMBER_FORMAT: FaultKind = {
  code: "number-format",
  title: "Number in another notation",
  severity: "error",
  fixAllTitle: "Fix all numbers in this file",
  language,
  wrong: "[01, +1, .5, 5., 0x1F, 1_000]",
  right: "[1, 1, 0.5, 5, 31, 1000]",
  why: "A JSON number has no plus sign, no leading zero, a digit on both sides of the point, and is always decimal.",
  exceptions: 'Where the leading zeros matter, as in a postal code, the value is a string: `"01234"`.',
};

const DECIMAL_COMMA: FaultKind = {
  code: "decimal-comma",
  title: "Comma inside a number",
  severity: "error",
  language,
  wrong: '{ "price": 1,5 }',
  right: '{ "price": 1.5 }',
  why: "A comma always separates. PHP reads the digits behind it as the next key.",
};

const BARE_WORD: FaultKind = {
  code: "bare-word",
  title: "Text without quotes",
  severity: "error",
  fixAllTitle: "Quote all bare words in this file",
  language,
  wrong: '{ "name": Ada Lovelace }',
  right: '{ "name": "Ada Lovelace" }',
  why: "Every text stands in double quotes.",
};

const FUNCTION_CALL: FaultKind = {
  code: "function-call",
  title: "Function call as a value",
  severity: "error",
  language,
  wrong: '{ "id": ObjectId("507f") }',
  right: '{ "id": "507f" }',
  why: "JSON is data: nothing in it is called. Shells of databases and logs of programs print values this way.",
};

const ELISION: FaultKind = {
  code: "elision",
  title: "Three dots for what was left out",
  severity: "error",
  language,
  wrong: '{ "tags": ["a", "b", ...] }',
  right: '{ "tags": ["a", "b"] }',
  why: "Examples in documentation shorten lists by dots. PHP cannot know what they stand for.",
};

const UNCLOSED_VARIABLE: FaultKind = {
  code: "unclosed-variable",
  title: "Variable without its closing braces",
  severity: "error",
  fixAllTitle: "Close all variables in this file",
  language: "http",
  wrong: '{ "id": {{id} }',
  right: '{ "id": {{id}} }',
  why: "A variable ends with two braces. The client sends anything else as it stands.",
};

const UNEXPECTED_TEXT: FaultKind = {
  code: "unexpected-text",
  title: "Text that does not belong here",
  severity: "error",
  language,
  wrong: '{ "name": "Ada" = }',
  right: '{ "name": "Ada" }',
  why: "JSON has no place for this text, and nothing tells what it was meant to be.",
};

const COMMENT_SENT: FaultKind = {
  code: "comment-sent",
  title: "Comment inside JSON",
  severity: "error",
  fixAllTitle: "Remove all comments from the JSON in this file",
  language,
  wrong: '{\n  "name": "Ada" // who\n}',
  right: '{\n  "name": "Ada"\n}',
  why: "JSON has no comments; PHP says *Syntax error* at the first one.",
  exceptions:
    "In a `.http` file the client removes a comment that has a line of its own and starts with `#` or `//`.",
};

export const VALUE_KINDS: readonly FaultKind[] = [
  LITERAL_CASE,
  NUMBER_FORMAT,
  DECIMAL_COMMA,
  BARE_WORD,
  FUNCTION_CALL,
  ELISION,
  UNCLOSED_VARIABLE,
  UNEXPECTED_TEXT,
  COMMENT_SENT,
];

/** The fault of a word that is meant as a literal; `undefined` when it is a proper one. */
export function literalCase(text: string, word: Span): Fault | undefined {
  const written = sliceSpan(text, word);
  const right = readLiteral(written);
  if (right === undefined || isLiteral(written)) return undefined;
  const args = { written, right };
  const title = phrase("Change {written} to {right}", args);
  const message = phrase("`{written}` is not JSON; use `{right}`.", args);
  const repair = losesMeaning(written) ? likelyRepair : sureRepair;
  return makeFault(LITERAL_CASE, word, message, [repair(title, [replaceText(word, right)])]);
}

/** The fault of a number that PHP does not read as one; `undefined` when it does. */
export function numberFormat(text: string, number: Span): Fault | undefined {
  const written = sliceSpan(text, number);
  const right = rewriteNumber(written);
  if (right === undefined || isValidNumber(written)) return undefined;
  const args = { written: excerpt(written), right: excerpt(right), flaw: numberFlaw(written) };
  const message = phrase("`{written}` is not a JSON number: {flaw}.", args);
  const title = phrase("Change {written} to {right}", args);
  const edits = [replaceText(number, right)];
  if (/^[+-]?0\d/.test(written)) {
    const asText = possibleRepair(phrase('Quote it: "{written}"', args), [
      insertText(number.start, '"'),
      insertText(number.end, '"'),
    ]);
    // A postal code loses its first digit as a number.
    return makeFault(NUMBER_FORMAT, number, message, [likelyRepair(title, edits), asText]);
  }
  const isSpaced = /\d \d/.test(written);
  const repair =
    isSpaced || (/[eE][+-]?$/.test(written) && !/^.?0[xX]/.test(written)) ? likelyRepair : sureRepair;
  return makeFault(NUMBER_FORMAT, number, message, [repair(title, edits)]);
}

function numberFlaw(written: string): Phrase {
  if (/^[+-]?0[xXoObB]/.test(written)) return phrase("it must be decimal");
  if (written.startsWith("+")) return phrase("a plus sign may stand only in the exponent");
  if (/^[+-] /.test(written)) return phrase("no space may follow the sign");
  if (written.includes(" ")) return phrase("it must not contain spaces");
  if (written.includes("_")) return phrase("it must not contain underscores");
  if (/^-?0\d/.test(written)) return phrase("it must not start with a zero");
  if (/^-?\./.test(written)) return phrase("a digit must stand before the point");
  if (/\.(?!\d)/.test(written)) return phrase("a digit must follow the point");
  if (/[eE][+-]?$/.test(written)) return phrase("the exponent has no digits");
  return phrase("the notation belongs to another language");
}

/** `number` covers the digits on both sides of the comma. */
export function decimalComma(text: string, number: Span, comma: Span): Fault {
  const written = sliceSpan(text, number);
  const decimal = possibleOrLikely(
    phrase("Change {written} to {right}", { written, right: written.replace(",", ".") }),
    [replaceText(comma, ".")],
  );
  const joined = possibleOrLikely(
    phrase("Change {written} to {right}", { written, right: written.replaceAll(",", "") }),
    [...written.matchAll(/,/g)].map(({ index }) =>
      removeText(number.start + index, number.start + index + 1),
    ),
  );
  const isThousands = /,\d{3}$/.test(written);
  const message = phrase("The comma splits the number `{written}` in two.", { written });
  const isOnly = written.indexOf(",") === written.lastIndexOf(",");
  const repairs = isThousands ? [joined(true), ...(isOnly ? [decimal(false)] : [])] : [decimal(true)];
  return makeFault(DECIMAL_COMMA, comma, message, repairs);
}

function possibleOrLikely(title: Parameters<typeof likelyRepair>[0], edits: readonly Edit[]) {
  return (likely: boolean) => (likely ? likelyRepair(title, edits) : possibleRepair(title, edits));
}

/** `isWord` is false for text that holds more than one word, of which the author may have meant only a part. */
export function bareWord(text: string, words: Span): Fault {
  const written = sliceSpan(text, words);
  const args = { text: excerpt(written) };
  const quoted = written.replace(/["\\]/g, "\\$&");
  const edits =
    quoted === written
      ? [insertText(words.start, '"'), insertText(words.end, '"')]
      : [replaceText(words, `"${quoted}"`)];
  const message = phrase("`{text}` is a text without its quotes.", args);
  const quote = phrase('Quote it: "{text}"', args);
  const literal = readMisspelt(written);
  if (literal !== undefined) {
    const title = phrase("Change {text} to {literal}", { ...args, literal });
    const repairs = [likelyRepair(title, [replaceText(words, literal)]), possibleRepair(quote, edits)];
    return makeFault(BARE_WORD, words, message, repairs);
  }
  // `${id}`, `<id>` and `new Date()` stand for a value that may be no text.
  const repair = /[$<({]/.test(written) ? likelyRepair : sureRepair;
  return makeFault(BARE_WORD, words, message, [repair(quote, edits)]);
}

/** `head` reaches from the name to the opening parenthesis; `edits` may still grow until the call is closed. */
export function functionCall(text: string, head: Span, edits: readonly Edit[]): Fault {
  const args = { name: excerpt(text.slice(head.start, head.end - 1)) };
  const message = phrase("`{name}(…)` is a call of a function, which JSON cannot hold.", args);
  return makeFault(FUNCTION_CALL, head, message, [
    likelyRepair(phrase("Leave only the argument of {name}", args), edits),
  ]);
}

export function elision(dots: Span, edits: readonly Edit[]): Fault {
  const message = phrase("The dots stand for something that was left out; PHP reads them literally.");
  return makeFault(ELISION, dots, message, [likelyRepair(phrase("Remove the dots"), edits)]);
}

export function unclosedVariable(text: string, variable: Span): Fault {
  const written = sliceSpan(text, variable);
  const args = { variable: excerpt(written) };
  const braces = written.endsWith("}") ? "}" : "}}";
  const repair = sureRepair(phrase("Close the variable"), [insertText(variable.end, braces)]);
  return makeFault(UNCLOSED_VARIABLE, variable, phrase("`{variable}` lacks its closing braces.", args), [
    repair,
  ]);
}

export function unexpectedText(text: string, span: Span): Fault {
  const args = { text: excerpt(sliceSpan(text, span)) };
  const repair = likelyRepair(phrase("Remove {text}", args), [removeText(span.start, span.end)]);
  return makeFault(UNEXPECTED_TEXT, span, phrase("`{text}` does not belong here.", args), [repair]);
}

/** `ownLine` is where the comment could move, when the client removes comments that have a line of their own. */
export function commentSent(
  text: string,
  comment: Span,
  ownLine: { at: number; indent: string } | undefined,
): Fault {
  const message = phrase("This comment is sent with the body and breaks it.");
  const before = /[ \t]*$/.exec(text.slice(Math.max(0, comment.start - 80), comment.start))?.[0].length ?? 0;
  const remove = removeText(comment.start - before, comment.end);
  const repairs = [sureRepair(phrase("Remove comment"), [remove])];
  if (ownLine) {
    const words = sliceSpan(text, comment).replace(/^(?:\/\/|#|--|\/\*|<!--)\s*|\s*(?:\*\/|-->)$/g, "");
    const moved = insertText(ownLine.at, `${ownLine.indent}# ${words}\n`);
    repairs.push(possibleRepair(phrase("Move comment to its own line"), [moved, remove]));
  }
  return makeFault(COMMENT_SENT, comment, message, repairs);
}
