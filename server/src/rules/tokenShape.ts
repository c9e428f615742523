/** True for a JSON Web Token: three parts, the first of which encodes `{"`. */
export function isJwt(value: string): boolean {
  return /^eyJ[A-Za-z0-9_-]*\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*$/.test(value);
}

/** True for an API key of DreamFactory, which is a SHA-256 in hexadecimal digits. */
export function isApiKey(value: string): boolean {
  return /^[0-9a-f]{64}$/i.test(value);
}
