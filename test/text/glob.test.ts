import assert from "node:assert/strict";
import { test } from "node:test";
import { matchesGlob } from "../../server/src/text/glob.ts";
import { assertLinear } from "../support/linear.ts";

test("a path fits a glob as editors read globs", () => {
  const rows = [
    ["**/*.log", true],
    ["*.log", true],
    ["nginx/*.log", true],
    ["nginx/**", true],
    ["**/nginx/**/*.log", true],
    ["/var/log/**", true],
    ["/var/**/error.log", true],
    ["**/nginx/error.{log,txt}", true],
    ["{apache,nginx}/{access,error}.log", true],
    ["err?r.log", true],
    ["**/{error}.log", true],
    ["**", true],
    ["/log/**", false],
    ["*.txt", false],
    ["ginx/*.log", false],
    ["/var/*/error.log", false],
    ["**/nginx", false],
    ["error?.log", false],
    ["", false],
  ] as const;
  for (const [glob, expected] of rows) {
    assert.equal(matchesGlob("/var/log/nginx/error.log", glob), expected, glob);
  }
});

test("hidden folders are folders, and special characters of patterns are plain in a glob", () => {
  assert(matchesGlob("/home/.cache/a.log", "**/*.log"));
  assert(matchesGlob("/a(1)+[x].log", "a(1)+[x].log"));
  assert(!matchesGlob("/aXlog", "a.log"));
});

test("a glob made to be slow is not", () => {
  assertLinear((path) => matchesGlob(path, `${"*a".repeat(200)}b`), `/${"a".repeat(20_000)}`);
  assert(!matchesGlob("/x", "{a,b}".repeat(40)));
});
