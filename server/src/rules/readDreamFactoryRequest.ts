import type { HttpRequest } from "../http/model.ts";
import { targetParts } from "../http/target.ts";
import { placeholderAt } from "../text/placeholder.ts";
import type { Located } from "../text/span.ts";
import { type Credentials, headerKey, readCredentials } from "./credentials.ts";
import type { DreamFactoryRequest, RequestOptions } from "./dreamFactoryRequest.ts";
import { isKnownEndpoint, isOpenEndpoint, readEndpoint } from "./endpoint.ts";
import { readFilter } from "./filters.ts";
import { readRequestBody } from "./requestBody.ts";
import { type RequestUrl, readRequestUrl } from "./requestUrl.ts";
import { resolveBase, resolvePath } from "./urlBase.ts";
import { effectiveVerb } from "./verbs.ts";

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
