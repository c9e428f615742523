import type { Located, Span } from "../text/span.ts";
import { type BlockSource, linesSpan } from "./blockSource.ts";
import { opensJson } from "./bodyLines.ts";
import { located, trimSpan } from "./line.ts";
import { headerOf, isComment } from "./lineShape.ts";
import { findHeader, isJsonType, mediaTypeOf } from "./mediaType.ts";
import type {
  HttpBody,
  HttpBodyKind,
  HttpFileReference,
  HttpHeader,
  HttpRequest,
  JsonPart,
} from "./model.ts";
import { readShellCommand, type ShellWord } from "./shellWords.ts";

export interface CurlRead {
  readonly request: HttpRequest;
  readonly files: readonly HttpFileReference[];
  /** The first line behind the command. */
  readonly next: number;
}

type CurlOption = "method" | "header" | "data" | "json" | "form" | "user" | "url" | "get" | "head" | "value";

/** The options that shape the request, and those whose value must not be taken for the URL. */
const OPTIONS: ReadonlyMap<string, CurlOption> = new Map(
  (
    [
      ["method", "-X --request"],
      ["header", "-H --header"],
      ["data", "-d --data --data-ascii --data-raw --data-binary --data-urlencode"],
      ["json", "--json"],
      ["form", "-F --form --form-string"],
      ["user", "-u --user"],
      ["url", "--url"],
      ["get", "-G --get"],
      ["head", "-I --head"],
      [
        "value",
        "-o --output -A --user-agent -b --cookie -c --cookie-jar -e --referer -m --max-time --connect-timeout -E --cert " +
          "--cacert --key -x --proxy -w --write-out -T --upload-file -K --config --retry -r --range --resolve " +
          "--url-query -D --dump-header --limit-rate --interface --ciphers --oauth2-bearer -t --max-redirs -y -Y -z -C " +
          "-P -Q",
      ],
    ] as const
  ).flatMap(([option, names]) => names.split(" ").map((name) => [name, option] as const)),
);

interface CurlArguments {
  method?: ShellWord;
  target?: ShellWord;
  readonly headers: HttpHeader[];
  readonly data: ShellWord[];
  readonly flags: Set<CurlOption>;
}

/** Reads the `curl` command that starts on line `at`. */
export function readCurl(source: BlockSource, at: number, name: Located<string> | undefined): CurlRead {
  const { text, lines } = source;
  const command = trimSpan(text, linesSpan(source, at, lines.length));
  const { words, end } = readShellCommand(text, command);
  const given = sortArguments(text, words.slice(1));
  const { headers, data, flags } = given;
  const anchor = words[0]?.span ?? command;
  const nowhere = { start: anchor.end, end: anchor.end };
  const target = given.target ?? { value: "", span: nowhere };
  const { body, files } = readData(source, data, headers, flags);
  const contentType = defaultContentType(flags);
  const request: HttpRequest = {
    span: { start: command.start, end },
    ...(name && { name }),
    method: given.method
      ? { value: given.method.value.toUpperCase(), span: given.method.verbatim ?? given.method.span }
      : { value: defaultMethod(flags), span: nowhere },
    target: withPieces(target),
    headers,
    ...(contentType !== undefined && { defaultContentType: contentType }),
    ...(body && { body }),
  };
  let next = at + 1;
  while ((lines[next]?.start ?? end) < end) next += 1;
  return { request, files: files.map((file) => ({ ...file, request })), next };
}

function sortArguments(text: string, words: readonly ShellWord[]): CurlArguments {
  const result: CurlArguments = { headers: [], data: [], flags: new Set() };
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (word === undefined) break;
    const { option, value } = splitOption(word);
    if (option === undefined) {
      if (!word.value.startsWith("-")) result.target ??= word;
      continue;
    }
    result.flags.add(option);
    if (option === "get" || option === "head") continue;
    const argument = value ?? words[at + 1];
    if (value === undefined) at += 1;
    if (argument !== undefined) takeOption(text, result, option, argument);
  }
  return result;
}

function takeOption(text: string, result: CurlArguments, option: CurlOption, argument: ShellWord): void {
  switch (option) {
    case "method":
      result.method = argument;
      break;
    case "url":
      result.target ??= argument;
      break;
    case "header":
      result.headers.push(headerIn(text, argument));
      break;
    case "user":
      result.headers.push(basicHeader(argument));
      break;
    case "data":
    case "json":
      result.data.push(argument);
      break;
    default:
      break;
  }
}

