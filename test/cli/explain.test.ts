import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { getReferencePage } from "../../server/src/languageService.ts";
import { run } from "./testHost.ts";

suite("explain", () => {
  test("shows the page that fits best", async () => {
    const rows: readonly (readonly [string, RegExp])[] = [
      ["404", /^404 Not Found\n\nNotFoundException · HTTP 404\n/],
      ["BatchException", /^400 Batch Error\n\nBatchException · HTTP 400 · code 1000\n/],
      ["trailing-comma", /^Trailing comma\n/i],
      ["SQLSTATE 23000", /23000/],
      ["retry logic", /retry/i],
    ];
    for (const [query, page] of rows) {
      const { code, out } = await run(["explain", ...query.split(" ")]);
      assert.equal(code, 0, query);
      assert.match(out, page, query);
    }
  });

  test("shows the card of an error that is pasted or piped", async () => {
    const stdin = '{"error":{"code":404,"message":"Could not find a service for user","status_code":404}}';
    for (const args of [
      ["explain", stdin],
      ["explain", "-"],
    ]) {
      const { code, out } = await run(args, { stdin });
      assert.equal(code, 0);
      assert.match(
        out,
        /^404 Not Found · NotFoundException\nCould not find a service for user\n\nLikely cause – /,
      );
    }
  });

  test("knows messages by their words", async () => {
    const { out } = await run(["explain", "No record(s) detected in request."]);
    assert.match(out, /No record\(s\) detected in request\./);
    assert.match(out, /Likely cause|Cause/);
  });

  test("prints the reference page as Markdown, and as JSON", async () => {
    const page = getReferencePage("exception/NotFoundException");
    const markdown = await run(["explain", "-f", "markdown", "NotFoundException"]);
    assert.equal(markdown.out, page?.markdown);
    const [item] = JSON.parse((await run(["explain", "-f", "json", "NotFoundException"])).out);
    assert.deepEqual([item.topic, item.markdown], [page?.topic, page?.markdown]);
  });

  test("explains several one after the other, and none of them for another", async () => {
    const { out } = await run(["explain", "404", "ConflictResourceException", "trailing-comma"]);
    assert.match(out, /^404 Not Found\n[\s\S]*\n409 Conflict\n[\s\S]*\nTrailing comma\n/i);
    const partly = await run(["explain", "404", "999"]);
    assert.deepEqual([partly.code, partly.err], [1, "Nothing is known about 999.\n"]);
    assert.match(partly.out, /^404 Not Found\n/);
    const stdin = ["Could not find a service for a", "Could not find a service for b"]
      .map((message) => `{"error":{"code":404,"message":"${message}","status_code":404}}`)
      .join("\n");
    assert.match((await run(["explain", "-"], { stdin })).out, / for a\n[\s\S]* for b\n/);
  });

  test("shows notes without their markup", async () => {
    const { out } = await run(["explain", '{"error":{"code":404,"message":"qwertz","status_code":404}}']);
    assert.match(out, /\nThis message is not in the catalog[^*]*\n/);
  });

  test("lists all that fits", async () => {
    const { out } = await run(["explain", "--all", "filter"]);
    assert.ok(out.split("\n").length > 6);
  });

  test("says when nothing is known", async () => {
    const { code, out, err } = await run(["explain", "xyzzy\u001b[2J"]);
    assert.deepEqual([code, out, err], [1, "", "Nothing is known about xyzzy␛[2J.\n"]);
    assert.equal((await run(["explain", "-"], { stdin: "nothing to see ".repeat(500) })).code, 1);
  });

  test("uses colors where it may, and writes no escape where it may not", async () => {
    const colored = await run(["explain", "404"], { colors: true, terminal: true });
    assert.match(colored.out, /^\u001b\[1m404 Not Found\u001b\[22m\n/);
    assert.match(colored.out, /See also: /);
    assert.doesNotMatch((await run(["explain", "404"])).out, /\u001b|See also: /);
  });

  test("keeps lines within the terminal, tables in columns, and shows where links lead", async () => {
    const { out } = await run(["explain", "quick reference"]);
    assert.match(
      out,
      /^Quick reference\n\nCode {2,}Exception class +Meaning +Action\n400 {2,}BadRequestException +/,
    );
    const page = await run(["explain", "404"]);
    const long = page.out.split("\n").filter((line) => line.length > 100 && !/^ {4}|https:/.test(line));
    assert.deepEqual(long, []);
    assert.match(page.out, /\(https:\/\/wiki\.dreamfactory\.com\/[^)]*\)/);
  });

  test("wrong arguments are refused", async () => {
    assert.match((await run(["explain", "-"])).err, /standard input is empty/);
    for (const args of [["explain"], ["explain", "--formt", "x"], ["explain", "-f", "html", "404"]]) {
      assert.equal((await run(args)).code, 2, args.join(" "));
    }
  });
});
