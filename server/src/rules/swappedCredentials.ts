import { NO_TOKEN, TOKEN_WITHOUT_SEGMENTS } from "./answers.ts";
import { API_KEY_HEADER, type Credential, SESSION_TOKEN_HEADER } from "./credentials.ts";
import type { DreamFactoryRequest } from "./dreamFactoryRequest.ts";
import { finding, preferred, replacement } from "./finding.ts";
import { needsCredentials } from "./missingCredentials.ts";
import type { Finding } from "./model.ts";
import type { Rule } from "./rule.ts";
import { isApiKey, isJwt } from "./tokenShape.ts";

const EXAMPLE_KEY = "36fda24fe5588fa4285ac6c6c2fdfbdb6b6bc9834699774c9bf777f706d05a88";

const KIND = {
  code: "swapped-credentials",
  title: "API key and session token swapped",
  severity: "error",
  language: "http",
  wrong: `GET {{host}}/api/v2/db/_table/contact\nX-DreamFactory-Session-Token: ${EXAMPLE_KEY}`,
  right: `GET {{host}}/api/v2/db/_table/contact\nX-DreamFactory-API-Key: ${EXAMPLE_KEY}`,
  why:
    "An API key is 64 hexadecimal digits and names an app; a session token is a JWT (`eyJ….….…`) and names a user. " +
    "Each is looked for in its own header only.",
} as const;

export const swappedCredentials: Rule = {
  kind: KIND,
  check(request): readonly Finding[] {
    return request.credentials.found.flatMap((credential) => {
      if (credential.kind === "api-key" && isJwt(credential.value.value))
        return [tokenAsKey(request, credential)];
      const isKeyAsToken = credential.kind === "session-token" && isApiKey(credential.value.value);
      return isKeyAsToken ? [keyAsToken(request, credential)] : [];
    });
  },
};

function tokenAsKey(request: DreamFactoryRequest, credential: Credential): Finding {
  const { found, open } = request.credentials;
  const isAlone = found.length === 1 && !open && needsCredentials(request);
  return finding(KIND, credential.value.span, SESSION_TOKEN_MESSAGE, {
    repairs: renames(request, credential, SESSION_TOKEN_HEADER),
    ...(isAlone ? { answer: NO_TOKEN } : { severity: "warning" }),
  });
}

function keyAsToken(request: DreamFactoryRequest, credential: Credential): Finding {
  const isRead = request.resource !== "session";
  return finding(KIND, credential.value.span, API_KEY_MESSAGE, {
    repairs: renames(request, credential, API_KEY_HEADER),
    ...(isRead ? { answer: TOKEN_WITHOUT_SEGMENTS } : { severity: "warning" }),
  });
}

const SESSION_TOKEN_MESSAGE = {
  text: "This is a session token, not an API key. DreamFactory finds no app with it.",
};
const API_KEY_MESSAGE = {
  text: "This is an API key, not a session token. DreamFactory refuses it as an invalid token.",
};

/** A header takes its right name, unless the request has that one too. */
function renames(
  { http }: DreamFactoryRequest,
  { header, value }: Credential,
  name: string,
): Finding["repairs"] {
  const isTaken = http.headers.some((each) => each.name.value.toLowerCase() === name.toLowerCase());
  if (header === undefined || header.name.value === "" || isTaken) return [];
  const upToValue = { start: header.name.span.start, end: value.span.start };
  return [
    preferred({ text: "Send it as {header}", args: { header: name } }, [replacement(upToValue, `${name}: `)]),
  ];
}
