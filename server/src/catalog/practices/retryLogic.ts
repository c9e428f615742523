import type { Practice } from "../model.ts";
import { RETRY_SNIPPETS } from "../retrySnippets.ts";
import { fromPackage, officialPage } from "../sources.ts";

export const retryLogic: Practice = {
  id: "retry-logic",
  title: "Implement retry logic",
  summary: "Wait and try again where waiting can help: after 429, and after a server error.",
  points: [
    "After 429, wait as many seconds as `Retry-After` says; without the header, 60 seconds.",
    "After 500 and above, use exponential backoff: 1 second, 2, 4, always twice the last.",
    "Give up after 3 retries, and hand the last response to the caller.",
    "Retry neither 4xx other than 429, nor 501: the answer stays the same.",
    "Do not blindly repeat a POST or PATCH after a server error: it may have taken effect, and would write twice.",
    "Set an upper bound for the wait: a limit that counts by day can ask for hours.",
    "Add up to a second of chance, so that many clients do not come back in the same moment.",
    "Many a 500 is permanent, such as an unknown column. A retry then costs time and nothing else.",
  ],
  correction: {
    wrong: {
      language: "javascript",
      code: "let response;\ndo response = await fetch(url, options);\nwhile (!response.ok);",
    },
    right: { language: "javascript", code: "const response = await fetchWithRetry(url, options);" },
    why: "A loop without a pause uses up the rate limit again as soon as it is renewed, and never ends on an error that stays.",
  },
  examples: RETRY_SNIPPETS.map(({ title, language, code }) => ({ language, code, caption: `${title}.` })),
  sources: [
    officialPage("Implement retry logic", "2._Implement_Retry_Logic"),
    fromPackage("df-limits", "src/Http/Middleware/EvaluateLimits.php:213-249", "When Retry-After is sent"),
  ],
};
