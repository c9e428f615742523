import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";

/** Pieces that mean something to the reader, alone or next to each other. */
const PIECES = [
  "###",
  "  ###",
  "### title",
  "\n",
  "\n",
  "\n\n",
  "\r\n",
  " ",
  "\t",
  "GET http://h/x",
  "POST {{host}}/api/v2/db HTTP/1.1",
  "post /x",
  "GET",
  'curl https://h/x -d \'{"a":1,}\' \\\n -H "A: b"',
  "curl",
  "Content-Type: application/json",
  "Content-Type: multipart/form-data; boundary=b",
  "Content-Type: application/x-ndjson",
  "Content-Type: text/markdown",
  "X-Request-Type: GraphQL",
  "A: b // c",
  "  continued",
  "?a=1",
  "&b=2",
  "--b",
  "--b--",
  "query q { a }",
  '{"a": 1}',
  '{\n"a": "b\n}',
  "{{",
  "}}",
  "{{a}}",
  "{{name",
  '{{"a"',
  "{%",
  "> {%",
  "< {% x %}",
  "%}",
  "{{@request",
  "< ./x.json",
  "<@ x",
  "> ./x.js",
  ">>! x",
  "<> x.json",
  "?? status",
  "HTTP/1.1 400 Bad Request",
  "< HTTP/2 500",
  "< A: b",
  "# comment",
  "// comment",
  "# @name n",
  "@v = 1",
  "/*",
  "*/",
  "...defaults",
  '"',
  "'",
  "\\",
  "$'",
  "\uFEFF",
  "\u00e9",
];

/** Texts made of what clients write, torn apart anywhere. */
export function httpText(size: { maxLength: number }): fc.Arbitrary<string> {
  const piece = fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...PIECES) }, fc.string({ maxLength: 6 }));
  const line = fc.tuple(piece, fc.constantFrom("", "\n", "\n", "\n", "\n\n")).map((pair) => pair.join(""));
  return fc.array(line, size).map((lines) => lines.join(""));
}

const folder = join(import.meta.dirname, "../fixtures/http");
const FILES = globSync("**/*.http", { cwd: folder }).map((file) => readFileSync(join(folder, file), "utf8"));

/** Written files with the rest cut off, or with a stretch replaced. */
export function brokenFile(): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...FILES), fc.nat(), fc.nat(30), fc.constantFrom("", ...PIECES), fc.boolean())
    .map(([text, position, length, piece, cut]) => {
      const at = position % (text.length + 1);
      return text.slice(0, at) + (cut ? "" : piece + text.slice(at + length));
    });
}
