import { isExceptionName } from "../catalog/exceptionClasses.ts";
import { getOtherClass } from "../catalog/otherClasses.ts";
import { getStatus } from "../catalog/statuses.ts";
import type { ParsedDocument } from "../documents/model.ts";
import type { Located, Span } from "../text/span.ts";
import { touches } from "../text/span.ts";

/** Something of the catalog that a document names, with the topic of its page. */
export interface Mention {
  /** The words in the document. */
  readonly span: Span;
  readonly topic: string;
}

/** The status line of a response that the offset touches, when the catalog knows its status: 400 to 599. */
export function statusLineAt(
  { requests }: ParsedDocument,
  offset: number,
): (Mention & { readonly status: number }) | undefined {
  const block = requests?.http.blocks.find(({ span }) => touches(span, offset));
  const response = block?.responses.find(({ statusLine }) => touches(statusLine, offset));
  const status = response?.status.value;
  if (response === undefined || status === undefined || getStatus(status) === undefined) return undefined;
  return { span: response.statusLine, status, topic: `status/${status}` };
}

/** The exception class that the offset touches, as stack frames name it; with its namespace, if one is written. */
export function classNameAt(
  { text }: ParsedDocument,
  offset: number,
): (Mention & { readonly name: string }) | undefined {
  let start = offset;
  while (start > 0 && offset - start < LONGEST && isNameChar(text.charCodeAt(start - 1))) start -= 1;
  let end = offset;
  while (end < text.length && end - offset < LONGEST && isNameChar(text.charCodeAt(end))) end += 1;
  return classMention({ value: text.slice(start, end), span: { start, end } });
}

/** The exception classes that a stretch of text names, in text order. Linear in it. */
export function classNamesIn(text: string, { start, end }: Span): (Mention & { readonly name: string })[] {
  return [...text.slice(start, end).matchAll(CLASS_NAME)].flatMap(({ index, 0: value }) => {
    const at = start + index;
    return classMention({ value, span: { start: at, end: at + value.length } }) ?? [];
  });
}

/** Longer words are data. */
const LONGEST = 200;
const CLASS_NAME = /[A-Za-z_\\][\w\\]{7,199}/g;

function isNameChar(code: number): boolean {
  const lower = code | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || (code >= 0x30 && code <= 0x39) || code === 0x5f || code === 0x5c;
}

/** `Error` and the like are everyday words unless a namespace stands before them. */
function classMention({ value, span }: Located<string>): (Mention & { name: string }) | undefined {
  const name = value.slice(value.lastIndexOf("\\") + 1);
  if (!value.includes("\\") && !/[a-z](?:Exception|Error)$/.test(name)) return undefined;
  if (isExceptionName(name)) return { span, name, topic: `exception/${name}` };
  return getOtherClass(name) === undefined ? undefined : { span, name, topic: `class/${name}` };
}
