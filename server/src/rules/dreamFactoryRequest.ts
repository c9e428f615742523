import type { HttpRequest, JsonPart } from "../http/model.ts";
import { targetParts } from "../http/target.ts";
import type { JsonVerdict } from "../json/judgement.ts";
import { placeholderAt } from "../text/placeholder.ts";
import type { Located, Span } from "../text/span.ts";
import { type Credentials, headerKey, readCredentials } from "./credentials.ts";
import { type Endpoint, isKnownEndpoint, isOpenEndpoint, readEndpoint } from "./endpoint.ts";
import { type RequestFilter, readFilter } from "./filters.ts";
import { type RequestBody, readRequestBody } from "./requestBody.ts";
import { type QueryParameter, type RequestUrl, readRequestUrl } from "./requestUrl.ts";
import { resolveBase, resolvePath } from "./urlBase.ts";
import { effectiveVerb, type VerbOverride } from "./verbs.ts";

/** What is known of a request beyond its own text. */
export interface RequestOptions {
  /** Hosts that are DreamFactory servers, as written in URLs: `df.example.com`, `localhost:8080`, `{{host}}`. */
  readonly hosts?: readonly string[];
  /** What the variables of the document hold that may stand in place of a host. */
  readonly variables?: ReadonlyMap<string, string> | undefined;
  /** True when a script elsewhere in the document may add headers to the request. */
  readonly sharesHeaders?: boolean;
  /** PHP's verdicts on its JSON, where it was judged before; any other part is judged when it is read. */
  readonly verdicts?: ReadonlyMap<JsonPart, JsonVerdict>;
}

/** A request that is recognizably meant for DreamFactory, read the way the server reads it. */
export interface DreamFactoryRequest extends Endpoint {
  readonly http: HttpRequest;
  readonly text: string;
  /** 1 for `/rest/…`, which DreamFactory 2 and later do not know. */
  readonly generation: 1 | 2;
  /** False when only `/api/v2/` speaks for DreamFactory; other products have that path too. */
  readonly certain: boolean;
  /** The verb that counts after tunneling, upper case; `undefined` when a placeholder decides it. */
  readonly verb: string | undefined;
  /** What tunnels the verb, also where the server ignores it. */
  readonly override: VerbOverride | undefined;
  readonly url: RequestUrl;
  readonly parameters: readonly QueryParameter[];
  readonly body: RequestBody;
  readonly credentials: Credentials;
  /** The filter that chooses the records; `undefined` where there is none or where the server does not look at it. */
  readonly filter: RequestFilter | undefined;
  /** True where the server asks for neither key nor token. */
  readonly isOpenEndpoint: boolean;
}

/**
 * Reads a request as DreamFactory does, or `undefined` when nothing says that it is meant for DreamFactory: the path
 * `/api/v2/…`, or an `X-DreamFactory-…` header or a configured host with a path that starts with `/api/` or follows a
 * placeholder. Never throws.
 */
export function readDreamFactoryRequest(
  request: HttpRequest,
  text: string,
  options: RequestOptions = {},
): DreamFactoryRequest | undefined {
  if (startsWithVariable(request.target.value)) return undefined;
  const url = readRequestUrl(request.target);
  const base = resolveBase(targetParts(request.target).base, options.variables);
  const hosts = options.hosts ?? [];
  const isOurs =
    hasOwnHeader(request) || [url.base, base.host].some((host) => isConfigured(host, request, hosts));
  const segments = [...base.path, ...resolvePath(url.segments, options.variables)];
  const route = findRoute(segments, url, isOurs, isFirstGeneration(request, url));
  const [service, ...path] = route?.path ?? [];
  if (route === undefined || service === undefined) return undefined;
  const { verb, override } = effectiveVerb(request, url);
  const endpoint = readEndpoint(service, path);
  const body = readRequestBody(request, text, options.verdicts);
  const read = {
    ...endpoint,
    http: request,
    text,
    generation: route.generation,
    certain: isOurs || isKnownEndpoint(endpoint),
    verb,
    override,
    url,
    parameters: url.parameters,
    body,
    credentials: withShared(readCredentials(request, text, url, body), options.sharesHeaders),
    isOpenEndpoint: isOpenEndpoint(endpoint, verb),
  };
  return { ...read, filter: readFilter(read) };
}

