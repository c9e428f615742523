/** What stands in place of a secret. */
const MASK = "•••";

/** A JSON Web Token: three Base64URL parts, of which the first begins with `{"`. */
const JWT = /\beyJ[\w-]{8,}\.[\w-]{4,}(?:\.[\w-]*)?/g;

/** DreamFactory's API keys are SHA-256 digests in hexadecimal. */
const API_KEY = /\b[0-9a-fA-F]{64}\b/g;

/** `Authorization: Bearer …`, `Basic …`. */
const CREDENTIALS = /\b(Bearer|Basic)(\s+)[\w+/=.~-]{6,}/gi;

/** `"password":"…"`, `session_token=…`, `API Key: …`: the name, then what separates it, then the value. */
const NAMED =
  /((?:pass(?:word|wd|phrase)|secret|(?:session|access|refresh|script)[_ -]?token|api[_ -]?key|client_secret|jwt)\\*["'\]]?\s{0,4}(?:=>|[:=])\s{0,4}\\*["']?)(?!\{\{|null\b|\s)[^\s"'\\&,;}\])]+/gi;

/** The text with keys, tokens and passwords masked, for everything that is shown or copied. Linear; never throws. */
export function maskSecrets(text: string): string {
  return text
    .replace(JWT, MASK)
    .replace(API_KEY, MASK)
    .replace(CREDENTIALS, (_, scheme: string, gap: string) => scheme + gap + MASK)
    .replace(NAMED, (_, name: string) => name + MASK);
}
