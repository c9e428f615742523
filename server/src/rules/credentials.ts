import { findHeader } from "../http/mediaType.ts";
import type { HttpHeader, HttpRequest } from "../http/model.ts";
import type { Located } from "../text/span.ts";
import { hasPlaceholder } from "./placeholders.ts";
import type { RequestBody } from "./requestBody.ts";
import type { RequestUrl } from "./requestUrl.ts";
import { mayGetHeadersFromScript } from "./scripts.ts";

export type CredentialKind = "api-key" | "session-token" | "basic" | "script-token";

/** Something in a request that tells DreamFactory who calls. */
export interface Credential {
  readonly kind: CredentialKind;
  /** As written; of `Authorization: Bearer x` only `x`. */
  readonly value: Located<string>;
  /** The header it stands in, if it does. */
  readonly header?: HttpHeader;
}

/** Everything that says who calls. */
export interface Credentials {
  readonly found: readonly Credential[];
  /** True when the request may hold credentials that cannot be seen: in a placeholder or in a file. */
  readonly open: boolean;
}

export const API_KEY_HEADER = "X-DreamFactory-API-Key";
export const SESSION_TOKEN_HEADER = "X-DreamFactory-Session-Token";

/** Looks in all places of df-core's `AuthCheck`: headers, query and body. */
export function readCredentials(
  request: HttpRequest,
  text: string,
  url: RequestUrl,
  body: RequestBody,
): Credentials {
  const found = [
    ...request.headers.flatMap(fromHeader),
    ...url.parameters.flatMap(({ name, value, rawValue }) => fromPair(name.value, value.value, rawValue)),
    ...(body.outline?.members ?? []).flatMap(({ key, value }) =>
      fromPair(key, text.slice(value.span.start, value.span.end), value.span),
    ),
  ];
  const authorization = findHeader(request.headers, "authorization")?.value.value ?? "";
  const open =
    url.open ||
    url.base.includes("@") ||
    body.content === "unknown" ||
    body.outline?.open === true ||
    request.headers.some(({ name }) => hasPlaceholder(name.value)) ||
    (hasPlaceholder(authorization) && !/^(bearer|basic|token|jwt)\b/i.test(authorization)) ||
    takesOverHeaders(request, text) ||
    mayGetHeadersFromScript(request, text) ||
    isCurlWithHiddenHeaders(request, text) ||
    isForm(body, text);
  return { found, open };
}

/** Header names are told apart as Symfony does: without case, `_` for `-`. */
export function headerKey(name: string): string {
  return name.toLowerCase().replaceAll("_", "-");
}

function fromHeader(header: HttpHeader): Credential[] {
  const { value } = header;
  const name = headerKey(header.name.value);
  if (value.value === "") return [];
  if (name === "x-dreamfactory-api-key") return [{ kind: "api-key", value, header }];
  if (name === "x-dreamfactory-session-token") return [{ kind: "session-token", value, header }];
  if (name === "x-dreamfactory-script-token") return [{ kind: "script-token", value, header }];
  if (name !== "authorization") return [];
  if (/^basic\s/i.test(value.value)) return [{ kind: "basic", value, header }];
  // The server cuts seven characters off whatever contains this word.
  if (!value.value.includes("Bearer") || value.value.length <= 7) return [];
  const token = { value: value.value.slice(7), span: { start: value.span.start + 7, end: value.span.end } };
  return [{ kind: "session-token", value: token, header }];
}

function fromPair(name: string, value: string, span: Located<string>["span"]): Credential[] {
  if (value === "") return [];
  if (name === "api_key") return [{ kind: "api-key", value: { value, span } }];
  if (name === "session_token") return [{ kind: "session-token", value: { value, span } }];
  return name === "script_token" ? [{ kind: "script-token", value: { value, span } }] : [];
}

/** httpYac's `...name` line takes over headers that are defined elsewhere. */
function takesOverHeaders({ target, span, body }: HttpRequest, text: string): boolean {
  const head = text.slice(target.span.end, body?.span.start ?? span.end);
  return head.split("\n").some((line) => line.trimStart().startsWith("..."));
}

/** cURL takes credentials from files too, and builds some headers itself. */
function isCurlWithHiddenHeaders({ span }: HttpRequest, text: string): boolean {
  const command = text.slice(span.start, span.end);
  return /^curl\s/.test(command) && /\s(?:--oauth2-bearer|--netrc|--config|-n|-K|-H\s*['"]?@)/.test(command);
}

function isForm({ decoder, span }: RequestBody, text: string): boolean {
  if (decoder !== "form" || span === undefined) return false;
  return /api_key|session_token/.test(text.slice(span.start, span.end));
}
