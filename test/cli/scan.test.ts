import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { appendFileSync, mkdirSync, renameSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import { suite, test } from "node:test";
import { gzipSync } from "node:zlib";
import { temporaryFolder } from "../editor/vscode/temporaryFolder.ts";
import { run } from "./testHost.ts";

const SERVICE = envelope(404, "Could not find a service for user");
const RECORDS = envelope(400, "No record(s) detected in request.");

suite("scan", () => {
  test("sums up what a folder of logs holds, rotated and packed ones too", async () => {
    const cwd = folderOf({
      "logs/app.log": `2026-11-22 09:15:37 ${SERVICE}\n2026-11-22 10:20:01 ${SERVICE}\n`,
      "logs/app.log.1": `${RECORDS}\n`,
      "logs/old/app-2026-11-01.log.gz": gzipSync(`${SERVICE}\n`),
      "logs/picture.log": Buffer.from(Array.from({ length: 999 }, (_, i) => (i * 7919) % 251)),
      "logs/node_modules/other.log": `${SERVICE}\n`,
      "logs/readme.md": `${SERVICE}\n`,
    });
    const { code, out, err } = await run(["scan", "logs"], { cwd });
    assert.equal(code, 1);
    assert.match(out, /^3 × 404 Not Found · NotFoundException {2}2026-11-22 09:15:37 – 10:20:01\n/);
    assert.match(out, /\n {4}Could not find a service for user\n/);
    assert.match(out, /\n {4}logs\/app\.log:1:21 … logs\/old\/app-2026-11-01\.log\.gz:1:1\n/);
    assert.match(out, /\n1 × 400 Bad Request · BadRequestException\n/);
    assert.match(out, /\n4 errors of 2 problems in 3 files, (?:\d+ B|1 kB)\.\n$/);
    assert.match(err, /logs\/picture\.log: It is a binary file/);
  });

  test("fills causes and fixes with what the messages name, in every form of summary", async () => {
    const stdin = envelope(500, "Duplicate entry 'ada' for key 'email'");
    for (const format of ["text", "markdown", "json"]) {
      const { out } = await run(["scan", "-f", format, "-"], { stdin });
      const { cause, pattern, ...shown } = format === "json" ? JSON.parse(out) : { cause: out };
      assert.match(cause, /the value .?ada/, format);
      assert.doesNotMatch(Object.values({ ...shown, cause }).join("\n"), /\{\w+\}/, format);
    }
  });

  test("lists one line per error that leads to its place", async () => {
    const cwd = folderOf({ "app.log": `first line\nGröße: ${SERVICE}\r\n` });
    const { out } = await run(["scan", "--list", "app.log"], { cwd });
    assert.equal(out, "app.log:2:8: 404 Not Found · NotFoundException: Could not find a service for user\n");
  });

  test("reads standard input in whatever pieces it comes", async () => {
    const { code, out } = await run(["scan", "-l", "-"], { stdin: `x\n${RECORDS}\n` });
    assert.equal(code, 1);
    assert.equal(out, "2:1: 400 Bad Request · BadRequestException: No record(s) detected in request.\n");
  });

  test("exits with 0 where there is nothing, and says so", async () => {
    const { code, out } = await run(["scan", "-"], { stdin: "all is well\n" });
    assert.deepEqual({ code, out }, { code: 0, out: "No DreamFactory errors in 1 file, 12 B.\n" });
  });

  test("writes a JSON object per line", async () => {
    const { out } = await run(["scan", "-f", "json", "-"], { stdin: `2026-11-22T09:15:37Z ${SERVICE}\n` });
    const record = JSON.parse(out);
    assert.equal(record.class, "NotFoundException");
    assert.equal(record.at, "2026-11-22T09:15:37.000Z");
    assert.deepEqual([record.line, record.column, record.offset, record.length], [1, 22, 21, SERVICE.length]);
    assert.match(record.cause, /user/);
  });

  test("writes CSV that no spreadsheet runs", async () => {
    const stdin = `${envelope(400, '=HYPERLINK("http://x","y"), or not\nso')}\n`;
    const { out } = await run(["scan", "-f", "csv", "-"], { stdin });
    assert.match(
      out,
      /^file,line,column,time,status,code,class,title,message,request,topic\r\n-,1,1,,400,400,/,
    );
    assert.match(out, /,"'=HYPERLINK\(""http:\/\/x"",""y""\), or not\nso",,[\w/]+\r\n$/);
  });

  test("writes a Markdown report in which log text is text", async () => {
    const stdin = `${envelope(404, "<img src=x> [click](command:x) | `a`")}\n`;
    const { out } = await run(["scan", "-f", "markdown", "-"], { stdin });
    assert.match(out, /^# DreamFactory errors\n\n1 error of 1 problem/);
    assert.doesNotMatch(out, /(?<!\\)(?:<img|\[click|\| \\`a)/);
  });

  test("points out when far more went wrong than usual", async () => {
    const minute = (at: number): string => `2026-11-22 09:${String(at).padStart(2, "0")}:00 ${SERVICE}\n`;
    const quiet = Array.from({ length: 60 }, (_, at) => minute(at));
    const stdin = [...quiet.slice(0, 20), minute(20).repeat(300), ...quiet.slice(20)].join("");
    const sentence = /301 errors at 2026-11-22 09:20:00 – 09:\d\d:\d\d, \d\d times as many as usual/;
    for (const format of ["text", "markdown"]) {
      assert.match((await run(["scan", "-f", format, "-"], { stdin })).out, sentence);
    }
  });

  test("keeps what is newer, an error without a time with the one above it", async () => {
    const now = Date.parse("2026-11-22T12:00:00Z");
    const stdin = [
      `2026-11-22T08:00:00Z ${envelope(404, "old")}`,
      envelope(404, "old too"),
      `2026-11-22T11:30:00Z ${envelope(404, "new")}`,
      envelope(404, "new too"),
    ].join("\n");
    for (const since of ["2h", "120m", "2026-11-22T10:00:00Z", "2026-11-22 10:00:00+00:00"]) {
      const { out } = await run(["scan", "--list", "--since", since, "-"], { stdin, now });
      assert.deepEqual(
        [...out.matchAll(/: (new[^(\n]*?)(?: \(|\n)/g)].map(([, message]) => message),
        ["new", "new too"],
        since,
      );
      assert.doesNotMatch(out, /old/);
    }
  });

  test("shows control characters of a log instead of obeying them, and masks secrets", async () => {
    const message = "Could not \\u001b[2Jlog in with session_token=abcdef123456 \\u202e";
    const { out } = await run(["scan", "-"], { stdin: `${envelope(401, message)}\n`, colors: true });
    assert.match(out, /Could not ␛\[2Jlog in with session_token=••• \\u\{202e\}/);
    const listed = await run(["scan", "-l", "-"], { stdin: `${envelope(401, message)}\n` });
    assert.doesNotMatch(listed.out, /\u001b|abcdef123456/);
  });

  test("refuses in a sentence what cannot be read, and reads the rest", async () => {
    const cwd = folderOf({ "a.log": `${SERVICE}\n`, "b.log": "\u0001\u0002\u0003\u0000".repeat(50) });
    const { code, out, err } = await run(["scan", "-l", "none.log", "b.log", "a.log"], { cwd });
    assert.equal(code, 2);
    assert.match(out, /^a\.log:1:1: 404/);
    assert.match(err, /none\.log: there is no such file\n[\s\S]*b\.log: It is a binary file/);
  });

  test("expands globs itself", async () => {
    const cwd = folderOf({ "a/x.log": SERVICE, "a/b/y.log": SERVICE, "a/z.txt": SERVICE });
    const { out } = await run(["scan", "--list", "a/**/*.log"], { cwd });
    assert.deepEqual(out.match(/^[^:]+/gm), ["a/b/y.log", "a/x.log"]);
    const none = await run(["scan", "*.none"], { cwd });
    assert.deepEqual(
      [none.code, none.err],
      [2, "dreamfactory-errors scan: *.none: no file fits the pattern\n"],
    );
  });

  test("reads a file that says it is packed, whatever its name, and reports a broken one", async () => {
    const packed = gzipSync(`${SERVICE}\n`.repeat(2000));
    const cwd = folderOf({ "a.log": packed, "b.log": packed.subarray(0, packed.length - 20) });
    const whole = await run(["scan", "-l", "a.log"], { cwd });
    assert.equal(whole.out.split("\n").length, 2001);
    const broken = await run(["scan", "b.log"], { cwd });
    assert.equal(broken.code, 2);
    assert.match(broken.err, /b\.log: it is packed, and its end is missing/);
  });

  test("follows a file that grows, is cut, is written anew and is rotated", async () => {
    const cwd = folderOf({ "app.log": `${envelope(404, "before")}\n` });
    const file = path.join(cwd, "app.log");
    const { code, messages } = await follow(cwd, [
      ["before", () => appendFileSync(file, `${envelope(404, "appended")}\n`)],
      [
        "appended",
        () => {
          truncateSync(file);
          appendFileSync(file, `${envelope(404, "cut")}\n`);
        },
      ],
      ["cut", () => writeFileSync(file, `${"all is well\n".repeat(50)}${envelope(404, "anew")}\n`)],
      [
        "anew",
        () => {
          renameSync(file, `${file}.1`);
          writeFileSync(file, `${envelope(404, "rotated")}\n`);
        },
      ],
      ["rotated", undefined],
    ]);
    assert.equal(code, 130);
    assert.deepEqual(messages, ["before", "appended", "cut", "anew", "rotated"]);
  });

  test("follows standard input, errors over several lines too", async () => {
    const pretty = JSON.stringify(JSON.parse(SERVICE), null, 2);
    async function* byLine(): AsyncGenerator<Uint8Array> {
      for (const line of [...pretty.split("\n"), RECORDS]) yield Buffer.from(`${line}\n`);
    }
    const { out } = await run(["scan", "--follow", "-"], { stdin: byLine() });
    assert.equal(
      out,
      "1:1: 404 Not Found · NotFoundException: Could not find a service for user\n" +
        "9:1: 400 Bad Request · BadRequestException: No record(s) detected in request.\n",
    );
  });

  test("reports the last line of a file that is cut, although no line feed ended it", async () => {
    const cwd = folderOf({ "app.log": `${envelope(404, "before")}\n${envelope(404, "unended")}` });
    const { messages } = await follow(cwd, [
      ["before", () => writeFileSync(path.join(cwd, "app.log"), `${envelope(404, "cut")}\n`)],
      ["cut", undefined],
    ]);
    assert.deepEqual(messages, ["before", "unended", "cut"]);
  });

  test("shows what was found so far when it is interrupted", async () => {
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (let count = 0; ; count++) {
        if (count === 100) scanning.interrupt();
        yield Buffer.from(`${SERVICE}\n`);
      }
    }
    const scanning = run(["scan", "-"], { stdin: endless() });
    const { code, out } = await scanning;
    assert.equal(code, 130);
    assert.match(out, /Stopped before the end: this is only a part\.\n$/);
  });

  test("says how far it is on a terminal only", async () => {
    let time = 0;
    const host = { stdin: `${SERVICE}\n`.repeat(50) };
    const piped = await run(["scan", "-"], host);
    assert.equal(piped.err, "");
    const original = Date.now;
    Date.now = () => (time += 60);
    try {
      const shown = await run(["scan", "-"], { ...host, terminal: true });
      assert.match(shown.err, /Scanning: \d+ B, \d+ errors, /);
      assert.ok(shown.err.endsWith("\r\u001b[K"));
    } finally {
      Date.now = original;
    }
  });

  test("wrong arguments are refused with what would be right", async () => {
    const rows: readonly (readonly [string[], RegExp])[] = [
      [["scan"], /say which files to scan/],
      [["scan", "--fromat", "csv", "-"], /no option --fromat; did you mean --format\?/],
      [["scan", "--format", "xml", "-"], /--format is one of text, json, markdown, csv; “xml” is not/],
      [["scan", "--since", "soon", "-"], /--since takes 90s/],
      [["scan", "--follow", "-f", "markdown", "-"], /--follow has no end/],
    ];
    for (const [args, sentence] of rows) {
      const { code, out, err } = await run(args);
      assert.deepEqual([code, out], [2, ""], args.join(" "));
      assert.match(err, sentence);
      assert.match(err, /Try: dreamfactory-errors scan --help\n$/);
    }
  });
});

/** Follows `app.log`; does what stands behind a message when that was reported, and stops where nothing does. */
async function follow(
  cwd: string,
  steps: readonly (readonly [message: string, next: (() => void) | undefined])[],
): Promise<{ readonly code: number; readonly messages: readonly (string | undefined)[] }> {
  let step = 0;
  const following = run(["scan", "--follow", "app.log"], {
    cwd,
    onOut: (out) => {
      const [message, next] = steps[step] ?? [];
      if (message === undefined || !out.includes(`: ${message}\n`)) return;
      step += 1;
      if (next === undefined) following.interrupt();
      else next();
    },
  });
  const { code, out } = await following;
  return { code, messages: [...out.matchAll(/: (\w+)\n/g)].map(([, message]) => message) };
}

function envelope(code: number, message: string): string {
  const written = message.replaceAll('"', '\\"').replaceAll("\n", "\\n");
  return `{"error":{"code":${code},"context":null,"message":"${written}","status_code":${code}}}`;
}

function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = temporaryFolder("scan");
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return folder;
}
