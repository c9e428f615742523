import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { getHover } from "../../server/src/features/hover.ts";
import { FULL_SUPPORT, openDocument } from "../support/documents.ts";
import { readMarks } from "../support/markedText.ts";

const envelope = (error: object): string =>
  JSON.stringify({ error: { code: 400, context: null, message: "", status_code: 400, ...error } });
const failing = { code: "23000", message: "SQLSTATE[23000]: 1062 Duplicate entry 'a' for key 'name'" };
const BATCH = envelope({
  code: 1000,
  context: { error: [1, 2], resource: [{ id: 1 }, failing, failing] },
  message: "Batch Error: Not all requested records could be created.",
}).replace("Batch Error", "█Batch Error");
const POST = `POST https://df.example.com/api/v2/db/_table/item
Content-Type: application/json
X-DreamFactory-API-Key: {{key}}

`;
const response = (status: string, headers: string, body: string): string =>
  `${POST}{"resource": [{"id": 1}, {"id": 2}, {"id": 3}]}\n\nHTTP/1.1 ${status}\n${headers}\n\n${body}\n`;

/** What stands on the card from the top down. */
const CARDS: readonly [variant: string, languageId: string, marked: string, parts: readonly RegExp[]][] = [
  [
    "an unknown message",
    "log",
    envelope({ code: 409, status_code: 409, message: "The tide is high." }).replace("The tide", "█The tide"),
    [
      /^\*\*409 Conflict\*\* · `ConflictResourceException`/,
      /The tide is high\./,
      /\*\*Likely causes\*\*/,
      /\*\*Fix\*\*/,
      /not in the catalog/,
    ],
  ],
  [
    "a known message",
    "log",
    envelope({
      code: 404,
      status_code: 404,
      message: "Table &quot;x&quot; does not exist in the database.",
    }).replace("Table", "█Table"),
    [
      /^\*\*404 Not Found\*\* · `NotFoundException`/,
      /Table "x"/,
      /\*\*Likely cause\*\*/,
      /\*\*Fix\*\*/,
      /---/,
      /Reference/,
      /This message/,
      /Copy/,
    ],
  ],
  [
    "a batch in a log",
    "log",
    BATCH,
    [
      /^\*\*Batch: 2 of 3 records failed\*\* · `BatchException` \(code 1000\)/,
      /- Record 1: /,
      /- Record 2: /,
      /\*\*Fix\*\*/,
    ],
  ],
  [
    "a batch below its request",
    "http",
    response("400 Bad Request", "Content-Type: application/json", BATCH),
    [
      /^\*\*Batch: 2 of 3/,
      /- Record 2: /,
      /---/,
      /In the request above: \[record 1\]\(command:\S+goTo\S+\), \[record 2\]/,
      /Reference/,
    ],
  ],
  [
    "an error forwarded inside another one",
    "log",
    envelope({
      code: 500,
      status_code: 500,
      message: `Remote answered: ${envelope({ code: 404, status_code: 404, message: "Record with identifier '7' not found." })}`,
    }).replace("Remote", "█Remote"),
    [/^\*\*500 Internal Server Error\*\*/, /Remote answered/, /\*\*Likely cause\*\*/, /\*\*Fix\*\*/],
  ],
  [
    "a record that was cut off",
    "log",
    envelope({ code: 404, status_code: 404, message: "Not Found" })
      .replace("Not Found", "█Not Found")
      .slice(0, 60),
    [/^\S*\*\*404 Not Found\*\*|^Looks like \*\*404 Not Found\*\*/, /cut off after `\w+`/, /---/],
  ],
  [
    "a record of which only the status is known",
    "log",
    '10.0.0.7 - - [22/Nov/2026:09:14:58 +0000] "GET /api/v2/db/_table/a HTTP/1.1" █404 12 "-" "curl/8.5"',
    [/^Looks like \*\*404 Not Found\*\*/, /\*Only /, /---/],
  ],
  [
    "a fault in a body",
    "http",
    `${POST}{"resource": [{"id": 1}█,]}\n`,
    [
      /^\*\*DreamFactory would answer 400 Bad Request\*\* · `BadRequestException`/,
      /\*\*Why\*\*/,
      /---/,
      /Reference/,
    ],
  ],
  [
    "a status line",
    "http",
    response("█429 Too Many Requests", "Retry-After: 41", ""),
    [/^\*\*429 Too Many Requests\*\*/, /---/, /Reference/],
  ],
  [
    "a class in a stack frame",
    "log",
    "#3 /opt/app/Rest.php(12): DreamFactory\\Core\\Exceptions\\█NotFoundException->render()",
    [/^\*\*NotFoundException · 404 Not Found\*\*/, /---/, /Reference/],
  ],
];

