import type { Fault } from "../text/fault.ts";
import { truncated, unclosed } from "./faults/brackets.ts";
import { insertText, likelyRepair, phrase, removeText } from "./faults/make.ts";
import type { Frame, Spot } from "./grammar.ts";
import { scanSignificant } from "./scanner.ts";
import { indentOf, isFirstOnLine, lineOf, type Source } from "./source.ts";
import { isCloser, type Token } from "./token.ts";
import { endBeforeComma, openedBy } from "./ways/brackets.ts";

/** A place where the indentation says that a bracket was closed, though none was. */
export interface Dedent {
  readonly frame: Frame;
  readonly at: number;
}

/** Notes the token when it stands on a line indented no deeper than the line that opened its bracket. */
export function noteDedent(source: Source, spot: Spot, token: Token, dedents: Dedent[]): void {
  const { frame, last } = spot;
  if (frame === undefined || last === undefined || frame.isAround || !isFirstOnLine(source, token.start))
    return;
  const closes = isCloser(token.kind);
  if (!closes && !(last.kind === "," && (spot.state === "key" || spot.state === "element"))) return;
  const limit = indentOf(source, frame.open.start);
  const indent = indentOf(source, token.start);
  if (closes ? indent >= limit : indent > limit) return;
  if (dedents.at(-1)?.frame === frame || !indentsContent(source, frame)) return;
  const at = closes ? last.end : endBeforeComma(source, token.start);
  if (at !== undefined) dedents.push({ frame, at });
}

function indentsContent(source: Source, { open }: Frame): boolean {
  const first = scanSignificant(source, open.end).start;
  return (
    lineOf(source, first) > lineOf(source, open.start) &&
    indentOf(source, first) > indentOf(source, open.start)
  );
}

/** The faults of a text that ends while brackets are open. May take the last fault of `faults` in. */
export function finishReading(
  source: Source,
  spot: Spot,
  dedents: readonly Dedent[],
  faults: Fault[],
): Fault[] {
  const open: Frame[] = [];
  for (let frame = spot.frame; frame; frame = frame.parent) {
    if (!frame.isAround) open.push(frame);
    else if (frame.closer === "end") frame.onClose?.(endToken(spot, source), "many");
  }
  const innermost = open[0];
  if (innermost === undefined && spot.state === "after") return [];
  if (spot.last === undefined) return [];
  const at = spot.last.end;
  const isWhole = spot.state === "after" || spot.state === "keyOrEnd" || spot.state === "elementOrEnd";
  if (isWhole && dedents.length >= open.length) {
    return dedents.slice(0, open.length).map(({ frame, at: place }) => {
      return unclosed(openedBy(source, frame), frame.closer, place, "sure");
    });
  }
  const cutString = faults.at(-1);
  const isCut =
    cutString?.code === "unterminated-string" && cutString.span.start >= at && innermost !== undefined;
  if (isWhole && !isCut && innermost && open.length === 1) {
    return [unclosed(openedBy(source, innermost), innermost.closer, at, "likely")];
  }
  if (isCut) faults.pop();
  const quote = isCut ? '"' : "";
  const missing = spot.state === "colon" ? ": null" : spot.state === "value" ? " null" : "";
  const closers = quote + missing + open.map(({ closer }) => closer).join("");
  const dangling = spot.last.kind === "," ? [removeText(spot.last.start, spot.last.end)] : [];
  const edits = [...dangling, insertText(at, closers)];
  const repair = likelyRepair(phrase("Close what is open: {closers}", { closers }), edits);
  return [
    truncated(
      at,
      open.map((frame) => openedBy(source, frame)),
      closers === "" ? [] : [repair],
    ),
  ];
}

function endToken(spot: Spot, source: Source): Token {
  const end = spot.last?.end ?? source.end;
  return { kind: "end", start: end, end };
}
