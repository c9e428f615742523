import assert from "node:assert/strict";
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { suite, test } from "node:test";
import { DOMParser, onErrorStopParsing } from "@xmldom/xmldom";
import { temporaryFolder } from "../editor/vscode/temporaryFolder.ts";
import { sarifMistakes } from "./sarifMistakes.ts";
import { run } from "./testHost.ts";

const HEAD =
  "POST https://example.com/api/v2/db/_table/contacts\nX-DreamFactory-API-Key: {{key}}\nContent-Type: application/json\n\n";
const GOOD = `${HEAD}{"resource": [{"name": "Ada"}]}\n`;
const BAD = `${HEAD}{"resource": [{"name": "Ada"},]}\n`;

suite("lint", () => {
  test("shows every problem with its place, severity and code, and counts them", async () => {
    const cwd = folderOf({ "good.http": GOOD, "bad.http": BAD, "other.txt": BAD });
    const { code, out } = await run(["lint", "."], { cwd });
    assert.equal(code, 1);
    assert.match(out, /^bad\.http\n {2}5:30 {2}error {2}Trailing comma .* {2}trailing-comma\n\n/);
    assert.match(out, /\n1 problem \(1 error, 0 warnings\)\. --fix mends 1 of them\.\n$/);
  });

  test("exits with 0 where all is well", async () => {
    const { code, out } = await run(["lint", "good.http"], { cwd: folderOf({ "good.http": GOOD }) });
    assert.deepEqual({ code, out }, { code: 0, out: "No problems in 1 file.\n" });
  });

  test("mends files in place and leaves the good ones alone", async () => {
    const cwd = folderOf({ "bad.http": BAD.replaceAll("\n", "\r\n"), "good.http": GOOD });
    const { code, out } = await run(["lint", "--fix", "."], { cwd });
    assert.equal(readFileSync(path.join(cwd, "bad.http"), "utf8"), GOOD.replaceAll("\n", "\r\n"));
    assert.deepEqual({ code, out }, { code: 0, out: "No problems in 2 files. 1 fixed.\n" });
  });

  test("prints the mended text of standard input, the report beside it", async () => {
    const mended = await run(["lint", "--fix", "-"], { stdin: BAD });
    assert.deepEqual([mended.code, mended.out, mended.err], [0, GOOD, "No problems in 1 file. 1 fixed.\n"]);
    const untouched = await run(["lint", "--fix", "-"], { stdin: GOOD });
    assert.equal(untouched.out, GOOD);
  });

  test("leaves alone what is not UTF-8", async () => {
    const cwd = folderOf({});
    const bytes = Buffer.concat([Buffer.from(BAD), Buffer.from("# Gr\xfc\xdfe\n", "latin1")]);
    writeFileSync(path.join(cwd, "latin1.http"), bytes);
    const { code, err } = await run(["lint", "--fix", "latin1.http"], { cwd });
    assert.equal(code, 1);
    assert.match(err, /latin1\.http: it is not UTF-8, so that it is judged but not changed/);
    assert.deepEqual(readFileSync(path.join(cwd, "latin1.http")), bytes);
  });

  test("takes severities, dialect and hosts as options", async () => {
    const cwd = folderOf({ "bad.http": BAD });
    const rows: readonly (readonly [string[], number])[] = [
      [["--rule", "trailing-comma=off"], 0],
      [["--rule", "trailing-comma=information"], 0],
      [["--rule", "trailing-comma=information", "--fail-on", "information"], 1],
      [["--rule", "trailing-comma=warning"], 1],
      [["--rule", "trailing-comma=warning", "--fail-on", "error"], 0],
      [["--client", "kulala", "--host", "{{host}}"], 1],
    ];
    for (const [options, expected] of rows) {
      const { code } = await run(["lint", ...options, "bad.http"], { cwd });
      assert.equal(code, expected, options.join(" "));
    }
  });

  test("refuses wrong arguments and missing files", async () => {
    const rows: readonly (readonly [string[], RegExp])[] = [
      [["lint"], /say which files to lint/],
      [["lint", "--rule", "no-such=off", "-"], /there is no problem “no-such”/],
      [["lint", "--rule", "trailing-comma=loud", "-"], /--rule trailing-comma is one of error, warning/],
      [["lint", "--client", "curl", "-"], /--client is one of/],
      [["lint", "none.http"], /none\.http: there is no such file/],
      [["lint", "none/*.http"], /none\/\*\.http: no file fits the pattern/],
      [["lint", ""], /"": there is no such file/],
      [["lint", "."], /there is no \.http or \.rest file in the folder/],
      [["lint", "--rule"], /--rule needs a value/],
      [
        ["lint", "--rule", "--fix", "-"],
        /--rule needs a value; one that begins with a dash is written --rule=-…/,
      ],
      [["lint", "--fix=all", "-"], /--fix takes no value/],
    ];
    const cwd = folderOf({});
    for (const [args, sentence] of rows) {
      const { code, out, err } = await run(args, { cwd });
      assert.deepEqual([code, out], [2, ""], args.join(" "));
      assert.match(err, sentence);
    }
  });

  test("takes each file once, however often it is named", async () => {
    const cwd = folderOf({ "bad.http": BAD });
    const { code, out, err } = await run(["lint", "bad.http", "*.http", "."], { cwd });
    assert.deepEqual([code, err], [1, ""]);
    assert.match(out, /\n1 problem \(/);
  });

  test("reports what it may not read or change, and claims no fix that is not written", async (t) => {
    const cwd = folderOf({ "bad.http": BAD, "locked/other.http": BAD });
    chmodSync(path.join(cwd, "bad.http"), 0o444);
    chmodSync(path.join(cwd, "locked"), 0o000);
    t.after(() => chmodSync(path.join(cwd, "locked"), 0o700));
    const { code, out, err } = await run(["lint", "--fix", "."], { cwd });
    if (isLocked(path.join(cwd, "locked"))) {
      assert.equal(code, 2);
      assert.match(
        err,
        /lint: locked: access is denied\n[\s\S]*lint: bad\.http: it cannot be changed: access is denied\n/,
      );
      assert.match(out, /\n1 problem \(1 error, 0 warnings\)\.\n$/);
    } else {
      // An administrator may read and write everything.
      assert.deepEqual([code, err], [0, ""]);
    }
  });

  test("stops between two files, so that none is left half written", async () => {
    const cwd = folderOf({ "a.http": BAD, "b.http": BAD });
    const linting = run(["lint", "--fix", "."], { cwd });
    linting.interrupt();
    assert.equal((await linting).code, 130);
    assert.equal(readFileSync(path.join(cwd, "b.http"), "utf8"), BAD);
  });

  test("speaks SARIF as its schema has it", async () => {
    const cwd = folderOf({ "my requests/bad ü.http": BAD, "good.http": GOOD });
    const log = JSON.parse((await run(["lint", "-f", "sarif", "."], { cwd })).out);
    assert.deepEqual(sarifMistakes(log), []);
    const [{ results, tool, artifacts }] = log.runs;
    assert.equal(results[0].ruleId, "trailing-comma");
    assert.equal(tool.driver.rules[results[0].ruleIndex].id, "trailing-comma");
    const { artifactLocation, region } = results[0].locations[0].physicalLocation;
    assert.equal(artifactLocation.uri, "my%20requests/bad%20%C3%BC.http");
    assert.equal(artifacts[artifactLocation.index].location.uri, artifactLocation.uri);
    assert.deepEqual(region, { startLine: 5, startColumn: 30, endLine: 5, endColumn: 31 });
    assert.deepEqual(sarifMistakes({ ...log, version: "2.0" }), [
      "/version: must be equal to one of the allowed values",
    ]);
    const empty = JSON.parse((await run(["lint", "-f", "sarif", "good.http"], { cwd })).out);
    assert.deepEqual([sarifMistakes(empty), empty.runs[0].results], [[], []]);
  });

  test("speaks JSON", async () => {
    const [file] = JSON.parse((await run(["lint", "-f", "json", "-"], { stdin: BAD })).out);
    assert.equal(file.file, "stdin.http");
    const [{ code, level, line, column, endColumn }] = file.problems;
    assert.deepEqual([code, level, line, column, endColumn], ["trailing-comma", "error", 5, 30, 31]);
  });

  test("speaks to GitHub, whose commands no text can break", async () => {
    const args = ["lint", "-f", "github", "--stdin-filename", "a,b:c%.http", "-"];
    const { out } = await run(args, { stdin: BAD });
    assert.match(
      out,
      /^::error file=a%2Cb%3Ac%25\.http,line=5,endLine=5,col=30,endColumn=31,title=trailing-comma::Trailing comma [^\n]*\n$/,
    );
  });

  test("speaks JUnit, in XML that holds whatever a text does", async () => {
    const stdin = BAD.replace('"Ada"', "'<&\u0001\"'");
    const { out } = await run(["lint", "-f", "junit", "-"], { stdin });
    assert.match(
      out,
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites name="dreamfactory-errors">\n/,
    );
    assert.match(out, /<testsuite name="stdin\.http" tests="(\d+)" failures="\1" errors="0">/);
    assert.doesNotMatch(out, /\u0001/);
    const xml = new DOMParser({ onError: onErrorStopParsing }).parseFromString(out, "text/xml");
    const [failure] = xml.getElementsByTagName("failure");
    assert.match(failure?.getAttribute("message") ?? "", /'<&.*"'/);
    const passed = await run(["lint", "-f", "junit", "-"], { stdin: GOOD });
    assert.match(
      passed.out,
      /tests="1" failures="0" errors="0">\n {4}<testcase classname="stdin\.http" name="no problems" \/>/,
    );
  });

  test("speaks Markdown", async () => {
    const { out } = await run(["lint", "-f", "markdown", "-"], { stdin: BAD });
    assert.match(out, /\n\| `stdin\.http:5:30` \| error \| Trailing comma .*\| `trailing-comma` \|\n$/);
    assert.match((await run(["lint", "-f", "markdown", "-"], { stdin: GOOD })).out, /No problems\./);
  });
});

function isLocked(folder: string): boolean {
  try {
    readdirSync(folder);
    return false;
  } catch {
    return true;
  }
}

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder("lint");
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return folder;
}
