import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { suite, test } from "node:test";
import { runInThisContext } from "node:vm";
import { RETRY_SNIPPETS } from "../../server/src/catalog/retrySnippets.ts";
import { withoutTabStops } from "../../server/src/features/completion/offer.ts";
import { openDocument } from "../support/documents.ts";
import { hasPhp } from "../support/php.ts";

type Snippets = Readonly<
  Record<string, { readonly prefix: string; readonly description: string; readonly body: readonly string[] }>
>;
const contributed: readonly { language: string; path: string }[] = JSON.parse(
  readFileSync("package.json", "utf8"),
).contributes.snippets;

/** What each snippet sends, as a request that our own rules can judge. */
const SENT: Readonly<Record<string, RegExp>> = {
  "df-read": /^GET https:\/\/df\.example\.com\/api\/v2\/db\/_table\/contact\?limit=25\n/,
  "df-batch":
    /^POST https:\/\/df\.example\.com\/api\/v2\/db\/_table\/contact\?rollback=true\n[\s\S]*\{"resource":/,
  "df-login":
    /^POST https:\/\/df\.example\.com\/api\/v2\/user\/session\n[\s\S]*\{"email":"e@x\.org","password":"p"\}/,
};

for (const { language, path } of contributed) {
  suite(`snippets for ${language}`, () => {
    const snippets: Snippets = JSON.parse(readFileSync(path, "utf8"));

    test("are the four, each under a prefix of its own", () => {
      const prefixes = Object.values(snippets).map(({ prefix }) => prefix);
      assert.deepEqual(prefixes, ["df-read", "df-batch", "df-login", "df-retry"]);
    });

    test("hold the retry function of the catalog", () => {
      const { code } = RETRY_SNIPPETS.find(({ languageIds }) => languageIds.includes(language)) ?? {};
      assert.equal(codeOf(snippets, "df-retry"), code);
    });

    for (const [prefix, sent] of Object.entries(SENT)) {
      test(`${prefix} sends what DreamFactory accepts`, async () => {
        const code = codeOf(snippets, prefix);
        if (language.startsWith("javascript") || language.startsWith("typescript")) {
          const request = await requestOf(code);
          assert.match(request, sent);
          const { parsed } = openDocument(request, "http");
          assert.deepEqual(
            parsed.faults.map(({ code: fault }) => fault),
            [],
          );
        }
        assert.match(code, /https:\/\/df\.example\.com\/api\/v2\/(?:db\/_table\/contact|user\/session)/);
        assert.ok(code.includes("X-DreamFactory-API-Key"));
        assert.equal(code.includes("X-DreamFactory-Session-Token"), prefix !== "df-login");
        assert.equal(/"resource": |'resource' => |resource: records/.test(code), prefix === "df-batch");
      });
    }

    if (language === "php" && hasPhp) {
      test("are PHP", () => {
        for (const { prefix } of Object.values(snippets)) {
          const { status, stdout } = spawnSync("php", ["-l"], {
            input: `<?php\n${codeOf(snippets, prefix)}`,
          });
          assert.equal(status, 0, `${prefix}: ${stdout}`);
        }
      });
    }
  });
}

/** The text that a snippet inserts when nothing is typed over its tab stops. */
function codeOf(snippets: Snippets, prefix: string): string {
  const snippet = Object.values(snippets).find((each) => each.prefix === prefix);
  return withoutTabStops(`${snippet?.body.join("\n")}\n`);
}

/** Runs a snippet with a `fetch` that sends nothing, and writes down what it would have sent. */
async function requestOf(code: string): Promise<string> {
  let request = "";
  const fetch = async (url: string, { method = "GET", headers, body }: RequestInit) => {
    const lines = Object.entries({ ...headers }).map(([name, value]) => `${name}: ${value}`);
    request = [`${method} ${url}`, ...lines, "", body ?? "", ""].join("\n");
    return { ok: true, json: async () => ({ resource: [], session_token: "t" }) };
  };
  const values = {
    fetch,
    apiKey: "a".repeat(64),
    sessionToken: "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOjF9.abc",
    records: [{ name: "Ada" }],
    email: "e@x.org",
    password: "p",
  };
  const body = stripTypeScriptTypes(`async ({ ${Object.keys(values).join(", ")} }) => {{\n${code}}}`);
  const run: (given: typeof values) => Promise<void> = runInThisContext(body);
  await run(values);
  return request;
}
