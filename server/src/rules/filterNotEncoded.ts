import { type Span, sliceSpan } from "../text/span.ts";
import { decodeUtf8, percentBytes } from "./decodedText.ts";
import type { DreamFactoryRequest, FilterCut } from "./dreamFactoryRequest.ts";
import { finding, preferred, replacement } from "./finding.ts";
import type { Finding } from "./model.ts";
import { maskPlaceholders } from "./placeholders.ts";
import type { Rule } from "./rule.ts";

const KIND = {
  code: "filter-not-encoded",
  title: "Unencoded character in a filter",
  severity: "warning",
  fixAllTitle: "Encode all such characters in this file",
  language: "http",
  wrong: "GET {{host}}/api/v2/db/_table/contact?filter=company='AT&T'",
  right: "GET {{host}}/api/v2/db/_table/contact?filter=company='AT%26T'",
  why:
    "In a URL `&` starts the next parameter, `#` ends the query, `+` is a space, and `%` with two hexadecimal digits " +
    "is a byte. Where the filter means the character itself, it is written `%26`, `%23`, `%2B`, `%25`.",
  exceptions: "Spaces and quotes are encoded by the clients themselves.",
} as const;

export const filterNotEncoded: Rule = {
  kind: KIND,
  check(request): readonly Finding[] {
    const { filter, text } = request;
    if (filter?.inQuery === undefined) return [];
    if (filter.cut !== undefined) return [cutOff(request, filter.cut)];
    const { start } = filter.inQuery;
    const raw = maskPlaceholders(sliceSpan(text, filter.inQuery));
    return [...strayBytes(raw), ...strayPluses(raw)].map(({ at, length, message }) => {
      const span = { start: start + at, end: start + at + length };
      const char = raw.charAt(at);
      const encoded = { start: span.start, end: span.start + 1 };
      return finding(KIND, span, message, { repairs: [encode(encoded, char, false)] });
    });
  },
};

interface Stray {
  readonly at: number;
  readonly length: number;
  readonly message: { readonly text: string; readonly args: Readonly<Record<string, string>> };
}

function cutOff({ text }: DreamFactoryRequest, { place, char }: FilterCut): Finding {
  const written = text.slice(place.start, place.end);
  const message = {
    text: "`{char}` ends the filter here. DreamFactory does not get what follows.",
    args: { char: written },
  };
  return finding(KIND, place, message, { repairs: [encode(place, char, true)] });
}

function encode(place: Span, char: string, safe: boolean): Finding["repairs"][number] {
  const code = `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
  const newText = code.repeat(place.end - place.start);
  const title = { text: "Encode {char} as {code}", args: { char, code: newText } };
  return preferred(title, [replacement(place, newText)], safe);
}

/** `%de` of `LIKE '%de%'`: two digits by chance, and no character in UTF-8. */
function strayBytes(raw: string): Stray[] {
  const strays: Stray[] = [];
  for (let at = raw.indexOf("%"); at >= 0; at = raw.indexOf("%", at + 1)) {
    const bytes = percentBytes(raw, at);
    const wrong = decodeUtf8(bytes).find(({ char }) => char === "\uFFFD");
    if (wrong !== undefined) {
      const start = at + 3 * wrong.index;
      const args = { bytes: raw.slice(start, start + 3) };
      strays.push({
        at: start,
        length: 3,
        message: {
          text: "`{bytes}` is read as one byte, which is no character. The filter compares with something else.",
          args,
        },
      });
    }
    at += Math.max(3 * bytes.length - 1, 0);
  }
  return strays;
}

/** `'+49…'`: a telephone number, hardly a space. */
function strayPluses(raw: string): Stray[] {
  const strays: Stray[] = [];
  for (let at = raw.indexOf("+"); at >= 0; at = raw.indexOf("+", at + 1)) {
    if (!/^['"]\+\d$/.test(raw.slice(at - 1, at + 2)) || !isOpening(raw, at - 1)) continue;
    const message = {
      text: "`{char}` is read as a space. The filter compares with something else.",
      args: { char: "+" },
    };
    strays.push({ at, length: 1, message });
  }
  return strays;
}

/** True when the quote starts a value: an even number of the same stands before it. */
function isOpening(raw: string, at: number): boolean {
  const quote = raw.charAt(at);
  return raw.slice(0, at).split(quote).length % 2 === 1;
}
