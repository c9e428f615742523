import { responseHeadersOf } from "../headers.ts";
import type { ExceptionClass } from "../model.ts";
import { fromPackage, officialPage } from "../sources.ts";

export const tooManyRequestsException: ExceptionClass = {
  name: "TooManyRequestsException",
  status: 429,
  code: 429,
  title: "429 Too Many Requests",
  meaning: "A rate limit is used up. The same request works again when the period of the limit is over.",
  summary: "Rate limit exceeded",
  inShort: "Too many calls in the time window: limit of the service, the user, the role or the instance",
  action: "Wait, then retry",
  causes: [
    "There were too many API calls in the time window.",
    "The rate limit of the service is reached.",
    "The rate limit of the user is reached.",
  ],
  fixes: [
    { text: "Wait as many seconds as the `Retry-After` header says." },
    { text: "Without that header, wait a minute, then use exponential backoff: double the wait each time." },
    { text: "Make fewer calls: send several records in one batch, and keep answers that do not change." },
    { text: "If that is not enough, ask the administrator for a higher rate limit." },
  ],
  correction: {
    wrong: { language: "javascript", code: "for (const contact of contacts) {\n  await send([contact]);\n}" },
    right: {
      language: "javascript",
      code: "for (let i = 0; i < contacts.length; i += 100) {\n  await send(contacts.slice(i, i + 100));\n}",
    },
    why: "A limit counts requests, not records. A hundred records in one batch count once.",
  },
  examples: [
    {
      language: "http",
      code: "HTTP/1.1 429 Too Many Requests\nRetry-After: 60\nX-RateLimit-Limit: 1000\nX-RateLimit-Remaining: 0\nX-RateLimit-Reset: 1707700800",
      caption: "The headers that come with it.",
    },
    {
      language: "json",
      code: '{"error":{"code":429,"context":[{"id":1,"name":"per minute"}],"message":"API limit(s) exceeded. ","status_code":429}}',
      caption: "As a server answers: `context` lists every limit that is used up.",
    },
  ],
  headers: responseHeadersOf(429),
  reality: [
    "Limits, and these headers, exist only where the `df-limits` package is installed. No other error brings headers of its own.",
    "The headers describe the limit that was checked last, which need not be the one that is used up: `X-RateLimit-Remaining` can be above 0. The names of the limits that are used up are in `context`.",
    "`Retry-After` and `X-RateLimit-Reset` are missing when the waiting time is unknown.",
    "A limit counts by minute, hour, day, 7 days or 30 days, so `Retry-After` can be very long. Decide how long your program is willing to wait.",
    "Administrators, and calls that a script makes inside DreamFactory, are never limited.",
  ],
  seeAlso: ["practice/retry-logic", "header/Retry-After", "header/X-RateLimit-Reset"],
  sources: [
    officialPage("429 Too Many Requests", "429_Too_Many_Requests"),
    fromPackage("df-core", "src/Exceptions/TooManyRequestsException.php", "The class"),
    fromPackage("df-limits", "src/Http/Middleware/EvaluateLimits.php:213-249", "The message and the headers"),
    fromPackage("df-limits", "src/Models/Limit.php", "The periods of a limit"),
  ],
};
