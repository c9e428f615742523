/** A function that sends a request and retries it while the server is busy, ready to be pasted. */
export interface RetrySnippet {
  /** The language as people write it. */
  readonly title: string;
  /** A Markdown info string. */
  readonly language: string;
  /** The language identifiers of editors that it fits. */
  readonly languageIds: readonly string[];
  /** The name of the function. */
  readonly functionName: string;
  readonly code: string;
}

const FETCH_LOOP = `  const method = (options.method ?? "GET").toUpperCase();
  // After a server error nobody knows whether a POST or PATCH took effect: repeating it could write twice.
  const repeatable = method !== "POST" && method !== "PATCH";
  for (let attempt = 0; ; attempt++) {
    const response = await fetch(url, options);
    const { status } = response;
    const busy = status === 429 || (status >= 500 && status !== 501 && repeatable);
    const backoff = (status === 429 ? 60 : 1) * 2 ** attempt;
    const seconds = Number(response.headers.get("Retry-After")) || backoff;
    if (!busy || attempt === maxRetries || seconds > longestWait) return response;
    await pause(seconds + Math.random());
  }
}
`;

const JAVASCRIPT = `const pause = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

/** Like fetch, but waits and tries again while the server is busy. Returns the last response. */
async function fetchWithRetry(url, options = {}, maxRetries = 3, longestWait = 120) {
${FETCH_LOOP}`;

const TYPESCRIPT = `const pause = (seconds: number) => new Promise<void>((resolve) => setTimeout(resolve, seconds * 1000));

/** Like fetch, but waits and tries again while the server is busy. Returns the last response. */
async function fetchWithRetry(
  url: string | URL,
  options: RequestInit = {},
  maxRetries = 3,
  longestWait = 120,
): Promise<Response> {
${FETCH_LOOP}`;

const PYTHON = `import random
import time

import requests


def request_with_retry(method, url, max_retries=3, longest_wait=120, **options):
    """Like requests.request, but waits and tries again while the server is busy. Returns the last response."""
    options.setdefault("timeout", 30)
    # After a server error nobody knows whether a POST or PATCH took effect: repeating it could write twice.
    repeatable = method.upper() not in ("POST", "PATCH")
    attempt = 0
    while True:
        response = requests.request(method, url, **options)
        status = response.status_code
        busy = status == 429 or (status >= 500 and status != 501 and repeatable)
        retry_after = response.headers.get("Retry-After", "")
        backoff = (60 if status == 429 else 1) * 2**attempt
        seconds = int(retry_after) if retry_after.isdigit() else backoff
        if not busy or attempt == max_retries or seconds > longest_wait:
            return response
        time.sleep(seconds + random.random())
        attempt += 1
`;

const PHP = `/**
 * Sends a request with cURL; waits and tries again while the server is busy.
 *
 * @return array{status: int, body: string} the last response
 */
function requestWithRetry(
    string $method,
    string $url,
    array $headers = [],
    ?string $body = null,
    int $maxRetries = 3,
    int $longestWait = 120,
): array {
    // After a server error nobody knows whether a POST or PATCH took effect: repeating it could write twice.
    $repeatable = !in_array(strtoupper($method), ['POST', 'PATCH'], true);
    for ($attempt = 0; ; $attempt++) {
        $retryAfter = 0;
        $curl = curl_init($url);
        curl_setopt_array($curl, [
            CURLOPT_CUSTOMREQUEST => $method,
            CURLOPT_HTTPHEADER => $headers,
            CURLOPT_RETURNTRANSFER => true,
            CURLOPT_TIMEOUT => 30,
            CURLOPT_HEADERFUNCTION => function ($curl, string $line) use (&$retryAfter): int {
                if (stripos($line, 'Retry-After:') === 0) {
                    $retryAfter = (int) substr($line, strlen('Retry-After:'));
                }
                return strlen($line);
            },
        ]);
        if ($body !== null) {
            curl_setopt($curl, CURLOPT_POSTFIELDS, $body);
        }
        $answer = curl_exec($curl);
        if ($answer === false) {
            throw new RuntimeException(curl_error($curl));
        }
        $status = curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
        $busy = $status === 429 || ($status >= 500 && $status !== 501 && $repeatable);
        $seconds = $retryAfter ?: ($status === 429 ? 60 : 1) * 2 ** $attempt;
        if (!$busy || $attempt === $maxRetries || $seconds > $longestWait) {
            return ['status' => $status, 'body' => $answer];
        }
        usleep($seconds * 1_000_000 + random_int(0, 1_000_000));
    }
}
`;

/** The retry function in each language, all with the same behavior. */
export const RETRY_SNIPPETS: readonly RetrySnippet[] = [
  {
    title: "JavaScript",
    language: "javascript",
    languageIds: ["javascript", "javascriptreact"],
    functionName: "fetchWithRetry",
    code: JAVASCRIPT,
  },
  {
    title: "TypeScript",
    language: "typescript",
    languageIds: ["typescript", "typescriptreact"],
    functionName: "fetchWithRetry",
    code: TYPESCRIPT,
  },
  {
    title: "Python",
    language: "python",
    languageIds: ["python"],
    functionName: "request_with_retry",
    code: PYTHON,
  },
  { title: "PHP", language: "php", languageIds: ["php"], functionName: "requestWithRetry", code: PHP },
];

/** The retry function that fits the language of a document. */
export function getRetrySnippet(languageId: string): RetrySnippet | undefined {
  return RETRY_SNIPPETS.find((snippet) => snippet.languageIds.includes(languageId));
}
