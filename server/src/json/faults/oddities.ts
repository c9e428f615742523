import type { Fault } from "../../text/fault.ts";
import type { FaultKind } from "../../text/faultKind.ts";
import { type Span, sliceSpan } from "../../text/span.ts";
import { excerpt, makeFault, phrase } from "./make.ts";

const language = "json";

const DUPLICATE_KEY: FaultKind = {
  code: "duplicate-key",
  title: "Key given twice",
  severity: "information",
  language,
  wrong: '{ "name": "Ada", "name": "Grace" }',
  right: '{ "name": "Grace" }',
  why: "PHP accepts the text and keeps the last value; the others are lost without a word.",
};

const BIG_INTEGER: FaultKind = {
  code: "big-integer",
  title: "Integer too big for PHP",
  severity: "information",
  language,
  wrong: '{ "id": 12345678901234567890 }',
  right: '{ "id": "12345678901234567890" }',
  why: "Beyond 9223372036854775807 PHP reads a float, which keeps about 16 digits. The number arrives changed.",
  exceptions: "A number that a float holds exactly, such as 10000000000000000000, arrives unchanged.",
};

/** Accepted by PHP, but probably not what was meant. */
export const ODDITY_KINDS: readonly FaultKind[] = [DUPLICATE_KEY, BIG_INTEGER];

/** `first` is the earlier place of the same key, `last` the one that counts. */
export function duplicateKey(text: string, first: Span, last: Span): Fault {
  const args = { key: excerpt(sliceSpan(text, last)) };
  const message = phrase("Key `{key}` was given before. PHP keeps only the last value.", args);
  return makeFault(
    DUPLICATE_KEY,
    last,
    message,
    [],
    [{ span: first, message: phrase("The value here is lost.") }],
  );
}

export function bigInteger(text: string, number: Span): Fault {
  const args = {
    number: excerpt(sliceSpan(text, number)),
    float: Number(sliceSpan(text, number)).toExponential(),
  };
  return makeFault(
    BIG_INTEGER,
    number,
    phrase("`{number}` is too big for PHP's integers and arrives as {float}.", args),
  );
}