/** `-XPOST`, `--request=POST` and `-X POST` name one option; the first two bring its value along. */
function splitOption(word: ShellWord): { option?: CurlOption; value?: ShellWord } {
  const exact = OPTIONS.get(word.value);
  if (exact !== undefined) return { option: exact };
  const equals = word.value.indexOf("=");
  const length = word.value.startsWith("--") ? equals : 2;
  const option = length > 0 ? OPTIONS.get(word.value.slice(0, length)) : undefined;
  if (option === undefined || !word.value.startsWith("-")) return {};
  if (option === "get" || option === "head") return {};
  return { option, value: behind(word, word.value.startsWith("--") ? length + 1 : length) };
}

function behind(word: ShellWord, length: number): ShellWord {
  const span = { start: Math.min(word.span.start + length, word.span.end), end: word.span.end };
  const value = word.value.slice(length);
  const verbatim = word.verbatim && value.length === span.end - span.start ? span : undefined;
  return verbatim === undefined ? { value, span } : { value, span, verbatim };
}

/** A header that has escapes or no colon is known as a whole only. */
function headerIn(text: string, word: ShellWord): HttpHeader {
  const { value, span, verbatim } = word;
  const header = verbatim && headerOf(text, verbatim);
  if (header !== undefined) return header;
  const copied = headerOf(value, { start: 0, end: value.length });
  return {
    span,
    name: { value: copied?.name.value ?? value, span },
    value: { value: copied?.value.value ?? "", span },
  };
}

/** The credentials stay as written: encoding them is the client's business. */
function basicHeader(word: ShellWord): HttpHeader {
  const span = word.verbatim ?? word.span;
  const start = { start: span.start, end: span.start };
  return {
    span,
    name: { value: "Authorization", span: start },
    value: { value: `Basic ${word.value}`, span },
  };
}

function readData(
  source: BlockSource,
  data: readonly ShellWord[],
  headers: readonly HttpHeader[],
  flags: ReadonlySet<CurlOption>,
): { body?: HttpBody; files: HttpFileReference[] } {
  const { text } = source;
  const [first] = data;
  const last = data.at(-1);
  if (first === undefined || last === undefined || flags.has("get")) return { files: [] };
  const files = data.filter(({ value }) => value.startsWith("@")).map((word) => fileOf(text, word));
  const span =
    data.length === 1 ? (first.verbatim ?? first.span) : { start: first.span.start, end: last.span.end };
  if (data.length > 1) return { body: { span, kind: "form", json: [] }, files };
  if (files.length > 0) return { body: { span, kind: "file", json: [] }, files };
  const kind = dataKind(first, headers);
  const json = kind === "json" && first.verbatim ? [jsonPart(source, first.verbatim)] : [];
  return { body: { span, kind, json }, files };
}

/** Data without a Content-Type header is judged by its text: nobody means JSON to be sent as a form. */
function dataKind(data: ShellWord, headers: readonly HttpHeader[]): HttpBodyKind {
  const declared = mediaTypeOf(findHeader(headers, "content-type")?.value.value ?? "");
  if (isJsonType(declared)) return "json";
  if (declared === "" || declared.includes("{{")) {
    return opensJson(data.value, { start: 0, end: data.value.length }) ? "json" : "form";
  }
  return declared === "application/x-www-form-urlencoded" ? "form" : "text";
}

function jsonPart({ text, lines }: BlockSource, verbatim: Span): JsonPart {
  const span = trimSpan(text, verbatim);
  const inside = lines.filter(
    (line) => span.start < line.start && line.end <= span.end && isComment(text, line),
  );
  const inDoubleQuotes = text.charAt(verbatim.start - 1) === '"';
  return {
    span,
    masks: inside.map(({ start, end }) => ({ start, end })),
    ...(inDoubleQuotes && { inDoubleQuotes }),
  };
}

function fileOf(text: string, word: ShellWord): HttpFileReference {
  const span = word.verbatim ?? word.span;
  const path = word.verbatim
    ? located(text, { start: span.start + 1, end: span.end })
    : { value: word.value.slice(1), span };
  return { span, path, use: "body" };
}

function defaultMethod(flags: ReadonlySet<CurlOption>): string {
  if (flags.has("head")) return "HEAD";
  if (flags.has("get")) return "GET";
  return flags.has("data") || flags.has("json") || flags.has("form") ? "POST" : "GET";
}

function defaultContentType(flags: ReadonlySet<CurlOption>): string | undefined {
  if (flags.has("get")) return undefined;
  if (flags.has("json")) return "application/json";
  if (flags.has("form")) return "multipart/form-data";
  return flags.has("data") ? "application/x-www-form-urlencoded" : undefined;
}

function withPieces(word: ShellWord): HttpRequest["target"] {
  const span = word.verbatim ?? word.span;
  const piece = { value: word.value, span };
  return { ...piece, pieces: [piece] };
}
