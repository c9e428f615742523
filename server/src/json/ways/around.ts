import type { Edit } from "../../text/edit.ts";
import {
  leadingText,
  markdownFence,
  notJson,
  quotedWhole,
  severalDocuments,
  trailingText,
  wrapper,
} from "../faults/around.ts";
import { surplusCloser } from "../faults/brackets.ts";
import { insertText, removeText } from "../faults/make.ts";
import { trailingComma } from "../faults/separators.ts";
import { afterComma, opened, quotesAll, type Spot } from "../grammar.ts";
import { isCloser, isOpener, startsValue, type Token } from "../token.ts";
import type { FindWays, Surprise, Way } from "./way.ts";

/** Something stands before the first value: words, the head of a call, a Markdown fence. */
export const findLeadingWays: FindWays = ({ source, spot, token }) => {
  const { text } = source;
  if (spot.last !== undefined || spot.frame !== undefined) return [];
  const bracket = firstBracket(text, token.start, source.end);
  const nothing: Way = {
    cost: 7,
    next: { ...spot, state: "after", at: source.end },
    faults: () => [notJson(text, token)],
  };
  if (bracket < 0) return [nothing];
  const lead = { start: token.start, end: bracket };
  const words = text.slice(token.start, bracket).trimEnd();
  const quoted = quotesAll(source, spot, token);
  if (quoted && QUOTED.test(text.slice(Math.max(0, source.end - 40), source.end))) {
    const edits = [removeText(lead.start, lead.end)];
    const next = opened(spot, { ...lead, kind: "word" }, { ...AROUND, closer: "end", absorbs: edits });
    return [{ cost: 0, next, faults: () => [quotedWhole(text, { ...lead, end: lead.start + 1 }, edits)] }];
  }
  const fenceAt = words.search(/```|~~~/);
  if (fenceAt >= 0) {
    const at = lead.start + fenceAt;
    const fence = { start: at, end: lead.start + words.length };
    const edits = [removeText(lead.start, lead.end)];
    const onClose = (closer: Token) => edits.push(removeText(closer.start, closer.end));
    const next = opened(
      spot,
      { ...lead, kind: "fence" },
      { ...AROUND, closer: "fence", onClose, absorbs: edits },
    );
    return [nothing, { cost: 1, next, faults: () => [markdownFence(fence, edits)] }];
  }
  if (words.endsWith("(")) {
    const edits = [removeText(lead.start, lead.end)];
    const onClose = (closer: Token) =>
      edits.push(removeText(endOfValueBefore(text, closer.start), closer.end));
    const next = opened(spot, { ...lead, kind: "(" }, { ...AROUND, closer: ")", onClose, absorbs: edits });
    return [
      nothing,
      { cost: 1, next, faults: () => [wrapper(text, { ...lead, end: lead.start + words.length }, edits)] },
    ];
  }
  const shown = { start: lead.start, end: lead.start + words.length };
  if (PROGRAM.test(words)) {
    const edits = [removeText(lead.start, lead.end)];
    const next = opened(spot, { ...lead, kind: "word" }, { ...AROUND, closer: "end", absorbs: edits });
    return [nothing, { cost: 1.5, next, faults: () => [leadingText(text, shown, edits)] }];
  }
  const fault = () => [leadingText(text, shown, [removeText(lead.start, lead.end)])];
  return [
    nothing,
    { cost: 2, next: { ...spot, at: bracket, last: { ...shown, kind: "word" } }, faults: fault },
  ];
};

/** What ends before a value in a program, where a semicolon may follow the value. */
const PROGRAM = /=$|(?:^|\s)(?:return|default|export|yield|await|echo|print)$/;
/** A closing quote behind the last bracket. */
const QUOTED = /[}\]]\s*["'`]\s*$/;
const AROUND = { kind: "array", isAround: true } as const;

function firstBracket(text: string, from: number, end: number): number {
  for (let at = from; at < end; at += 1) if (text.charAt(at) === "{" || text.charAt(at) === "[") return at;
  return -1;
}

/** `JSON.stringify` has more arguments than the value; none of them holds a bracket. */
function endOfValueBefore(text: string, closer: number): number {
  const arguments_ = /,[^{}[\]"]{0,40}$/.exec(text.slice(Math.max(0, closer - 60), closer));
  return arguments_ ? closer - arguments_[0].length : closer;
}

/** Something stands after the value that is the whole body. */
export const findTrailingWays: FindWays = (surprise) => {
  const { source, spot, token } = surprise;
  const { frame } = spot;
  if (spot.state === "element" && frame?.isAround && frame.closer === ")") return options(surprise);
  if (spot.state !== "after") return [];
  if (frame !== undefined && !frame.isAround) return [];
  const around = frame?.closer === "end" ? frame.absorbs : spot.closed?.absorbs;
  if (around && (frame === undefined || frame.closer === "end")) {
    const isSemicolon = token.kind === "operator" && source.text.charAt(token.start) === ";";
    const isRest =
      spot.closed?.closer === "fence" ||
      QUOTED.test(source.text.slice(Math.max(0, token.start - 40), token.start + 1));
    const end = isSemicolon ? token.end : source.end;
    const faults = () => {
      around.push(removeText(token.start, end));
      return [];
    };
    if (isSemicolon || isRest) return [{ cost: 0, next: { ...spot, at: end }, faults }];
  }
  if (frame?.closer === "end" && startsValue(token)) return [nextDocument(spot, token)];
  return [...reopenings(surprise), ...rest(surprise), ...documents(surprise)];
};

/** What stands in a call behind the value that it is made for: `indent=2`. */
function options({ source, spot, token }: Surprise): Way[] {
  const rest = /^[^{}[\]"()]{0,60}(?=\))/.exec(source.text.slice(token.start, token.start + 61));
  if (!rest) return [];
  return [{ cost: 0, next: { ...spot, state: "after", at: token.start + rest[0].length }, faults: () => [] }];
}

/** The last bracket closed too much: what it closed goes on. */
function reopenings({ source, spot, token }: Surprise): Way[] {
  const { closed, last } = spot;
  if (token.kind !== "," || !closed || closed.isAround || !last || !isCloser(last.kind)) return [];
  const bracket = source.text.slice(last.start, last.end);
  const inside = afterComma({ ...spot, frame: closed });
  const next: Spot = { ...inside, at: token.end, last: token, many: true };
  return [{ cost: 1.5, next, faults: () => [surplusCloser(last, bracket, "likely")], changesBalance: true }];
}

function rest({ source, spot, token, following }: Surprise): Way[] {
  const { text } = source;
  if (isCloser(token.kind)) {
    const next = { ...spot, at: token.end };
    return [
      {
        cost: 1,
        next,
        faults: () => [surplusCloser(token, text.charAt(token.start), "sure")],
        changesBalance: true,
      },
    ];
  }
  if (token.kind === "end") return [];
  if (token.kind === "," && following.kind === "end") {
    return [{ cost: 0, next: { ...spot, at: token.end }, faults: () => [trailingComma(token, "")] }];
  }
  const next: Spot = { ...spot, at: source.end };
  const isLoneQuote = token.kind === "string" && token.end - token.start === 1;
  return [
    {
      cost: isLoneQuote ? 0.5 : token.kind === "word" ? 2.2 : 4.5,
      next,
      faults: () => [trailingText(text, token, source.end)],
    },
  ];
}

function documents({ spot, token, following }: Surprise): Way[] {
  const first = token.kind === "," ? following : token;
  if (spot.frame !== undefined || !startsValue(first) || spot.last === undefined) return [];
  const edits: Edit[] = [insertText(spot.valueStart, "[")];
  if (token.kind !== ",") edits.push(insertText(spot.last.end, ","));
  const onClose = (end: Token) => edits.push(insertText(end.start, "]"));
  const virtual: Token = { kind: "[", start: spot.valueStart, end: spot.valueStart };
  const inside = opened(spot, virtual, { ...AROUND, closer: "end", onClose, absorbs: edits });
  const next: Spot = { ...inside, at: first.start, state: "element", many: true };
  const cost = isOpener(first.kind) ? 1.8 : 3.2;
  return [{ cost, next, faults: () => [severalDocuments(first, edits)] }];
}

function nextDocument(spot: Spot, token: Token): Way {
  const faults = () => {
    if (spot.last) spot.frame?.absorbs?.push(insertText(spot.last.end, ","));
    return [];
  };
  return { cost: 0, next: { ...spot, at: token.start, state: "element" }, faults };
}
