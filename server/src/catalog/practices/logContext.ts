import type { Practice } from "../model.ts";
import { fromPackage, officialPage } from "../sources.ts";

const DESCRIBE_FAILURE = `const SECRET_NAME = /^(authorization|x-dreamfactory-.*|api_key|session_token|.*password|.*secret)$/i;

const mask = (name, value) => (SECRET_NAME.test(name) ? "***" : value);

/** One line for the log, without credentials. */
function describeFailure({ method, url, headers = {}, body }, status, answer) {
  const address = new URL(url);
  for (const name of [...address.searchParams.keys()]) {
    address.searchParams.set(name, mask(name, address.searchParams.get(name)));
  }
  const sent = Object.entries(headers).map(([name, value]) => [name, mask(name, value)]);
  return JSON.stringify({
    time: new Date().toISOString(),
    request: { method, url: address.href, headers: Object.fromEntries(sent), body },
    response: { status, body: answer },
  }, mask);
}
`;

export const logContext: Practice = {
  id: "log-context",
  title: "Log the context",
  summary: "Log the whole exchange when a call fails, so that the error can be understood later.",
  points: [
    "Log the URL and the method of the request.",
    "Log the body of the request, sanitized.",
    "Log the status and the body of the response.",
    "Log the timestamp, with its time zone, so that the line can be found in the server's logs.",
    "Mask `X-DreamFactory-API-Key`, `X-DreamFactory-Session-Token` and `Authorization`, and in URLs `api_key` and `session_token`.",
    "Mask passwords and session tokens in bodies: a login sends the one and returns the other.",
    "Log JSON in one line. Then this extension recognizes the envelope inside it.",
    "On the server, the level DEBUG writes API keys and session tokens in clear into `storage/logs/dreamfactory.log`.",
  ],
  correction: {
    wrong: { language: "javascript", code: 'console.error("request failed");' },
    right: {
      language: "javascript",
      code: "console.error(describeFailure(request, response.status, await response.text()));",
    },
    why: "Without method, URL and body nobody can repeat the call, and DreamFactory's own log at its default level names none of them.",
  },
  examples: [
    { language: "javascript", code: DESCRIBE_FAILURE, caption: "Describes a failed call in one line." },
  ],
  sources: [
    officialPage("Log context for debugging", "3._Log_Context_for_Debugging"),
    fromPackage(
      "df-core",
      "src/Services/BaseRestService.php:129-159",
      "What the server itself logs of a request",
    ),
  ],
};
