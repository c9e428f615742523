import type { Fault } from "../text/fault.ts";
import { type Cut, completeCut } from "./cut.ts";
import { truncated } from "./faults/brackets.ts";
import { insertText, likelyRepair, phrase, removeText } from "./faults/make.ts";
import type { Frame, Spot } from "./grammar.ts";
import { layOutCloser } from "./layout.ts";
import type { Source } from "./source.ts";
import type { Token } from "./token.ts";
import { closerMissing, openedBy } from "./ways/brackets.ts";

/** The faults of a text that ends while brackets are open. May take the last fault of `faults` in. */
export function finishReading(source: Source, spot: Spot, faults: Fault[], cut?: Cut): Fault[] {
  const open: Frame[] = [];
  for (let frame = spot.frame; frame; frame = frame.parent) {
    if (!frame.isAround) open.push(frame);
    else if (frame.closer === "end") frame.onClose?.(endToken(spot, source), "many");
  }
  if (cut) return [breaksOff(source, open, cut, spot)];
  const innermost = open[0];
  if (innermost === undefined && spot.state === "after") return [];
  if (spot.last === undefined) return [];
  const at = spot.last.end;
  const isWhole = spot.state === "after" || spot.state === "keyOrEnd" || spot.state === "elementOrEnd";
  const cutString = faults.at(-1);
  const isCut =
    cutString?.code === "unterminated-string" && cutString.span.start >= at && innermost !== undefined;
  if (isWhole && !isCut && innermost && open.length === 1) {
    return [closerMissing(source, innermost, at, "likely")];
  }
  if (isCut) faults.pop();
  const quote = isCut ? '"' : "";
  const missing = spot.state === "colon" ? ": null" : spot.state === "value" ? " null" : "";
  const closers = quote + missing + open.map(({ closer }) => closer).join("");
  const written =
    quote + missing + open.map((frame) => layOutCloser(source, frame.open, frame.closer, at)).join("");
  const dangling = spot.last.kind === "," ? [removeText(spot.last.start, spot.last.end)] : [];
  const edits = [...dangling, insertText(at, written)];
  const repair = likelyRepair(phrase("Close what is open: {closers}", { closers }), edits);
  return [
    truncated(
      at,
      open.map((frame) => openedBy(source, frame)),
      closers === "" ? [] : [repair],
    ),
  ];
}

/** The text ends inside a key, a string, a number, a literal or a variable. */
function breaksOff(source: Source, open: readonly Frame[], cut: Cut, { state }: Spot): Fault {
  const value = state === "key" || state === "keyOrEnd" ? ": null" : "";
  const edits = completeCut(cut, value + open.map(({ closer }) => closer).join(""));
  const closers = edits.at(-1)?.newText ?? "";
  const repair = likelyRepair(phrase("Close what is open: {closers}", { closers }), edits);
  return truncated(
    cut.at,
    open.map((frame) => openedBy(source, frame)),
    [repair],
  );
}

function endToken(spot: Spot, source: Source): Token {
  const end = spot.last?.end ?? source.end;
  return { kind: "end", start: end, end };
}
