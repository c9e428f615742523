import assert from "node:assert/strict";
import { test } from "node:test";
import { transformSync } from "esbuild";
import { PRACTICES } from "../../server/src/catalog/practices.ts";
import { getRetrySnippet, RETRY_SNIPPETS } from "../../server/src/catalog/retrySnippets.ts";

type Answer = readonly [status: number, headers?: Record<string, string>];
type Fetch = (url: string, options?: { method?: string }) => Promise<Response>;
type FetchWithRetry = (url: string, options?: { method?: string }, maxRetries?: number) => Promise<Response>;

/** What a program that calls `fetchWithRetry` sees: the last status, and the whole seconds of every wait. */
async function callWithRetry(
  code: string,
  answers: readonly Answer[],
  options: { method?: string } = {},
): Promise<{ status: number; waits: number[]; calls: number }> {
  const waits: number[] = [];
  let calls = 0;
  const fakeFetch: Fetch = async () => {
    const [status, headers = {}] = answers[Math.min(calls, answers.length - 1)] ?? assert.fail();
    calls += 1;
    return new Response(null, { status, headers });
  };
  const fakeTimer = (done: () => void, milliseconds: number): void => {
    waits.push(Math.floor(milliseconds / 1000));
    done();
  };
  const load = new Function("fetch", "setTimeout", `${code}\nreturn fetchWithRetry;`);
  const fetchWithRetry: FetchWithRetry = load(fakeFetch, fakeTimer);
  const { status } = await fetchWithRetry("https://example.com/", options);
  return { status, waits, calls };
}

const RUNNABLE: readonly (readonly [language: string, code: string])[] = [
  ["JavaScript", getRetrySnippet("javascript")?.code ?? ""],
  ["TypeScript", transformSync(getRetrySnippet("typescript")?.code ?? "", { loader: "ts" }).code],
];

for (const [language, code] of RUNNABLE) {
  test(`the ${language} retry waits as long as Retry-After says`, async () => {
    const seen = await callWithRetry(code, [[429, { "Retry-After": "7" }], [200]]);
    assert.deepEqual(seen, { status: 200, waits: [7], calls: 2 });
  });

  test(`the ${language} retry waits a minute after 429 without Retry-After, then twice as long`, async () => {
    const seen = await callWithRetry(code, [[429], [429], [200]]);
    assert.deepEqual(seen, { status: 200, waits: [60, 120], calls: 3 });
  });

  test(`the ${language} retry backs off exponentially after server errors and gives up after three`, async () => {
    const seen = await callWithRetry(code, [[503]]);
    assert.deepEqual(seen, { status: 503, waits: [1, 2, 4], calls: 4 });
  });

  test(`the ${language} retry returns at once what a retry cannot mend`, async () => {
    for (const status of [200, 400, 404, 501]) {
      assert.deepEqual(await callWithRetry(code, [[status]]), { status, waits: [], calls: 1 });
    }
    const longWait = await callWithRetry(code, [[429, { "Retry-After": "86400" }]]);
    assert.deepEqual(longWait, { status: 429, waits: [], calls: 1 });
  });

  test(`the ${language} retry repeats a POST after 429, not after a server error`, async () => {
    const limited = await callWithRetry(code, [[429], [201]], { method: "post" });
    assert.deepEqual(limited, { status: 201, waits: [60], calls: 2 });
    const failed = await callWithRetry(code, [[500], [201]], { method: "post" });
    assert.deepEqual(failed, { status: 500, waits: [], calls: 1 });
  });
}

test("the retry functions of all languages know the same numbers", () => {
  for (const { title, functionName, code } of RETRY_SNIPPETS) {
    assert.ok(code.includes(functionName), title);
    for (const word of ["Retry-After", "429", "500", "501", "60", "120", "POST", "PATCH"]) {
      assert.ok(code.includes(word), `${title} lacks ${word}`);
    }
    assert.match(code, /2 ?\*\* ?\$?attempt/, title);
  }
});

test("a retry function is found by the language identifier of an editor", () => {
  assert.equal(getRetrySnippet("typescriptreact")?.title, "TypeScript");
  assert.equal(getRetrySnippet("python")?.functionName, "request_with_retry");
  assert.equal(getRetrySnippet("php")?.language, "php");
  assert.equal(getRetrySnippet("http"), undefined);
});

test("the practice that reads an error keeps the envelope, or else the plain text", async () => {
  const load = new Function(`${exampleOf("check-status-codes")}\nreturn readError;`);
  const readError: (response: Response) => Promise<unknown> = load();
  const envelope = '{"error":{"code":1000,"context":null,"message":"Batch Error","status_code":400}}';
  assert.deepEqual(await readError(new Response(envelope, { status: 400 })), {
    status: 400,
    code: 1000,
    message: "Batch Error",
    context: null,
  });
  const page = "<h1>502 Bad Gateway</h1>";
  assert.deepEqual(await readError(new Response(page, { status: 502 })), { status: 502, message: page });
});

test("the practice that describes a failure masks every credential", () => {
  const load = new Function(`${exampleOf("log-context")}\nreturn describeFailure;`);
  const describeFailure: (request: object, status: number, answer: string) => string = load();
  const line = describeFailure(
    {
      method: "POST",
      url: "https://example.com/api/v2/user/session?api_key=hidden1&fields=*",
      headers: { "X-DreamFactory-API-Key": "hidden2", authorization: "Bearer hidden3", Accept: "*/*" },
      body: { email: "ada@example.com", password: "hidden4", profile: { session_token: "hidden5" } },
    },
    401,
    "Invalid credentials supplied.",
  );
  assert.doesNotMatch(line, /hidden|\n/);
  for (const kept of [
    "POST",
    "fields=",
    "ada@example.com",
    "401",
    "Invalid credentials supplied.",
    '"time":"',
  ]) {
    assert.ok(line.includes(kept), kept);
  }
});

function exampleOf(id: string): string {
  const practice = PRACTICES.find((entry) => entry.id === id);
  return practice?.examples[0]?.code ?? assert.fail(`no example in ${id}`);
}
