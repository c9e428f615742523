import type { Edit } from "../../text/edit.ts";
import type { Fault } from "../../text/fault.ts";
import type { FaultKind } from "../../text/faultKind.ts";
import { type Span, sliceSpan } from "../../text/span.ts";
import { excerpt, likelyRepair, makeFault, phrase, possibleRepair, removeText, sureRepair } from "./make.ts";

const language = "json";

const LEADING_TEXT: FaultKind = {
  code: "leading-text",
  title: "Text before the JSON",
  severity: "error",
  language,
  wrong: 'body = { "name": "Ada" }',
  right: '{ "name": "Ada" }',
  why: "PHP wants the JSON alone, from the first character that is not white space.",
};

const TRAILING_TEXT: FaultKind = {
  code: "trailing-text",
  title: "Text after the JSON",
  severity: "error",
  language,
  wrong: '{ "name": "Ada" } thanks!',
  right: '{ "name": "Ada" }',
  why: "After the last bracket only white space may follow.",
};

const SEVERAL_DOCUMENTS: FaultKind = {
  code: "several-documents",
  title: "More than one JSON value",
  severity: "error",
  language,
  wrong: '{ "name": "Ada" }\n{ "name": "Grace" }',
  right: '[{ "name": "Ada" },\n{ "name": "Grace" }]',
  why: "PHP decodes one value per body. Several records are sent as one array; lines of JSON (NDJSON) are another format.",
};

const WRAPPER: FaultKind = {
  code: "wrapped",
  title: "JSON wrapped in a call",
  severity: "error",
  language,
  wrong: 'JSON.stringify({ "name": "Ada" });',
  right: '{ "name": "Ada" }',
  why: "The call belongs to the program that makes the body. What is sent is only what it returns.",
};

const QUOTED_WHOLE: FaultKind = {
  code: "quoted-body",
  title: "Quotes around the JSON",
  severity: "error",
  language,
  wrong: '\'{ "name": "Ada" }\'',
  right: '{ "name": "Ada" }',
  why: "The quotes belong to the shell or the program that the JSON was copied from. Sent along, they make a string of it.",
};

const MARKDOWN_FENCE: FaultKind = {
  code: "markdown-fence",
  title: "Markdown fence around the JSON",
  severity: "error",
  language,
  wrong: '```json\n{ "name": "Ada" }\n```',
  right: '{ "name": "Ada" }',
  why: "The backticks mark code in Markdown and in chats. They are not part of the JSON.",
};

const NOT_JSON: FaultKind = {
  code: "not-json",
  title: "Not JSON",
  severity: "error",
  language,
  wrong: "name=Ada&zip=02116",
  right: '{ "name": "Ada", "zip": "02116" }',
  why: "PHP cannot read this text as JSON.",
};

export const AROUND_KINDS: readonly FaultKind[] = [
  LEADING_TEXT,
  TRAILING_TEXT,
  SEVERAL_DOCUMENTS,
  WRAPPER,
  QUOTED_WHOLE,
  MARKDOWN_FENCE,
  NOT_JSON,
];

export function leadingText(text: string, span: Span, edits: readonly Edit[]): Fault {
  const message = phrase("`{text}` stands before the JSON.", { text: excerpt(sliceSpan(text, span)) });
  const repair = sureRepair(phrase("Remove the text before the JSON"), edits);
  return makeFault(LEADING_TEXT, span, message, [repair]);
}

/** `end` is the end of the text that goes away; only the first token of it is underlined. */
export function trailingText(text: string, first: Span, end: number): Fault {
  const message = phrase("`{text}` stands after the JSON.", { text: excerpt(text.slice(first.start, end)) });
  // Words are a remark; brackets and colons may be JSON whose beginning is missing.
  const makeRepair = /[{}[\]:]/.test(text.slice(first.start, end)) ? possibleRepair : likelyRepair;
  const repair = makeRepair(phrase("Remove the text after the JSON"), [removeText(first.start, end)]);
  return makeFault(TRAILING_TEXT, first, message, [repair]);
}

/** `edits` may still grow until all values are read. */
export function severalDocuments(first: Span, edits: readonly Edit[]): Fault {
  const message = phrase("A second JSON value begins here. PHP reads one value per body.");
  return makeFault(SEVERAL_DOCUMENTS, first, message, [likelyRepair(phrase("Make it one array"), edits)]);
}

/** `head` reaches up to the opening parenthesis; `edits` may still grow until the call is closed. */
export function wrapper(text: string, head: Span, edits: readonly Edit[]): Fault {
  const args = { head: excerpt(sliceSpan(text, head)) };
  if (args.head === "(") {
    const message = phrase("Parentheses stand around the JSON and are sent along.");
    return makeFault(WRAPPER, head, message, [sureRepair(phrase("Remove the parentheses"), edits)]);
  }
  const message = phrase("`{head}` wraps the JSON in a call, which is sent along.", args);
  return makeFault(WRAPPER, head, message, [sureRepair(phrase("Remove the call around the JSON"), edits)]);
}

/** `edits` may still grow until the closing quote is found. */
export function quotedWhole(text: string, quote: Span, edits: readonly Edit[]): Fault {
  const message = phrase("The JSON stands in quotes, `{quote}`, which are sent along.", {
    quote: sliceSpan(text, quote),
  });
  const repair = sureRepair(phrase("Remove the quotes around the JSON"), edits);
  return makeFault(QUOTED_WHOLE, quote, message, [repair]);
}

/** `edits` may still grow until the second fence is found. */
export function markdownFence(fence: Span, edits: readonly Edit[]): Fault {
  const message = phrase("The Markdown fence around the JSON is sent along.");
  return makeFault(MARKDOWN_FENCE, fence, message, [sureRepair(phrase("Remove the fence"), edits)]);
}

export function notJson(text: string, span: Span): Fault {
  return makeFault(NOT_JSON, span, phrase("`{text}` is not JSON.", { text: excerpt(sliceSpan(text, span)) }));
}
