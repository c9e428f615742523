import type { Edit } from "../../text/edit.ts";
import type { Fault } from "../../text/fault.ts";
import type { FaultKind } from "../../text/faultKind.ts";
import type { Phrase } from "../../text/phrase.ts";
import { verbatim } from "../../text/phrase.ts";
import type { Span } from "../../text/span.ts";
import { sliceSpan } from "../../text/span.ts";
import { excerpt, likelyRepair, makeFault, phrase, removeText, replaceText, sureRepair } from "./make.ts";

const language = "json";

const RAW_LINE_BREAK: FaultKind = {
  code: "raw-line-break",
  title: "Line break inside a string",
  severity: "error",
  fixAllTitle: "Write all line breaks inside strings as \\n in this file",
  language,
  wrong: '{ "note": "first\nsecond" }',
  right: '{ "note": "first\\nsecond" }',
  why: "A string stays on its line; a line break in the text is written `\\n`. PHP says *Control character error, possibly incorrectly encoded*.",
};

const CONTROL_CHARACTER: FaultKind = {
  code: "control-character",
  title: "Control character inside a string",
  severity: "error",
  fixAllTitle: "Escape all control characters in this file",
  language,
  wrong: '{ "note": "one\ttwo" }',
  right: '{ "note": "one\\ttwo" }',
  why: "Tabs and the other characters below U+0020 must be escaped, though an editor shows them as mere space. PHP says *Control character error, possibly incorrectly encoded*.",
};

const BAD_ESCAPE: FaultKind = {
  code: "bad-escape",
  title: "Backslash that escapes nothing",
  severity: "error",
  fixAllTitle: "Fix all bad escapes in this file",
  language,
  wrong: '{ "folder": "C:\\Users\\Ada" }',
  right: '{ "folder": "C:\\\\Users\\\\Ada" }',
  why: 'After a backslash JSON allows only `"`, `\\`, `/`, `b`, `f`, `n`, `r`, `t` and `u` with four hexadecimal digits. A backslash in the text is written twice.',
  exceptions: "`\\{\\{name\\}\\}` is left alone in `.http` files: httpYac sends it as `{{name}}`.",
};

const LONE_SURROGATE: FaultKind = {
  code: "lone-surrogate",
  title: "Half a character",
  severity: "error",
  language,
  wrong: '{ "mood": "\\ud83d" }',
  right: '{ "mood": "\\ud83d\\ude00" }',
  why: "Characters beyond U+FFFF are escaped as two units. One without the other is no character: PHP says *Single unpaired UTF-16 surrogate in unicode escape*.",
};

const FOREIGN_WHITE_SPACE: FaultKind = {
  code: "foreign-white-space",
  title: "White space that JSON does not know",
  severity: "error",
  fixAllTitle: "Replace all foreign white space in this file",
  language,
  wrong: '{ "name":\u00a0"Ada" }',
  right: '{ "name": "Ada" }',
  why: "Between tokens JSON allows space, tab, line feed and carriage return. No-break spaces and zero-width characters come along when text is copied from web pages and chats.",
};

const BYTE_ORDER_MARK: FaultKind = {
  code: "byte-order-mark",
  title: "Byte order mark",
  severity: "error",
  fixAllTitle: "Remove all byte order marks in this file",
  language,
  wrong: '\ufeff{ "name": "Ada" }',
  right: '{ "name": "Ada" }',
  why: "Some editors put the invisible U+FEFF before the text. PHP takes it for the first token and says *Syntax error*.",
};

export const CHARACTER_KINDS: readonly FaultKind[] = [
  RAW_LINE_BREAK,
  CONTROL_CHARACTER,
  BAD_ESCAPE,
  LONE_SURROGATE,
  FOREIGN_WHITE_SPACE,
  BYTE_ORDER_MARK,
];

