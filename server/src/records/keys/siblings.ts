/** How far to either side of an error its siblings are looked for, in characters. */
const REACH = 256;

/** What others send beside an `error`: no version of DreamFactory has any member there. */
const NAMES = "jsonrpc|apiVersion|ok|success|successful|succeeded";

/** Nothing but members with plain values stands between such a name and the error. */
const BEFORE = new RegExp(
  `\\b(?:(?:${NAMES})\\b|(?:result|data)\\W{1,12}(?:null|None|nil)\\b|(?:status|type)\\W{1,12}(?:error|fail\\w{0,5})\\b)[^{}[\\]]{1,64}$`,
  "i",
);
const BEHIND = new RegExp(`^[\\s\\\\n]{0,16},[^{}[\\]]{0,48}?\\b(?:${NAMES})\\b`, "i");

/** True where a member beside the one in the span shows that another API answered, as `"success": false` does. */
export function hasForeignSibling(
  text: string,
  member: { readonly start: number; readonly end: number },
): boolean {
  return (
    BEFORE.test(withPlainSigns(text.slice(Math.max(0, member.start - REACH), member.start))) ||
    BEHIND.test(withPlainSigns(text.slice(member.end, member.end + REACH)))
  );
}

/** Quotes and brackets that a URL or a page encodes must not pass for letters. */
function withPlainSigns(text: string): string {
  return text
    .replace(/%(?:25)*([2-7][\da-f])/gi, (_, digits: string) =>
      String.fromCharCode(Number.parseInt(digits, 16)),
    )
    .replace(/(?:&(?:amp;)*(?:quot|#0?3[49]|apos);|\\u0022|=22)/g, '"');
}
