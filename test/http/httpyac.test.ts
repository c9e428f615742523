import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { suite, test } from "node:test";
import { cli, store } from "httpyac";
import type { HttpBody, HttpRequest } from "../../server/src/http/model.ts";
import { parseHttpDocument } from "../../server/src/http/parseHttpDocument.ts";

/** A request as far as both readers know it. */
interface Reading {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Where we read a file otherwise than httpYac, what differs, and why that is right. */
const DIFFERENCES: Readonly<Record<string, { readonly in: readonly string[]; readonly because: string }>> = {
  "answer-alone": {
    in: ["count"],
    because: "a status line is an answer that REST Client saved, never a URL",
  },
  "comment-behind-url": {
    in: ["url"],
    because: "the comment is sent, which is reported once; the URL is judged as it was meant",
  },
  "graphql-query": {
    in: ["body"],
    because: "the query is part of the body here, a property of its own there",
  },
  "graphql-with-variables": {
    in: ["body"],
    because: "the query is part of the body here, a property of its own there",
  },
  "header-continued": {
    in: ["headers", "body"],
    because: "JetBrains and RFC 9110 continue a header on an indented line",
  },
  "header-without-colon": {
    in: ["headers", "body"],
    because: "REST Client sends a header with an empty value, and headers go on behind it",
  },
  "headers-behind-blank-line": {
    in: ["headers", "body"],
    because: "the blank line is reported; headers and body are judged as they were meant",
  },
  "lower-case-method": {
    in: ["method", "url"],
    because: "REST Client knows methods in any case, and no URL starts with a method",
  },
  "plain-text-with-comment": {
    in: ["body"],
    because: "removed lines are noted for JSON only, as nothing else is judged",
  },
  "prose-with-method": {
    in: ["count"],
    because: "a method before words that are no URL is prose",
  },
};

const folder = join(import.meta.dirname, "../fixtures/http/clients");
const files = globSync("*.http", { cwd: folder }).map((file) => basename(file, ".http"));

suite("httpYac as a second opinion", () => {
  cli.initIOProvider();

  test("there are at least 60 files", () => assert.ok(files.length >= 60));

  for (const file of files) {
    const difference = DIFFERENCES[file];
    test(`${file}${difference === undefined ? "" : `: differs, ${difference.because}`}`, async () => {
      const text = readFileSync(join(folder, `${file}.http`), "utf8");
      const [ours, theirs] = [readByUs(text), await readByHttpyac(file, text)];
      if (difference === undefined) assert.deepEqual(ours, theirs);
      else assert.deepEqual(differing(ours, theirs), difference.in);
    });
  }

  test("every listed difference belongs to a file", () => {
    assert.deepEqual(
      Object.keys(DIFFERENCES).filter((name) => !files.includes(name)),
      [],
    );
  });
});

function readByUs(text: string): Reading[] {
  return parseHttpDocument(text, { profile: "httpyac" }).blocks.flatMap(({ requests, fileReferences }) =>
    requests.map((request) => {
      const sent = fileReferences.filter(
        (reference) => reference.use === "body" && reference.request === request,
      );
      return {
        method: request.method.value,
        url: request.target.value,
        headers: headersOf(request),
        body: request.body === undefined ? "" : bodyOf(text, request.body, sent),
      };
    }),
  );
}

function headersOf({ headers }: HttpRequest): Record<string, string> {
  const all: Record<string, string> = {};
  for (const { name, value } of headers) {
    const before = all[name.value];
    all[name.value] = before === undefined ? value.value : `${before},${value.value}`;
  }
  return all;
}

/** The body as it is sent: without masked lines, with a mark in the place of files. */
function bodyOf(
  text: string,
  body: HttpBody,
  files: readonly { span: { start: number; end: number } }[],
): string {
  const masks = body.json.flatMap((part) => part.masks).map((span) => ({ span, mark: undefined }));
  const marks = files.map(({ span }) => ({ span, mark: "<file>" }));
  let sent = "";
  let at = body.span.start;
  for (const { span, mark } of [...masks, ...marks].sort((a, b) => a.span.start - b.span.start)) {
    sent += text.slice(at, span.start) + (mark ?? "");
    at = mark === undefined ? text.indexOf("\n", span.end) + 1 : span.end;
  }
  return plain(sent + text.slice(at, body.span.end));
}

async function readByHttpyac(name: string, text: string): Promise<Reading[]> {
  const file = await new store.HttpFileStore().getOrCreate(`${name}.http`, async () => text, 0, {
    workingDir: ".",
  });
  return file.httpRegions.flatMap(({ request }) =>
    request === undefined
      ? []
      : [
          {
            method: request.method ?? "GET",
            url: request.url ?? "",
            headers: Object.fromEntries(
              Object.entries(request.headers ?? {}).map(([key, value]) => [key, [value].flat().join(",")]),
            ),
            body: plain(
              [request.body ?? ""]
                .flat()
                .map((part) => (typeof part === "string" ? part : "<file>"))
                .join("\n"),
            ),
          },
        ],
  );
}

/** Line ends are the client's business, and it joins the lines of a form. */
function plain(body: string): string {
  return body.replace(/\r\n/g, "\n").replace(/\n+/g, "\n").replace(/\n&/g, "&").trim();
}

/** Names what differs: `count`, or the fields of the requests. */
function differing(ours: readonly Reading[], theirs: readonly Reading[]): string[] {
  if (ours.length !== theirs.length) return ["count"];
  const fields = ["method", "url", "headers", "body"] as const;
  return fields.filter((field) =>
    ours.some((reading, index) => JSON.stringify(reading[field]) !== JSON.stringify(theirs[index]?.[field])),
  );
}