export function rawLineBreak(edits: readonly Edit[]): Fault | undefined {
  const span = edits[0]?.span;
  if (!span) return undefined;
  const message = phrase("Line break inside a string. In JSON it is written `\\n`.");
  return makeFault(RAW_LINE_BREAK, span, message, [sureRepair(phrase("Write the line break as \\n"), edits)]);
}

export function controlCharacter(text: string, edits: readonly Edit[]): Fault | undefined {
  const edit = edits[0];
  if (!edit) return undefined;
  const args = { name: nameOf(text.charAt(edit.span.start)), escape: edit.newText };
  const message = phrase("{name} inside a string. In JSON it is written `{escape}`.", args);
  const title = phrase("Write it as {escape}", args);
  return makeFault(CONTROL_CHARACTER, edit.span, message, [sureRepair(title, edits)]);
}

export function badEscape(text: string, edits: readonly Edit[]): Fault | undefined {
  const edit = edits[0];
  if (!edit) return undefined;
  const args = { escape: excerpt(sliceSpan(text, edit.span)), right: excerpt(edit.newText) };
  const message =
    args.escape === "\\u"
      ? phrase(
          "Four hexadecimal digits must follow `{escape}`; a backslash of the text is written `\\\\`.",
          args,
        )
      : phrase("`{escape}` is no escape that JSON knows; write `{right}`.", args);
  const title = edit.newText.startsWith("\\\\")
    ? phrase("Escape backslash: {right}", args)
    : phrase("Change {escape} to {right}", args);
  return makeFault(BAD_ESCAPE, edit.span, message, [sureRepair(title, edits)]);
}

export function loneSurrogate(text: string, edits: readonly Edit[]): Fault | undefined {
  const span = edits[0]?.span;
  if (!span) return undefined;
  const isEscape = text.charAt(span.start) === "\\";
  const message = isEscape
    ? phrase("`{escape}` is half a character: its other half is missing.", { escape: sliceSpan(text, span) })
    : phrase("Half a character stands here, which cannot be sent as UTF-8.");
  const title = phrase("Replace it with \\ufffd, the sign for a lost character…");
  return makeFault(LONE_SURROGATE, span, message, [likelyRepair(title, edits)]);
}

/** White space between tokens; where it alone keeps two words apart, a space takes its place. */
export function foreignSpace(text: string, space: Span, isFirst: boolean): Fault {
  const characters = sliceSpan(text, space);
  if (isFirst && characters === "\ufeff") {
    const repair = sureRepair(phrase("Remove byte order mark"), [removeText(space.start, space.end)]);
    return makeFault(BYTE_ORDER_MARK, space, phrase("Invisible byte order mark before the text."), [repair]);
  }
  const newText = isInvisible(characters) ? "" : " ".repeat(characters.length);
  const title = newText === "" ? phrase("Remove it") : phrase("Replace with a plain space");
  const message = phrase("{name} is no white space in JSON.", { name: nameOf(characters.charAt(0)) });
  return makeFault(FOREIGN_WHITE_SPACE, space, message, [sureRepair(title, [replaceText(space, newText)])]);
}

function isInvisible(characters: string): boolean {
  return /^[\xad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\0-\x08\x0e-\x1f\x7f-\x9f]*$/.test(
    characters,
  );
}

const NAMES: Readonly<Record<string, Phrase>> = {
  "\t": phrase("Tab"),
  "\0": phrase("NUL character"),
  "\b": phrase("Backspace character"),
  "\f": phrase("Form feed"),
  "\v": phrase("Vertical tab"),
  "\u00a0": phrase("No-break space"),
  "\u00ad": phrase("Soft hyphen"),
  "\u200b": phrase("Zero-width space"),
  "\u200d": phrase("Zero-width joiner"),
  "\u2028": phrase("Line separator"),
  "\u2029": phrase("Paragraph separator"),
  "\u202f": phrase("Narrow no-break space"),
  "\u3000": phrase("Ideographic space"),
  "\ufeff": phrase("Byte order mark"),
};

function nameOf(char: string): Phrase {
  const code = char.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
  return NAMES[char] ?? verbatim(`U+${code}`);
}
