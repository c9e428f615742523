import type { HttpHeader } from "./model.ts";

/** The first header of that name, in any case. */
export function findHeader(headers: readonly HttpHeader[], name: string): HttpHeader | undefined {
  const wanted = name.toLowerCase();
  return headers.find((header) => header.name.value.toLowerCase() === wanted);
}

/** The media type of a Content-Type value in lower case, without its parameters. */
export function mediaTypeOf(contentType: string): string {
  return (contentType.split(";", 1)[0] ?? "").trim().toLowerCase();
}

/** A parameter of a Content-Type value, such as the `boundary` of multipart, without quotes. */
export function parameterOf(contentType: string, name: string): string | undefined {
  for (const parameter of contentType.split(";").slice(1)) {
    const equals = parameter.indexOf("=");
    if (equals < 0 || parameter.slice(0, equals).trim().toLowerCase() !== name) continue;
    const value = parameter.slice(equals + 1).trim();
    return value.startsWith('"') && value.endsWith('"') ? value.slice(1, -1) : value;
  }
  return undefined;
}

/** True for `application/json`, `text/json` and every `+json` type. */
export function isJsonType(mediaType: string): boolean {
  return mediaType === "application/json" || mediaType === "text/json" || mediaType.endsWith("+json");
}

/** True for the types that put one JSON text on each line. */
export function isJsonLinesType(mediaType: string): boolean {
  return /^application\/(?:x-)?(?:ndjson|jsonl|jsonlines|json-lines)$/.test(mediaType);
}

/** True for XML and everything built on it. */
export function isXmlType(mediaType: string): boolean {
  return mediaType === "application/xml" || mediaType === "text/xml" || mediaType.endsWith("+xml");
}
