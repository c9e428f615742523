import type { Fault } from "../../text/fault.ts";
import type { Balance } from "../balance.ts";
import { surplusCloser } from "../faults/brackets.ts";
import { afterComma, type Frame, type Spot, startsElement } from "../grammar.ts";
import { scanSignificant } from "../scanner.ts";
import { indentOf, lineOf, type Source } from "../source.ts";
import { isCloser, startsValue, type Token } from "../token.ts";
import { closerMissing, endBeforeComma } from "./brackets.ts";
import type { Way } from "./way.ts";

/**
 * What the layout says of a token: that brackets should have been closed before its line, or that it closes one too
 * many. Believed only while as many brackets are missing or left over in the rest of the text.
 */
export function findIndentWay(
  source: Source,
  spot: Spot,
  token: Token,
  balance: () => Balance,
): Way | undefined {
  const { frame, last } = spot;
  if (frame === undefined || last === undefined || frame.isAround || frame.onClose) return undefined;
  if (!startsValue(token) && !isCloser(token.kind)) return undefined;
  const startsLine = source.text.slice(last.end, token.start).includes("\n");
  if (!startsLine && !isCloser(token.kind)) return undefined;
  return (
    (startsLine ? closedBefore(source, spot, token, last, balance) : undefined) ??
    (token.kind === frame.closer && spot.state !== "value"
      ? closedTwice(source, spot, frame, token, startsLine, balance)
      : undefined)
  );
}

function closedBefore(
  source: Source,
  spot: Spot,
  token: Token,
  last: Token,
  balance: () => Balance,
): Way | undefined {
  const isBehindComma = last.kind === "," && (spot.state === "key" || spot.state === "element");
  if (!isBehindComma && spot.state !== "after") return undefined;
  const frames = dedentedFrames(source, spot, token);
  if (frames.length === 0) return undefined;
  const missing = frames.slice(0, countMissing(frames, token, balance()));
  const outer = missing.at(-1)?.parent;
  const at = isBehindComma ? endBeforeComma(source, token.start) : last.end;
  if (outer === undefined || at === undefined) return undefined;

  const valueStart = missing.at(-1)?.open.start ?? spot.valueStart;
  const after: Spot = { ...spot, frame: outer, at: token.start, state: "after", valueStart };
  const lacksComma = !isBehindComma && startsElement(outer, token);
  const faults = (): Fault[] =>
    missing.map((each, index) => {
      const comma = lacksComma && index === missing.length - 1 ? "," : "";
      return closerMissing(source, each, at, "sure", comma);
    });
  const next = isBehindComma || lacksComma ? afterComma(after) : after;
  return { cost: 0, next, faults, changesBalance: true };
}

/** The open brackets, innermost first, whose line is indented as deep as the token's, or deeper. */
function dedentedFrames(source: Source, { frame }: Spot, token: Token): Frame[] {
  const indent = indentOf(source, token.start);
  const found: Frame[] = [];
  for (let each = frame; each?.parent && !each.onClose && !each.isAround; each = each.parent) {
    const limit = indentOf(source, each.open.start);
    if (isCloser(token.kind) ? indent >= limit : indent > limit) break;
    const isSibling = token.kind === each.open.kind || isCloser(token.kind);
    if (!indentsContent(source, each) && !(isSibling && startsItsLine(source, each.open))) break;
    found.push(each);
  }
  return found;
}

/** How many of the brackets are closed nowhere in the rest of the text. */
function countMissing(frames: readonly Frame[], { start }: Token, balance: Balance): number {
  const rest = balance(start);
  const owed = frames[0]?.owed ?? { braces: 0, brackets: 0 };
  let braces = owed.braces - rest.braces;
  let brackets = owed.brackets - rest.brackets;
  for (const [index, { closer }] of frames.entries()) {
    if (closer === "}") braces -= 1;
    else brackets -= 1;
    if (closer === "}" ? braces < 0 : brackets < 0) return index;
  }
  return frames.length;
}

/** The closer does not stand where the closer of its bracket stands in a text laid out over lines. */
function closedTwice(
  source: Source,
  spot: Spot,
  frame: Frame,
  token: Token,
  startsLine: boolean,
  balance: () => Balance,
): Way | undefined {
  if (startsLine && indentOf(source, token.start) <= indentOf(source, frame.open.start)) return undefined;
  if (!spot.last || !isCloser(spot.last.kind) || !indentsContent(source, frame)) return undefined;
  const rest = balance()(token.start);
  const leftOver =
    frame.closer === "}" ? rest.braces - frame.owed.braces : rest.brackets - frame.owed.brackets;
  if (leftOver <= 0) return undefined;
  const bracket = source.text.slice(token.start, token.end);
  const next: Spot = { ...spot, at: token.end };
  return { cost: 0, next, faults: () => [surplusCloser(token, bracket, "sure")], changesBalance: true };
}

function indentsContent(source: Source, { open }: Frame): boolean {
  const first = scanSignificant(source, open.end).start;
  return (
    lineOf(source, first) > lineOf(source, open.start) &&
    indentOf(source, first) > indentOf(source, open.start)
  );
}

function startsItsLine(source: Source, { start }: Token): boolean {
  return start - (source.lineStarts[lineOf(source, start)] ?? 0) === indentOf(source, start);
}
