import type { LintReport } from "./lintReport.ts";

/** For build servers: a file is a suite, a problem a failed case, a file without any one case that passed. */
export function junitReport({ files }: LintReport): string {
  const suites = files.map(({ name, problems }) => {
    const cases = problems.map(({ code, level, message, line, column }) =>
      [
        `    <testcase classname="${xml(name)}" name="${xml(`${code} at ${line}:${column}`)}">`,
        `      <failure type="${xml(level)}" message="${xml(message)}">${xml(`${name}:${line}:${column}: ${message}`)}</failure>`,
        "    </testcase>",
      ].join("\n"),
    );
    const all = cases.length > 0 ? cases : [`    <testcase classname="${xml(name)}" name="no problems" />`];
    const counts = `tests="${all.length}" failures="${cases.length}" errors="0"`;
    return [`  <testsuite name="${xml(name)}" ${counts}>`, ...all, "  </testsuite>"].join("\n");
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites name="dreamfactory-errors">',
    ...suites,
    "</testsuites>\n",
  ].join("\n");
}

/** What XML 1.0 cannot hold at all, not even as an entity. */
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function xml(text: string): string {
  return text
    .replace(FORBIDDEN, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\n", "&#10;");
}
