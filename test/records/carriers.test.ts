import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { inspect } from "node:util";
import { findRecords } from "../../server/src/records/findRecords.ts";

/** What each record says, whatever carries it. */
const ERRORS = {
  "a missing table": {
    error: {
      code: 404,
      context: null,
      message: "Table &quot;contact&quot; does not exist in the database.",
      status_code: 404,
    },
  },
  "an error of versions 2.0 to 2.4": {
    error: { context: null, message: "Record with identifier '5' not found.", code: 404 },
  },
  "a batch": {
    error: {
      code: 1000,
      context: {
        error: [1],
        resource: [{ id: 8 }, { code: "23000", message: "SQLSTATE[23000]: Duplicate" }],
      },
      message: "Batch Error: Not all requested records could be created.",
      status_code: 400,
    },
  },
} as const;

type Envelope = (typeof ERRORS)[keyof typeof ERRORS];
/** Writes an error down, with «…» around the record. */
type Carrier = (error: Envelope) => string;

const line: Carrier = (error) => `«${JSON.stringify(error)}»`;
const pretty: Carrier = (error) => `«${JSON.stringify(error, null, 2)}»`;
const escaped = (text: string) => JSON.stringify(text).slice(1, -1);
const beforeLines =
  (prefix: (index: number) => string, behind = ""): Carrier =>
  (error) =>
    pretty(error)
      .split("\n")
      .map((each, index) => prefix(index) + each + behind)
      .join("\n");
const html = (text: string) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");

const CARRIERS: Readonly<Record<string, Carrier>> = {
  "Docker Compose's lines": beforeLines(() => "web-1  | "),
  "Docker Compose's lines in color": beforeLines(() => "\x1b[36mweb-1  | \x1b[0m"),
  "Kubernetes' lines": beforeLines((index) => `2026-11-22T09:17:03.${260 + index}Z stdout F `),
  "Docker's JSON, a line each": (error) =>
    pretty(error)
      .split("\n")
      .map((each) => `{"log":"${escaped(each)}\\n","stream":"stdout","time":"2026-11-22T09:17:03.26Z"}`)
      .join("\n"),
  "journald's lines": beforeLines(() => "Nov 22 09:17:03 host node[812]: "),
  "time stamps before each line": beforeLines((index) => `[2026-11-22 09:17:${10 + index}] local.INFO: `),
  "grep -n": beforeLines((index) => `${index + 8}:`),
  "grep -n over files": beforeLines((index) => `storage/logs/a.log:${index + 8}:`),
  "cat -n": beforeLines((index) => `${String(index + 8).padStart(6)}\t`),
  "bat's numbers": beforeLines((index) => `${String(index + 8).padStart(4)} │ `),
  "a table of Newman's": beforeLines(() => "│ ", "   │"),
  "a diff": beforeLines(() => "+"),
  "pytest's lines": beforeLines(() => "E       "),
  "a quotation in Markdown": beforeLines(() => "> "),
  "comments of a shell": beforeLines(() => "# "),
  "comments of PHP": beforeLines(() => " * "),
  "jq's colors": (error) =>
    `\x1b[1;39m${pretty(error)
      .replace(/"(\w+)":/g, '\x1b[0m\x1b[34;1m"$1"\x1b[0m\x1b[1;39m:\x1b[0m')
      .replace(/ (\d+|null)/g, " \x1b[0;39m$1\x1b[0m")}\x1b[0m`,
  "Node's colors": (error) => `«${inspect(error, { depth: 9, colors: true })}»`,
  "a terminal of 80 columns": (error) => wrap(`2026-11-22 ERROR ${line(error)}`, 80),
  "quoted-printable": (error) => softBreaks(line(error).replaceAll("=", "=3D")),
  "quoted-printable with its quotes": (error) => softBreaks(line(error).replaceAll('"', "=22")),
  "a parameter of a URL": (error) => `GET /log?e=«${encodeURIComponent(JSON.stringify(error))}»&x=1 HTTP/1.1`,
  "a URL in a URL": (error) => `/go?to=«${encodeURIComponent(encodeURIComponent(JSON.stringify(error)))}» `,
  "nginx's log of a body": (error) => `body: "${line(error).replaceAll('"', "\\x22")}"`,
  "a page with breaks": (error) =>
    html(pretty(error)).replaceAll("\n", "<br>\n").replaceAll("  ", "&nbsp;&nbsp;"),
  "a page with its code in color": (error) =>
    html(line(error)).replaceAll("&quot;error&quot;", '<span class="k">&quot;error&quot;</span>'),
  "a chat's blanks without width": (error) => line(error).replaceAll(",", ",\u200b"),
  "a dump of SQL": (error) => `INSERT INTO log VALUES (1,'${line(error).replaceAll("'", "''")}','x');`,
  "a literal of JavaScript": (error) => `const x = '${line(error).replace(/[\\']/g, "\\$&")}';`,
  "Rust's debug output": (error) => `«${rust(error)}»`,
  "Go's %#v": (error) => `«${goSyntax(error)}»`,
  "Kotlin's data classes": (error) => `E/Api: «${kotlin(error, "Answer")}»`,
  "Ruby's newer inspect": (error) => `«${inspectRuby(error)}»`,
  "Elixir's inspect": (error) =>
    `«${inspectRuby(error)
      .replaceAll("{", "%{")
      .replace(/(\{|, )(\w+): /g, '$1"$2" => ')}»`,
  "Python's pprint": (error) =>
    pretty(error)
      .replaceAll("null", "None")
      .replace("does not", 'does "\n             "not')
      .replace("records could", 'records "\n   "could'),
  "Firefox's console": (error) =>
    `Object { … }\n«error: Object ${JSON.stringify(error.error).replace(/"(\w+)":/g, "$1: ")}»`,
  YAML: (error) => `---\n«${yaml(error).trim()}»\nnext: 1\n`,
  "YAML inside more YAML": (error) =>
    `answer:\n  body:\n    «${yaml(error).trim().replaceAll("\n", "\n    ")}»\n  took: 3\n`,
};

