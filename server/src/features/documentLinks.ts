import type { TextDocument } from "vscode-languageserver-textdocument";
import type { DocumentLink } from "vscode-languageserver-types";
import { URI } from "vscode-uri";
import type { ClientSupport } from "../clientSupport.ts";
import type { ParsedDocument } from "../documents/model.ts";
import type { ErrorRecord } from "../records/model.ts";
import type { Located, Span } from "../text/span.ts";
import { resolvePath } from "./filePath.ts";
import { classNamesIn } from "./mentions.ts";
import { toRange } from "./positions.ts";
import { referenceUri } from "./references.ts";

const MAX_LINKS = 2_000;
/** Messages and frames are not looked through further. */
const LONGEST_LOOK = 4_000;

/**
 * Files that requests name, classes that errors name, and the source files of stack frames, in that order. Whether a
 * source file exists nobody here can know: such links come only for an editor that leaves out those that lead nowhere.
 */
export function getDocumentLinks(
  document: TextDocument,
  parsed: ParsedDocument,
  support: ClientSupport,
): DocumentLink[] {
  const links: DocumentLink[] = fileLinks(document, parsed);
  for (const record of parsed.records) {
    if (links.length >= MAX_LINKS) break;
    links.push(...classLinks(document, parsed.text, record, support));
    if (support.checkedFileLinks) links.push(...frameLinks(document, parsed.text, record));
  }
  return links.slice(0, MAX_LINKS);
}

function fileLinks(document: TextDocument, { requests }: ParsedDocument): DocumentLink[] {
  const references = requests?.http.blocks.flatMap(({ fileReferences }) => fileReferences) ?? [];
  return references.flatMap(({ path, use }) => {
    const target = use === "output" ? undefined : resolvePath(document.uri, path.value);
    return target === undefined ? [] : [{ range: toRange(document, path.span), target: target.toString() }];
  });
}

function classLinks(
  document: TextDocument,
  text: string,
  { className, trace }: ErrorRecord,
  support: ClientSupport,
): DocumentLink[] {
  const places = [...(className === undefined ? [] : [className.span]), ...trace.map(({ span }) => span)];
  return places.flatMap((span) =>
    classNamesIn(text, cutTo(span)).map((mention) => ({
      range: toRange(document, mention.span),
      target: referenceUri(mention.topic, support),
      tooltip: mention.name,
    })),
  );
}

/** How PHP ends the name of a file in a frame, with the line: `A.php(12)`, `A.php:12`. */
const FILE_END = /\.php[(:](\d{1,7})\b/g;
const LONGEST_PATH = 300;

function frameLinks(document: TextDocument, text: string, { message, trace }: ErrorRecord): DocumentLink[] {
  if (URI.parse(document.uri).scheme !== "file") return [];
  const places: (Located<string> | undefined)[] = [message, ...trace];
  return places.flatMap((place) => {
    if (place === undefined) return [];
    const { start, end } = cutTo(place.span);
    return [...text.slice(start, end).matchAll(FILE_END)].flatMap(({ index, 0: ending, 1: line }) => {
      const path = { start: pathStart(text, start, start + index), end: start + index + ".php".length };
      const file = resolvePath(document.uri, withoutEscapes(text.slice(path.start, path.end)));
      if (file === undefined || !/^(?:[a-z]:)?[\\/]/i.test(text.slice(path.start, path.start + 3))) return [];
      const span = { start: path.start, end: start + index + ending.length };
      return [{ range: toRange(document, span), target: `${file}#L${line}` }];
    });
  });
}

function pathStart(text: string, from: number, end: number): number {
  let start = end;
  while (start > from && end - start < LONGEST_PATH && !/[\s()"'<>|*?{}]/.test(text.charAt(start - 1)))
    start -= 1;
  return start;
}

/** `\/opt\/a.php` and `C:\\app\\a.php` as they were before JSON escaped them. */
function withoutEscapes(path: string): string {
  return path.includes("/") ? path.replaceAll("\\", "") : path.replace(/\\+/g, "\\");
}

function cutTo({ start, end }: Span): Span {
  return { start, end: Math.min(end, start + LONGEST_LOOK) };
}
