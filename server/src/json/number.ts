const VALID = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const TYPED =
  /^([+-]?)(0[xX][0-9a-fA-F]+|0[oO][0-7]+|0[bB][01]+|(\d[\d_]*)?(?:(\.)(\d[\d_]*)?)?([eE][+-]?\d*)?)n?$/;

/**
 * The valid JSON number that a person means: itself when valid, `31` for `0x1F`, `0.5` for `.5`; `undefined` when the
 * word is not meant as a number.
 */
export function rewriteNumber(word: string): string | undefined {
  if (VALID.test(word)) return word;
  const typed = TYPED.exec(word.replace(/^([+-]) (?=\d)/, "$1").replace(/(?<=\d) (?=\d{3}(?!\d))/g, "_"));
  if (!typed) return undefined;
  const [, sign = "", body = "", whole, , fraction, exponent = ""] = typed;
  const minus = sign === "-" ? "-" : "";
  if (/^0[xXoObB]/.test(body)) return Number.isSafeInteger(Number(body)) ? minus + Number(body) : undefined;
  if (whole === undefined && fraction === undefined) return undefined;
  const digits = (whole ?? "0").replaceAll("_", "").replace(/^0+(?=\d)/, "");
  const rest = fraction === undefined ? "" : `.${fraction.replaceAll("_", "")}`;
  return minus + digits + rest + (/\d$/.test(exponent) ? exponent : "");
}

/** True when PHP's scanner takes the word as one number. */
export function isValidNumber(word: string): boolean {
  return VALID.test(word);
}