for (const [carrier, write] of Object.entries(CARRIERS)) {
  suite(`reads through ${carrier}`, () => {
    for (const [name, envelope] of Object.entries(ERRORS)) {
      test(name, () => {
        const marked = write(envelope);
        const start = marked.indexOf("«");
        const text = marked.replace("«", "").replace("»", "");
        const end = marked.replace("«", "").indexOf("»");
        const [record, ...others] = findRecords(text);
        assert.deepEqual(others, []);
        assert.equal(text.slice(record?.span.start, record?.span.end), text.slice(start, end));
        const { code, message } = envelope.error;
        assert.equal(record?.code?.value, code);
        assert.equal(record?.message?.value, message.replaceAll("&quot;", '"'));
        assert.equal(record?.exception, code === 404 ? "NotFoundException" : "BatchException");
        assert.equal(record?.truncatedAfter, undefined);
        assert.deepEqual(
          record?.entries.map(({ index, message }) => [index, message]),
          code === 1000 ? [[1, "SQLSTATE[23000]: Duplicate"]] : [],
        );
      });
    }
  });
}

test("reads the tree of Chrome's console", () => {
  const record = `error:\n      code: 401\n      context: null\n      message: "Invalid credentials supplied."\n      status_code: 401`;
  const text = `▼ {error: {…}}\n  ▼ ${record}\n    ▸ [[Prototype]]: Object`;
  assert.deepEqual(
    findRecords(text).map(({ span }) => text.slice(span.start, span.end)),
    [record],
  );
});

/** Breaks lines as a terminal does; the marks take no column. */
function wrap(text: string, width: number): string {
  let wrapped = "";
  let column = 0;
  for (const character of text) {
    const isMark = character === "«" || character === "»";
    if (column === width && !isMark) {
      wrapped += "\n";
      column = 0;
    }
    wrapped += character;
    if (!isMark) column += 1;
  }
  return wrapped;
}

/** Breaks lines as e-mail does, never inside an encoded character. */
function softBreaks(text: string): string {
  let broken = "";
  let column = 0;
  for (const [token] of text.matchAll(/[«»]|=[\dA-F]{2}|./g)) {
    if (column + token.length > 75) {
      broken += "=\r\n";
      column = 0;
    }
    broken += token;
    if (!/[«»]/.test(token)) column += token.length;
  }
  return broken;
}

function rust(value: unknown): string {
  if (value === null) return "Null";
  if (typeof value === "string") return `String(${JSON.stringify(value)})`;
  if (Array.isArray(value)) return `Array [${value.map(rust).join(", ")}]`;
  if (typeof value !== "object") return `Number(${value})`;
  return `Object {${membersOf(value, (key, each) => `${JSON.stringify(key)}: ${rust(each)}`)}}`;
}

function goSyntax(value: unknown): string {
  if (value === null) return "interface {}(nil)";
  if (Array.isArray(value)) return `[]interface {}{${value.map(goSyntax).join(", ")}}`;
  if (typeof value !== "object") return JSON.stringify(value);
  return `map[string]interface {}{${membersOf(value, (key, each) => `"${key}":${goSyntax(each)}`)}}`;
}

function kotlin(value: unknown, name: string): string {
  if (Array.isArray(value)) return `[${value.map((each) => kotlin(each, "Item")).join(", ")}]`;
  if (typeof value !== "object" || value === null) return String(value);
  return `${name}(${membersOf(value, (key, each) => `${key.replace("status_code", "statusCode")}=${kotlin(each, "Part")}`)})`;
}

function inspectRuby(value: unknown): string {
  if (value === null) return "nil";
  if (Array.isArray(value)) return `[${value.map(inspectRuby).join(", ")}]`;
  if (typeof value !== "object") return JSON.stringify(value);
  return `{${membersOf(value, (key, each) => `${key}: ${inspectRuby(each)}`)}}`;
}

function yaml(value: unknown, indent = 0): string {
  const margin = " ".repeat(indent);
  if (value === null) return " null\n";
  if (typeof value === "string") return ` '${value.replaceAll("'", "''")}'\n`;
  if (typeof value !== "object") return ` ${value}\n`;
  if (Array.isArray(value)) {
    return `\n${value.map((each) => `${margin}-${yaml(each, indent + 2).replace(/^\n */, " ")}`).join("")}`;
  }
  return `\n${Object.entries(value)
    .map(([key, each]) => `${margin}${key}:${yaml(each, indent + 2)}`)
    .join("")}`;
}

function membersOf(value: object, print: (key: string, each: unknown) => string): string {
  return Object.entries(value)
    .map(([key, each]) => print(key, each))
    .join(", ");
}
