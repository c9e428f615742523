import { KEY, readErrorKey } from "../records/keys/errorKey.ts";
import type { ErrorRecord } from "../records/model.ts";
import { readValue } from "../records/values/readValue.ts";
import type { Value } from "../records/values/value.ts";
import { maskSecrets } from "../text/secrets.ts";
import type { Span } from "../text/span.ts";

/** Anything that `JSON.stringify` writes. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/**
 * What a record says, as a JSON value: the envelope that stands in the text, without the escapes around it, or else an
 * envelope made of what the record tells. Secrets are masked.
 */
export function recordJson(record: ErrorRecord, text: string): Json {
  const carried = isEnvelope(record) ? record : record.inner;
  const envelope = carried !== undefined && isEnvelope(carried) ? readAgain(carried.span, text) : undefined;
  return envelope === undefined ? retold(record, text) : { error: envelope };
}

function isEnvelope({ form }: ErrorRecord): boolean {
  return form === "envelope" || form === "escaped-envelope" || form === "printed-envelope";
}

function readAgain({ start, end }: Span, text: string): Json | undefined {
  const at = text.indexOf(KEY, start);
  const key = at < 0 || at >= end ? undefined : readErrorKey(text, at, end);
  if (key === undefined) return undefined;
  const { source, valueStart, style, literalQuote } = key;
  return toJson(readValue(source, valueStart, { style, literalQuote }), text);
}

function toJson(value: Value, text: string, name = ""): Json {
  switch (value.kind) {
    case "object":
      return Object.fromEntries(
        value.members.map((member) => [
          member.name,
          member.value === undefined ? null : toJson(member.value, text, member.name),
        ]),
      );
    case "list":
      return value.items.map((item) => toJson(item, text, name));
    case "text":
      return masked(name, value.text);
    case "number":
      return value.number;
    case "boolean":
      return /^t/i.test(text.slice(value.span.start, value.span.start + 1));
    case "elided":
      return "…";
    default:
      return null;
  }
}

function retold({ time, request, code, status, message, trace, ...rest }: ErrorRecord, text: string): Json {
  const { className, exception, context, inner } = rest;
  const name = className?.value ?? exception;
  return {
    error: {
      ...(name !== undefined && { exception: name }),
      ...(code !== undefined && { code: code.value }),
      ...(context !== undefined && { context: masked("", text.slice(context.start, context.end)) }),
      ...(message !== undefined && { message: masked("", message.value) }),
      ...(status !== undefined && { status_code: status.value }),
      ...(trace.length > 0 && { trace: trace.map((frame) => masked("", frame.value)) }),
      ...(inner !== undefined && { inner: recordJson(inner, text) }),
    },
    ...(time !== undefined && { time: time.value }),
    ...(request !== undefined && { request: masked("", request.value) }),
  };
}

/** A secret can show by itself or by the name of its member. */
function masked(name: string, value: string): string {
  const alone = maskSecrets(value);
  const named = `${name}=${alone}`;
  return name === "" || maskSecrets(named) === named ? alone : "•••";
}
