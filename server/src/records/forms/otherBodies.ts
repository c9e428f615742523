import { isExceptionName } from "../../catalog/exceptionClasses.ts";
import type { LayeredText } from "../../text/layers/layer.ts";
import type { Located, Span } from "../../text/span.ts";
import type { Facts } from "../facts.ts";
import { MAX_RECORD } from "../keys/errorKey.ts";
import { statusLineBefore } from "../line.ts";
import type { ErrorRecord, Evidence } from "../model.ts";
import { recordOf } from "../recordOf.ts";
import type { Scan } from "../scan.ts";
import { readValue } from "../values/readValue.ts";
import { memberOf, memberValue, type TextValue, type Value } from "../values/value.ts";

/** How far before its anchor such a body may start. */
const LOOK_BACK = 2048;
const MAX_OPENER = 64;

/**
 * Bodies that a DreamFactory server answers with where it makes no envelope. Other products send the same, so that
 * each needs a sign of DreamFactory.
 */
interface Body {
  /** Matched against the text from the anchor on. */
  readonly anchor: RegExp;
  /** The member that the object begins with; its name starts at the anchor when left out. */
  readonly first?: string;
  /** True where the body's own class or file may tell that it is DreamFactory's. */
  readonly namesItself?: true;
  readonly message: (body: Value) => Value | undefined;
}

const BODIES: readonly Body[] = [
  // An event script that sets its own body.
  { anchor: /^error["']\s*:\s*["']/, message: (body) => memberValue(body, "error") },
  // Laravel's answer to what DreamFactory does not catch, without and with debugging.
  { anchor: /^"Server Error"/, first: '"message":', message: (body) => memberValue(body, "message") },
  {
    anchor: /^"exception":/,
    first: '"message":',
    namesItself: true,
    message: (body) => memberValue(body, "message"),
  },
  // A tool of the MCP server.
  { anchor: /^"isError":/, first: '"content":', message: (body) => toolText(body) },
  // GraphQL.
  { anchor: /^"errors":/, message: (body) => firstError(body) },
];

/** Reads the body whose anchor stands at `at`, where something near says that the server is DreamFactory. */
export function readOtherBody(scan: Scan, at: number): ErrorRecord | undefined {
  const { text } = scan;
  const ahead = text.slice(at, at + 24);
  const row = BODIES.find((body) => body.anchor.test(ahead));
  const start = row === undefined ? undefined : openerBefore(text, at, row.first);
  if (row === undefined || start === undefined) return undefined;
  const status = statusLineBefore(text, start);
  if (!scan.context && status === undefined && row.namesItself !== true) return undefined;
  const source: LayeredText = { text, end: Math.min(scan.span.end, start + MAX_RECORD), layers: [] };
  const body = readValue(source, start, { style: "words" });
  scan.noteReach(body.span.end);
  const message = row.message(body);
  if (message?.kind !== "text" || body.span.end < at) return undefined;
  const className = locatedText(memberValue(body, "exception"));
  const evidence = signOf(scan, body, className?.value, status !== undefined);
  if (evidence === undefined) return undefined;
  const shortName = className?.value.slice(className.value.lastIndexOf("\\") + 1) ?? "";
  const facts: Facts = {
    names: [],
    message: { value: message.text, span: message.inner },
    trace: framesOf(memberValue(body, "trace")),
    span: body.span,
    ...(status === undefined ? {} : { status }),
  };
  return recordOf(scan, facts, {
    span: body.span,
    form: "message",
    verdict: {
      exception: isExceptionName(shortName) ? shortName : undefined,
      confidence: evidence === "class-name" ? "certain" : "likely",
      evidence: [evidence],
    },
    source: { ...source, layers: ["double-quoted"] },
    className,
    truncatedAfter: body.closed ? undefined : "message",
  });
}

/** Where the object opens whose first member starts at the anchor, or is the nearest of that name before it. */
function openerBefore(text: string, at: number, first: string | undefined): number | undefined {
  let before = at;
  if (first !== undefined) {
    const from = Math.max(0, at - LOOK_BACK);
    const found = text.slice(from, at).lastIndexOf(first);
    if (found < 0) return undefined;
    before = from + found;
  } else if (text[at] !== '"') {
    before -= 1;
  }
  const ahead = text.slice(Math.max(0, before - MAX_OPENER), before);
  const opener = /\{(?:"data":null,)?$/.exec(ahead.replace(/\s+/g, ""));
  if (opener === null) return undefined;
  const open = ahead.lastIndexOf("{");
  return open < 0 ? undefined : before - ahead.length + open;
}

function signOf(
  scan: Scan,
  body: Value,
  className: string | undefined,
  isResponse: boolean,
): Evidence | undefined {
  if (className?.startsWith("DreamFactory\\")) return "class-name";
  const file = locatedText(memberValue(body, "file"))?.value ?? "";
  if (/dreamfactory/i.test(file)) return "trace";
  const sign = scan.signNear(body.span.start);
  return isResponse || sign === "setting" ? sign : undefined;
}

function locatedText(value: Value | undefined): Located<string> | undefined {
  return value?.kind === "text" ? { value: value.text, span: value.inner } : undefined;
}

function toolText(body: Value): TextValue | undefined {
  const content = memberValue(body, "content");
  const text = content?.kind === "list" ? memberValue(content.items[0], "text") : undefined;
  return text?.kind === "text" && TOOL_ERROR.test(text.text) ? text : undefined;
}

const TOOL_ERROR =
  /^(?:Authentication|Connection|Permission|Resource|Validation|Server) Error: |^Error during [^:]{1,60}: /;

function firstError(body: Value): Value | undefined {
  const errors = memberValue(body, "errors");
  return errors?.kind === "list" ? memberValue(errors.items[0], "message") : undefined;
}

/** Laravel lists frames as objects; they read like PHP's own. */
function framesOf(trace: Value | undefined): Located<string>[] {
  if (trace?.kind !== "list") return [];
  return trace.items.flatMap((item, index) => {
    const file = locatedText(memberValue(item, "file"))?.value ?? "[internal function]";
    const line = memberOf(item, "line")?.value;
    const call = locatedText(memberValue(item, "function"))?.value;
    if (call === undefined) return [];
    const number = line?.kind === "number" ? `(${line.number})` : "";
    const span: Span = item.span;
    return [{ value: `${index} ${file}${number}: ${call}()`, span }];
  });
}
