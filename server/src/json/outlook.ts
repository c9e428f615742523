import { sliceSpan } from "../text/span.ts";
import { accept, afterValue, moved, opened, type Spot } from "./grammar.ts";
import { isLiteral } from "./literal.ts";
import { isValidNumber } from "./number.ts";
import { scanSignificant } from "./scanner.ts";
import { lineEndOf, type Source } from "./source.ts";
import { isCloser, type Token } from "./token.ts";

/** How many tokens are looked ahead. */
const REACH = 12;
/** What the next surprise costs when it comes at once; less the farther away it is. */
const SURPRISE = 6;

/**
 * How badly reading goes on from a spot: 0 when the next tokens are all in order, more for every flaw in them, most
 * when the next one cannot be used at all.
 */
export function rateOutlook(source: Source, start: Spot): number {
  let spot = start;
  let penalty = 0;
  for (let step = 0; step < REACH; step += 1) {
    const token = scanSignificant(source, spot.at);
    const next = accept(source, spot, token);
    if (next) penalty += flawPenalty(source, token, spot);
    const soft = next ?? acceptSoftly(source, spot, token);
    if (!soft) return penalty + (SURPRISE * (REACH - step)) / REACH;
    if (!next) penalty += softPenalty(source, token, spot);
    if (token.kind === "end") return penalty;
    spot = soft;
  }
  return penalty;
}

function softPenalty(source: Source, token: Token, { frame }: Spot): number {
  if (frame?.closer === "end") return 0;
  return token.kind === "operator" || opensCall(source, token) ? 0.3 : 1.8;
}

function flawPenalty({ text }: Source, token: Token, spot: Spot): number {
  if (spot.frame?.absorber) return 0;
  if (token.kind === "string") return text.charAt(token.start) === '"' ? 0 : 0.3;
  if (token.kind === "number") return isValidNumber(sliceSpan(text, token)) && spot.state !== "key" ? 0 : 0.5;
  if (token.kind === "word") return isLiteral(sliceSpan(text, token)) ? 0 : 0.5;
  return 0;
}

/** Takes what is likely meant, as the reader will: text without quotes, a string open at the end of its line. */
function acceptSoftly(source: Source, spot: Spot, token: Token): Spot | undefined {
  const { text } = source;
  const isKey = spot.state === "key" || spot.state === "keyOrEnd";
  if (spot.frame?.closer === "end" && spot.state === "after")
    return accept(source, { ...spot, state: "element" }, token) ?? moved(spot, token);
  if (isArrow(source, spot, token) || joinsStrings(source, spot, token))
    return { ...moved(spot, token), state: "value" };
  if (spot.state === "after" || spot.state === "colon") {
    const endsFrames = token.kind === "end" && spot.state === "after";
    return endsFrames ? moved(spot, token) : undefined;
  }
  const endsMembers = token.kind === "end" && spot.frame?.closer === "end";
  if ((isCloser(token.kind) || endsMembers) && spot.last?.kind === ",")
    return { ...spot, state: "after", at: token.start, last: undefined };
  if (token.kind === "string" && token.open) {
    let end = token.end;
    while (end > token.start + 1 && ",}] ".includes(text.charAt(end - 1))) end -= 1;
    return isKey ? undefined : afterValue(spot, { ...token, end });
  }
  if (!isKey && opensCall(source, token)) {
    const open: Token = { ...token, kind: "(", end: source.text.indexOf("(", token.start) + 1 };
    return opened(spot, open, { kind: "array", closer: ")" });
  }
  if (token.kind !== "word" || isKey || spot.frame === undefined) return undefined;
  let end = token.end;
  const limit = Math.min(lineEndOf(source, token.start), token.start + 200);
  while (end < limit && !',}]"'.includes(text.charAt(end))) end += 1;
  return text.charAt(end) === '"' ? undefined : afterValue(spot, { ...token, end });
}

/** `array(`, or only its bracket. */
function opensCall({ text }: Source, { kind, end }: Token): boolean {
  return kind === "(" || (kind === "word" && text.charAt(end) === "(");
}

function joinsStrings({ text }: Source, { state, last }: Spot, { kind, start }: Token): boolean {
  return (
    kind === "operator" && "+.".includes(text.charAt(start)) && state === "after" && last?.kind === "string"
  );
}

/** `"key" => ` in an object, or in an array of PHP. */
function isArrow({ text }: Source, { state, frame, last }: Spot, token: Token): boolean {
  if (token.kind !== "operator" || !text.startsWith("=", token.start)) return false;
  return state === "colon" || (state === "after" && frame?.kind === "array" && last?.kind === "string");
}