suite("a hover card says the error first, and more below", () => {
  for (const [variant, languageId, marked, parts] of CARDS) {
    const card = hover(marked, languageId);

    test(variant, () => {
      let rest = card;
      for (const part of parts) {
        const found = part.exec(rest);
        assert.ok(found, `${part} is missing or too far up in:\n${card}`);
        rest = rest.slice(found.index + found[0].length);
      }
    });

    test(`${variant}: at most twelve lines before the links`, () => {
      const [body = ""] = card.split("\n---\n");
      const lines = body.split("\n").filter((line) => line.trim() !== "");
      assert.ok(lines.length <= 12, `${lines.length} lines:\n${card}`);
    });
  }

  test("a batch of many names five records", () => {
    const many = Array.from({ length: 20 }, () => failing);
    const card = hover(
      envelope({
        code: 1000,
        context: { error: many.map((_, index) => index), resource: many },
        message: "Batch Error: Not all requested records could be created.",
      }).replace("Batch Error", "█Batch Error"),
      "log",
    );
    assert.equal(card.match(/^- Record \d+/gm)?.length, 5);
    assert.match(card, /^- and 15 more$/m);
  });

  test("errors like this one are counted", () => {
    const line = (id: number) =>
      `${envelope({ code: 404, status_code: 404, message: `Record with identifier '${id}' not found.` })}\n`;
    const marked = (line(1) + line(2) + line(3)).replace("Record", "█Record");
    assert.match(hover(marked, "log"), /\[2 more like this one\]\(command:\S+listSimilar\S+\)/);
    assert.doesNotMatch(hover(line(1).replace("Record", "█Record"), "log"), /like this one/);
  });
});

suite("a header says the time that it means", () => {
  const DATE = "Date: Sun, 22 Nov 2026 09:19:05 GMT";
  const rows: readonly [headers: string, expected: string | undefined][] = [
    ["█Retry-After: 41", "41 s after this response"],
    ["█Retry-After: 7500", "2 h 5 min after this response"],
    ["█Retry-After: 0", "0 s after this response"],
    [`${DATE}\n█Retry-After: 41`, "41 s after this response: 2026-11-22 09:19:46 UTC"],
    [
      `${DATE}\n█Retry-After: Sun, 22 Nov 2026 09:20:05 GMT`,
      "2026-11-22 09:20:05 UTC, 1 min after this response",
    ],
    ["█Retry-After: soon", undefined],
    ["█Retry-After: {{wait}}", undefined],
    ["█X-RateLimit-Reset: 1795339260", "2026-11-22 09:21:00 UTC"],
    [`X-RateLimit-Reset: 17953█39260\n${DATE}`, "2026-11-22 09:21:00 UTC, 1 min 55 s after this response"],
    ["█X-RateLimit-Reset: tomorrow", undefined],
    ["█X-RateLimit-Remaining: 0", undefined],
  ];
  for (const [headers, expected] of rows) {
    test(headers.replaceAll("\n", " · "), () => {
      const [, here] = hover(response("429 Too Many Requests", headers, ""), "http").split("\n");
      assert.equal(here, expected ?? "");
    });
  }
});

function hover(marked: string, languageId: string): string {
  const { text, cursor } = readMarks(marked);
  const { document, parsed } = openDocument(text, languageId);
  const answer = getHover(document, parsed, document.positionAt(cursor), FULL_SUPPORT);
  return answer === undefined ? "" : (answer.contents as { value: string }).value;
}