function withShared({ found, open }: Credentials, sharesHeaders = false): Credentials {
  return { found, open: open || sharesHeaders };
}

/** Where a further header line goes; `undefined` in a cURL block, which has no header lines. */
export function headerInsertion({
  http,
  text,
}: DreamFactoryRequest): { at: number; newline: string } | undefined {
  if (/^\s*curl\b/.test(text.slice(http.span.start, http.span.start + 20))) return undefined;
  const { start, end } = lastHeadLine(http);
  const lineFeed = text.indexOf("\n", end);
  const isCrlf = lineFeed > start && text.charAt(lineFeed - 1) === "\r";
  const lineEnd = lineFeed < 0 ? text.length : lineFeed - (isCrlf ? 1 : 0);
  return { at: lineEnd, newline: isCrlf ? "\r\n" : "\n" };
}

function lastHeadLine({ headers, target }: HttpRequest): Span {
  return headers.at(-1)?.span ?? target.span;
}

/** `{{verb}} https://…` is read as a URL without a method, whatever the variable holds. */
function startsWithVariable(url: string): boolean {
  const placeholder = placeholderAt(url, 0);
  return placeholder !== undefined && url.charAt(placeholder.end) === " ";
}

interface Route {
  readonly generation: 1 | 2;
  /** Service and resource path. */
  readonly path: readonly Located<string>[];
}

function findRoute(
  segments: readonly Located<string>[],
  { base, segments: written }: RequestUrl,
  isOurs: boolean,
  isFirst: boolean,
): Route | undefined {
  const names = segments.map((segment) => segment.value);
  const api = names.indexOf("api");
  const version = api < 0 ? "" : (names[api + 1] ?? "");
  if (/^v[0-9.]+$/.test(version) && (version === "v2" || isOurs)) {
    return { generation: 2, path: segments.slice(api + 2) };
  }
  if (names[0] === "rest" && segments[0] === written[0] && (isFirst || isOurs)) {
    return { generation: 1, path: segments.slice(1) };
  }
  if (!isOurs) return undefined;
  if (api >= 0)
    return { generation: 2, path: segments.slice(isVersionVariable(version) ? api + 2 : api + 1) };
  return base.startsWith("{{") && segments[0] === written[0] ? { generation: 2, path: segments } : undefined;
}

/** `{{version}}` where `v2` could stand. */
function isVersionVariable(segment: string): boolean {
  return /^\{\{[^{}]*ver(?:sion)?[^{}]*\}\}$/i.test(segment);
}

function hasOwnHeader({ headers }: HttpRequest): boolean {
  return headers.some(({ name }) => headerKey(name.value).startsWith("x-dreamfactory-"));
}

function isFirstGeneration({ headers }: HttpRequest, { parameters }: RequestUrl): boolean {
  return (
    headers.some(({ name }) => headerKey(name.value) === "x-dreamfactory-application-name") ||
    parameters.some(({ name }) => name.value === "app_name")
  );
}

function isConfigured(base: string, { headers }: HttpRequest, hosts: readonly string[]): boolean {
  if (hosts.length === 0) return false;
  const host = base || (headers.find(({ name }) => headerKey(name.value) === "host")?.value.value ?? "");
  return (
    hosts.map(bareHost).includes(bareHost(host)) ||
    hosts.map(bareHost).includes(bareHost(host).replace(/:\d+$/, ""))
  );
}

function bareHost(host: string): string {
  const afterScheme = host.includes("://") ? host.slice(host.indexOf("://") + 3) : host;
  const path = afterScheme.indexOf("/");
  return (path < 0 ? afterScheme : afterScheme.slice(0, path)).toLowerCase();
}
