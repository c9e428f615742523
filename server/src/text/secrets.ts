/** What stands in place of a secret. */
const MASK = "•••";

/**
 * The text without what nobody should see: API keys, session tokens and other JWTs, bearer and basic credentials,
 * passwords in JSON, URLs, headers and printed arrays. Placeholders such as `{{password}}` stay. Never throws; linear.
 */
export function maskSecrets(text: string): string {
  return maskNamed(maskShaped(text));
}

/** Secrets that show by their shape. */
const SHAPED: readonly (readonly [RegExp, string])[] = [
  // `eyJ` is how the JSON of every JWT header begins in base64.
  [/\beyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?/g, MASK],
  // DreamFactory's API keys are SHA-256 sums.
  [/\b[0-9a-f]{64}\b/gi, MASK],
  // A password as Laravel hashes it.
  [/\$2[abxy]\$\d\d\$[\w./]{22,53}/g, MASK],
  [/\b(Bearer|Basic) +[\w.~+/-]{6,}=*/gi, `$1 ${MASK}`],
  [/(:\/\/[^\s:/@"'<>]{0,100}:)[^\s:/@"'<>]{1,200}@/g, `$1${MASK}@`],
  // Keys of Amazon, of AI services and of GitHub, which remote services are set up with.
  [/\b(?:A[KS]IA[\dA-Z]{16}|sk-[\w-]{20,200}|gh[opsu]_\w{20,200})\b/g, MASK],
  [/(-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----)[^-]{1,8192}/g, `$1${MASK}`],
  [/\b((?:set-)?cookie: *)[^\r\n"'\\]{1,4096}/gi, `$1${MASK}`],
  [
    /(<((?:\w{1,20}_)?(?:password|secret|api_key|session_token)|token)>)[^<]{1,4096}(?=<\/\2>)/gi,
    `$1${MASK}`,
  ],
];

function maskShaped(text: string): string {
  return SHAPED.reduce((masked, [shape, mask]) => masked.replace(shape, mask), text);
}

/** Names whose values are secret, with the operator and the quote that any notation puts before the value. */
const NAMED =
  /(?:pass(?:word|wd|phrase)|pwd|secret(?:[ _-](?:access[ _-])?key)?|api[ _-]?key|(?:session|access|refresh|script)[ _-]?token|id_token|session_id|confirm_code|identified by(?= ?')|jwt|authorization|private_key|security_answer|["'?&]token)(?:\\{0,8}["'”’]|\]|&quot;|%22)?\s{0,4}(?:=>|[:=]|%3[AD]|(?<=by) ?)\s{0,4}(\\{0,8}["'“‘]|&quot;|%22)?/gi;
const BARE_END = /[\s,;&"'<>)}\]\\]|%26/g;
/** What stands for a secret without being one. */
const HARMLESS = /^(?:\{\{|<|\$\{|:\w{1,64}$|\?$|(?:null|None|nil|true|false|yes|no|array)$)/i;
const MAX_VALUE = 4096;

function maskNamed(text: string): string {
  let masked = "";
  let done = 0;
  for (const found of text.matchAll(NAMED)) {
    const start = found.index + found[0].length;
    if (start < done) continue;
    const end = valueEnd(text, start, found[1]);
    const value = text.slice(start, end);
    // The scheme of an Authorization header says nothing secret.
    const scheme = /^(?:Bearer|Basic)(?: |$)/i.exec(value)?.[0] ?? "";
    const secret = value.slice(scheme.length);
    if (secret === "" || secret.startsWith(MASK) || HARMLESS.test(secret)) continue;
    masked += text.slice(done, start) + scheme + MASK;
    done = end;
  }
  return masked + text.slice(done);
}

function valueEnd(text: string, start: number, quote: string | undefined): number {
  const limit = Math.min(text.length, start + MAX_VALUE);
  if (quote === undefined) {
    BARE_END.lastIndex = start;
    const end = BARE_END.exec(text)?.index ?? limit;
    return Math.min(end, limit);
  }
  const closer = CLOSERS[quote] ?? quote;
  const value = text.slice(start, limit);
  let at = value.indexOf(closer);
  while (at > 0 && !quote.startsWith("\\") && value[at - 1] === "\\") at = value.indexOf(closer, at + 1);
  return at < 0 ? limit : start + at;
}

const CLOSERS: Readonly<Record<string, string>> = { "“": "”", "‘": "’" };
