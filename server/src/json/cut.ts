import type { Edit } from "../text/edit.ts";
import { sliceSpan } from "../text/span.ts";
import { insertText, removeText } from "./faults/make.ts";
import type { Frame, Spot } from "./grammar.ts";
import type { Source } from "./source.ts";
import type { Token } from "./token.ts";

/** The last token of a text that breaks off inside it, and what makes it whole. */
export interface Cut {
  readonly token: Token;
  /** Where the text ends. */
  readonly at: number;
  /** What the token lacks at its end. */
  readonly completion: string;
  /** Takes away half an escape. */
  readonly removal: readonly Edit[];
}

/** No variable goes on for longer. */
const LONGEST = 200;
const REST_OF_VARIABLE = /^[^"'\n\r{}[\],:]*\}?$/;

/** The cut when the token is the last one, incomplete, and stands where a key or value may; `undefined` otherwise. */
export function findCut(source: Source, { frame, state }: Spot, token: Token): Cut | undefined {
  const { text, end } = source;
  if (frame === undefined || frame.isAround || state === "after" || state === "colon") return undefined;
  const isVariable = token.kind === "placeholder" && token.open === true;
  if (token.kind === "end" || (token.end < end && !isVariable && text.slice(token.end, end).trim() !== ""))
    return undefined;
  const written = sliceSpan(text, token);
  if (token.kind === "string" && token.open && written.startsWith('"')) {
    return closesAll(written, frame) ? undefined : cutString(source, token);
  }
  if (isVariable) {
    const behind = text.slice(token.end, Math.min(end, token.end + LONGEST)).trimEnd();
    const isRest = written.endsWith("}") ? behind === "" : REST_OF_VARIABLE.test(behind);
    if (!isRest || closesAll(written + behind, frame)) return undefined;
    const at = token.end + behind.length;
    return { token, at, completion: text.charAt(at - 1) === "}" ? "}" : "}}", removal: [] };
  }
  const isValue = state === "value" || state === "element" || state === "elementOrEnd";
  const completion = isValue ? completeWord(written) : undefined;
  return completion === undefined ? undefined : { token, at: token.end, completion, removal: [] };
}

function cutString({ text }: Source, token: Token): Cut {
  const half =
    /(?:^|[^\\])(?:\\\\)*(\\(?:u[\da-fA-F]{0,3})?|\\u[dD][89abAB][\da-fA-F]{2}|[\ud800-\udbff])$/.exec(
      text.slice(Math.max(token.start + 1, token.end - 200), token.end),
    );
  const removal = half ? [removeText(token.end - (half[1] ?? "").length, token.end)] : [];
  return { token, at: token.end, completion: '"', removal };
}

/** What is missing of a literal or number that breaks off; `undefined` for whole ones and other words. */
function completeWord(word: string): string | undefined {
  if (/^-?(?:0|[1-9]\d*)?(?:\.|(?:\.\d+)?[eE][+-]?)?$/.test(word) && !/\d$/.test(word)) return "0";
  const literal = ["true", "false", "null"].find((each) => each.startsWith(word) && each !== word);
  return literal?.slice(word.length);
}

/** Whether the string ends with the closers of every open bracket, so that it is not the text that breaks off. */
function closesAll(string: string, frame: Frame): boolean {
  let rest = string.slice(-2_000).trimEnd();
  const owed: string[] = [];
  for (let each: Frame | undefined = frame; each && owed.length < 1_000; each = each.parent) {
    if (!each.isAround) owed.push(each.closer);
  }
  for (const closer of owed.reverse()) {
    if (!rest.endsWith(closer)) return false;
    rest = rest.slice(0, -1).trimEnd();
  }
  return true;
}

/** The edits that make the cut token whole; what follows it goes to the same place. */
export function completeCut({ at, completion, removal }: Cut, closers: string): Edit[] {
  return [...removal, insertText(at, completion + closers)];
}
