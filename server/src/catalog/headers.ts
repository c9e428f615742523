import type { HeaderEntry, Source } from "./model.ts";
import { fromPackage, officialPage } from "./sources.ts";

/** A header with its direction, what to know beyond its meaning, and where that was read. */
export interface HeaderFacts extends HeaderEntry {
  readonly direction: "request" | "response";
  /** The status of the responses that carry it; absent on request headers. */
  readonly status?: number;
  /** Sentences on what surprises people. */
  readonly notes: readonly string[];
  readonly sources: readonly Source[];
}

const LIMIT_SOURCES = [
  officialPage("429 Too Many Requests", "429_Too_Many_Requests"),
  fromPackage("df-limits", "src/Http/Middleware/EvaluateLimits.php:216-249", "The headers of a rate limit"),
];
const CREDENTIAL_SOURCES = [
  officialPage("401 Unauthorized", "401_Unauthorized"),
  fromPackage("df-core", "src/Http/Middleware/AuthCheck.php:38-136", "Where credentials are read"),
];
const VERB_SOURCES = [
  fromPackage("df-core", "src/Http/Middleware/VerbOverrides.php:12-45", "Verb tunnelling"),
];

/** The headers that matter to an error: those of rate limits first, then credentials, then the body and the verb. */
export const HEADERS: readonly HeaderFacts[] = [
  {
    name: "Retry-After",
    example: "60",
    meaning: "The number of seconds to wait before the next request.",
    direction: "response",
    status: 429,
    notes: [
      "It is missing when the waiting time is unknown.",
      "It can be hours or days for a limit that counts by day or month.",
    ],
    sources: LIMIT_SOURCES,
  },
  {
    name: "X-RateLimit-Limit",
    example: "1000",
    meaning: "How many requests the limit allows in its period.",
    direction: "response",
    status: 429,
    notes: ["It describes the limit that was checked last, which need not be the one that is used up."],
    sources: LIMIT_SOURCES,
  },
  {
    name: "X-RateLimit-Remaining",
    example: "0",
    meaning: "How many requests are left in the current period.",
    direction: "response",
    status: 429,
    notes: ["It can be above 0 on a 429, because it describes the limit that was checked last."],
    sources: LIMIT_SOURCES,
  },
  {
    name: "X-RateLimit-Reset",
    example: "1707700800",
    meaning: "When the period ends, in seconds since 1970-01-01 UTC.",
    direction: "response",
    status: 429,
    notes: ["The example means 2024-02-12 01:20:00 UTC.", "It is missing when the waiting time is unknown."],
    sources: LIMIT_SOURCES,
  },
  {
    name: "X-DreamFactory-API-Key",
    example: "your-api-key",
    meaning: "The API key of the app that calls. The app brings its default role.",
    direction: "request",
    notes: [
      "A key has 64 hexadecimal digits. A value that begins with `eyJ` is a session token in the wrong header.",
      "The query parameter `api_key` does the same.",
    ],
    sources: CREDENTIAL_SOURCES,
  },
  {
    name: "X-DreamFactory-Session-Token",
    example: "{{token}}",
    meaning: "The session token of a logged-in user: a JWT, as the login returns it.",
    direction: "request",
    notes: [
      "`Authorization: Bearer` is read first when both are sent.",
      "The query parameter `session_token` does the same; `token` is no longer read.",
    ],
    sources: CREDENTIAL_SOURCES,
  },
  {
    name: "Authorization",
    example: "Bearer {{token}}",
    meaning: "The session token after the word `Bearer`, or the name and password of a user as HTTP Basic.",
    direction: "request",
    notes: ["`Bearer` is read exactly so, with one space: `bearer` in lower case is not recognized."],
    sources: CREDENTIAL_SOURCES,
  },
  {
    name: "X-DreamFactory-Script-Token",
    example: "{{scriptToken}}",
    meaning: "Marks a call that a script makes inside DreamFactory.",
    direction: "request",
    notes: ["The query parameter `script_token` does the same."],
    sources: CREDENTIAL_SOURCES,
  },
  {
    name: "X-DreamFactory-Application-Name",
    example: "todo",
    meaning: "Named the calling app in DreamFactory 1.x.",
    direction: "request",
    notes: ["DreamFactory 2.0 and later do not read it. Send `X-DreamFactory-API-Key` instead."],
    sources: CREDENTIAL_SOURCES,
  },
  {
    name: "Content-Type",
    example: "application/json",
    meaning: "Decides how the request body is decoded.",
    direction: "request",
    notes: [
      "The value must contain `/json` or `+json` in lower case: `application/JSON` is not read as JSON.",
      "`curl -d` sends `application/x-www-form-urlencoded` by default, and then JSON becomes a form field.",
      "Without the header DreamFactory guesses: valid JSON is accepted, malformed JSON is taken for something else.",
    ],
    sources: [fromPackage("df-core", "src/Utility/ServiceRequest.php:139-195", "How a body is decoded")],
  },
  {
    name: "Accept",
    example: "application/json",
    meaning: "Decides the format of the answer, also of an error: JSON, XML or CSV.",
    direction: "request",
    notes: [
      "The query parameters `accept` and `file` override it.",
      "An unknown format still gives errors as JSON.",
    ],
    sources: [fromPackage("df-core", "src/Utility/ResponseFactory.php", "How an answer is formatted")],
  },
  {
    name: "X-HTTP-Method",
    example: "DELETE",
    meaning: "The verb that a POST stands for.",
    direction: "request",
    notes: [
      "A POST with this header is checked, and refused, as the verb it names.",
      "`MERGE` counts as PATCH.",
    ],
    sources: VERB_SOURCES,
  },
  {
    name: "X-Method-Override",
    example: "PATCH",
    meaning: "The same as `X-HTTP-Method`, read when that one is missing.",
    direction: "request",
    notes: ["`X-HTTP-Method-Override` works as well."],
    sources: VERB_SOURCES,
  },
];

/** The facts of a header, whatever the case of its name; header names have none. */
export function getHeader(name: string): HeaderFacts | undefined {
  const wanted = name.toLowerCase();
  return HEADERS.find((header) => header.name.toLowerCase() === wanted);
}

/** The headers that come with a status. */
export function responseHeadersOf(status: number): readonly HeaderFacts[] {
  return HEADERS.filter((header) => header.status === status);
}
