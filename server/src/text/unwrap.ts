import { unitAt } from "./escapes.ts";
import { lastNotAbove } from "./firstIndex.ts";
import { codeOf, type Layer, type LayeredText, lengthOf, NOTHING } from "./layers/layer.ts";
import { URL_ENDS } from "./layers/transport.ts";

/**
 * A text with its layers undone, from some place on. It is unwrapped only as far as it is asked for, so that a
 * reader who gives up early has cost little. Without layers it is the raw text itself.
 */
export interface UnwrappedText {
  /** What has been unwrapped so far; where there are no layers, more may follow behind `end`. */
  readonly text: string;
  /** Nothing at or behind this index counts, before `grow` has made more of it. */
  readonly end: number;
  /** Unwraps more; false when there is no more. */
  grow(): boolean;
  /** Ends the text at an index, where something else begins. */
  stopAt(index: number): void;
  /** Where the character at the index starts in the raw text; also for the index behind the last. */
  rawAt(index: number): number;
}

/** Unwraps a text from the raw offset `at` on, which is `index` in what results. Never throws. */
export function unwrapFrom(
  source: LayeredText,
  at: number,
): { readonly unwrapped: UnwrappedText; readonly index: number } {
  if (source.layers.length > 0) return { unwrapped: unwrapLayers(source, at), index: 0 };
  const unwrapped = {
    text: source.text,
    end: source.end,
    grow: () => false,
    stopAt(index: number) {
      unwrapped.end = Math.min(unwrapped.end, index);
    },
    rawAt: (index: number) => index,
  };
  return { unwrapped, index: at };
}

const FIRST_CHUNK = 512;

function unwrapLayers(source: LayeredText, start: number): UnwrappedText {
  // Where runs of characters begin that stand for themselves: their indexes, and their raw offsets.
  const indexes = [0];
  const offsets = [start];
  const special = specialCodes(source.layers);
  let next = start;
  let done = false;
  let chunk = FIRST_CHUNK;
  const unwrapped = {
    text: "",
    end: 0,
    grow() {
      if (done) return false;
      const stop = Math.min(source.end, next + chunk);
      chunk *= 2;
      const before = unwrapped.text.length;
      let more = "";
      while (next < stop) {
        const plain = plainEnd(source.text, next, stop, special);
        if (plain > next) {
          more += source.text.slice(next, plain);
          next = plain;
          continue;
        }
        const unit = unitAt(source, next);
        if (unit === NOTHING) break;
        more += String.fromCharCode(codeOf(unit));
        next += lengthOf(unit);
        if (lengthOf(unit) === 1) continue;
        indexes.push(before + more.length);
        offsets.push(next);
      }
      done = next < stop || next >= source.end;
      unwrapped.text += more;
      unwrapped.end = unwrapped.text.length;
      return more !== "";
    },
    stopAt(index: number) {
      done = true;
      unwrapped.text = unwrapped.text.slice(0, index);
      unwrapped.end = unwrapped.text.length;
    },
    rawAt(index: number) {
      const run = lastNotAbove(indexes, index);
      return Math.min(next, (offsets[run] ?? next) + index - (indexes[run] ?? 0));
    },
  };
  return unwrapped;
}

/** Where the run of characters ends that no layer changes. */
function plainEnd(text: string, start: number, stop: number, special: readonly boolean[]): number {
  let at = start;
  while (at < stop && special[text.charCodeAt(at)] !== true) at += 1;
  return at;
}

/** The codes that mean something else in some layer, as a table. */
function specialCodes(layers: readonly Layer[]): readonly boolean[] {
  const special: boolean[] = new Array<boolean>(TABLE_SIZE).fill(false);
  for (const layer of layers) {
    if (typeof layer === "object") special[layer.first] = true;
    else for (const character of SPECIAL[layer]) special[character.charCodeAt(0)] = true;
  }
  return special;
}

const TABLE_SIZE = 128;
const SPECIAL: Readonly<Record<Exclude<Layer, object>, string>> = {
  "double-quoted": '\\"',
  "single-quoted": "\\'",
  backticked: "\\`",
  backslashes: "\\",
  "csv-cell": '"',
  "sql-string": "'",
  entities: "&<",
  percent: `%+${URL_ENDS}`,
  "quoted-printable": "=",
  colors: "\x1b",
};
