import type { Layer, Seam } from "../../text/layers/layer.ts";
import { lineEnd, lineStart } from "../line.ts";
import { brokenLineSeam, dockerSeam } from "./brokenLines.ts";

/**
 * What stands between the lines of a text that is not its own, read off the lines around an `error` key: the name of
 * a container or a number before each line, Docker's JSON around each, the breaks of quoted-printable or of a terminal.
 * Empty for nearly every text. Looks only at a few hundred characters, in Docker's lines at some 40,000.
 */
export function seamsAround(text: string, keyStart: number, behind: number, limit: number): readonly Layer[] {
  const broken = brokenLineSeam(text, keyStart, limit);
  if (broken !== undefined) return [broken];
  const ahead = text.slice(behind, Math.min(limit, behind + LOOK_AHEAD));
  const lineBreak = ahead.indexOf("\n");
  if (lineBreak < 0) return [];
  if (isQuotedPrintable(ahead)) return ["quoted-printable"];
  const rest = ahead.slice(0, lineBreak).trimEnd();
  if (rest.includes(DOCKER_STREAM) && DOCKER_OPENER.test(rest)) return [DOCKER_SEAM];
  if (OPENER_ENDS.includes(rest.slice(-1)) && OPENER_AT_END.test(rest)) {
    const prefix = prefixSeam(text, keyStart, behind + lineBreak + 1, limit, rest.endsWith(BOX));
    return prefix === undefined ? [] : [prefix];
  }
  return isWrapped(text, keyStart, behind + lineBreak + 1, limit) ? [WRAP_SEAM] : [];
}

const LOOK_AHEAD = 400;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const DOUBLE_QUOTE = 0x22;

/** In quoted-printable `=` stands before two digits or the end of a line only. */
function isQuotedPrintable(text: string): boolean {
  return (text.includes("=\n") || text.includes("=\r\n")) && !/=(?![\dA-F]{2}|\r?\n|[\dA-F]?$)/.test(text);
}

const DOCKER_STREAM = '","stream":';
const DOCKER_OPENER = /[{[(](?:\\r)?\\n","stream":/;
/** Docker writes each line as JSON of its own. */
const DOCKER_SEAM: Seam = {
  pattern: new RegExp(dockerSeam(String.raw`\w{1,9}`), "y"),
  first: DOUBLE_QUOTE,
  standsFor: 0,
};

/** A line of a printed object whose members follow on lines of their own. */
const OPENER_AT_END = /(?:[{[(]|=>)(?:\x1b\[[\d;]*m|\s|│)*$/;

/** What such a line may end with, a color included. */
const OPENER_ENDS = "{[(>m│";

/** Tables have it on both sides of their lines. */
const BOX = "│";
const SPACE = 0x20;

/** What both the line of the key and the next one start with, whatever the numbers in it. */
function prefixSeam(
  text: string,
  keyStart: number,
  nextStart: number,
  limit: number,
  isBoxed: boolean,
): Seam | undefined {
  const head = text.slice(lineStart(text, keyStart), keyStart);
  if (head.length > MAX_PREFIX || !/\S/.test(head)) return undefined;
  const next = text.slice(nextStart, Math.min(limit, nextStart + MAX_PREFIX));
  const prefix = commonStart(head, next);
  if (!/\S/.test(prefix)) return undefined;
  return {
    pattern: new RegExp(`${isBoxed ? "[ \\t]+│" : ""}\\r?\\n${prefix}`, "y"),
    first: isBoxed ? SPACE : LINE_FEED,
    standsFor: LINE_FEED,
  };
}

const MAX_PREFIX = 200;
const TOKEN = /[ \t]*\d+|[^"'`{“‘\n]/y;

/** A pattern of what two lines begin with: the same characters, any numbers in the same places. */
function commonStart(one: string, other: string): string {
  let pattern = "";
  let inked = "";
  let i = 0;
  let j = 0;
  for (;;) {
    const left = tokenAt(one, i);
    const right = tokenAt(other, j);
    if (left === undefined || right === undefined) return inked;
    const isNumber = /\d$/.test(left) && /\d$/.test(right);
    if (!isNumber && left !== right) return inked;
    pattern += isNumber ? "[ \\t]*\\d+" : left.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
    if (left.trim() !== "") inked = pattern;
    i += left.length;
    j += right.length;
  }
}

function tokenAt(text: string, at: number): string | undefined {
  TOKEN.lastIndex = at;
  return TOKEN.exec(text)?.[0];
}

/** A line break that a terminal or an editor put into a line that was too long. */
const WRAP_SEAM: Seam = { pattern: /\r?\n/y, first: LINE_FEED, standsFor: 0 };
/** Where programs wrap. */
const WIDTHS: ReadonlySet<number> = new Set([80, 100, 120, 132, 160]);
const MIN_WIDTH = 40;
/** The start of a line that does not go on with the one above. */
const NEW_LINE = /^(?:[ \t]{2}|\d{4}[-/]\d\d|\d{1,3}(?:\.\d{1,3}){3} |\[\d|[{<#]|\w{3} +\d{1,2} \d\d:)/;

/** True when the line of the key is as long as the next one, or as a terminal is wide, and the next one goes on with it. */
function isWrapped(text: string, keyStart: number, nextStart: number, limit: number): boolean {
  const start = lineStart(text, keyStart);
  const width = (text.charCodeAt(nextStart - 2) === CARRIAGE_RETURN ? nextStart - 2 : nextStart - 1) - start;
  if (width < MIN_WIDTH || width > LOOK_AHEAD) return false;
  if (NEW_LINE.test(text.slice(nextStart, nextStart + 24))) return false;
  return WIDTHS.has(width) || lineEnd(text, nextStart, limit) - nextStart === width;
}
