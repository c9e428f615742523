const PLAIN_HEADERS: ReadonlySet<string> = new Set([
  "accept",
  "accept-encoding",
  "accept-language",
  "authorization",
  "cache-control",
  "content-type",
  "cookie",
  "host",
  "x-api-key",
  "x-http-method",
  "x-http-method-override",
  "x-method-override",
]);

/**
 * True for headers that are unmistakable: nobody starts a text with them, and their values hold no comment sign of
 * their own.
 */
export function isPlainHeader(name: string): boolean {
  const lower = name.toLowerCase();
  return PLAIN_HEADERS.has(lower) || lower.startsWith("x-dreamfactory-");
}
