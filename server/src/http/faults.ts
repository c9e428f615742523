import type { Edit } from "../text/edit.ts";
import type { Fault, Repair } from "../text/fault.ts";
import type { Phrase } from "../text/phrase.ts";
import type { Located, Span } from "../text/span.ts";
import { HTTP_FAULT_KINDS, type HttpFaultCode } from "./faultKinds.ts";
import type { SentComment } from "./sentComment.ts";

/** `line` is the offset where the body's first line starts, `opener` its first character. */
export function missingBlankLine(opener: Located<string>, line: number, lineBreak: string): Fault {
  return fault(
    "missing-blank-line",
    opener.span,
    {
      text: "Blank line missing before the body; REST Client would send `{opener}` as a header.",
      args: { opener: opener.value },
    },
    repair({ text: "Insert blank line before body" }, [insert(line, lineBreak)]),
  );
}

/** `blankLines` stand between the head of the request and `headers`. */
export function headersAfterBlankLine(headers: Span, blankLines: readonly Span[]): Fault {
  return fault(
    "headers-after-blank-line",
    headers,
    { text: "These lines stand behind a blank line and are sent as body, not as headers." },
    repair(
      { text: "Remove blank line before headers" },
      blankLines.map((span) => ({ span, newText: "" })),
    ),
  );
}

/** `line` is the offset where the second request starts, with the comments that belong to it. */
export function missingSeparator(requestLine: Span, line: number, lineBreak: string): Fault {
  return fault(
    "missing-separator",
    requestLine,
    { text: "No `###` before this request. Most clients send it as part of the body above." },
    repair({ text: "Insert ### before this request" }, [insert(line, `###${lineBreak}`)]),
  );
}

/**
 * `closing` is what is missing: one brace or two. The name may go on where it seems to end, so no fix is safe. The
 * kind is the one of the JSON judge, who reports such variables outside strings, where they break the body.
 */
export function unclosedVariable(opener: Located<string>, name: string, closing: string): Fault {
  return fault(
    "unclosed-variable",
    opener.span,
    { text: "Variable `{name}` is never closed; the braces are sent as they stand.", args: { name } },
    {
      ...repair({ text: 'Insert missing "{closing}" after {name}', args: { closing, name } }, [
        insert(opener.span.end, closing),
      ]),
      safe: false,
    },
  );
}

/** The comment moves to a line of its own above. */
export function commentSent({ line, comment, removed }: SentComment, lineBreak: string): Fault {
  return fault(
    "comment-in-head",
    comment.span,
    { text: "This comment is sent with the text before it. Comments must be on their own line." },
    repair({ text: "Move comment to its own line" }, [
      insert(line.start, comment.value + lineBreak),
      { span: removed, newText: "" },
    ]),
  );
}

/** `edits` say the same in a way that every client understands. */
export function httpyacOnly(span: Span, title: Phrase, edits: readonly Edit[]): Fault {
  return fault(
    "httpyac-only",
    span,
    { text: "Only httpYac removes this from the body; other clients send it." },
    { ...repair(title, edits), safe: false },
  );
}

function fault(
  code: HttpFaultCode | "unclosed-variable",
  span: Span,
  message: Phrase,
  mending: Repair,
): Fault {
  const kind = HTTP_FAULT_KINDS.find((row) => row.code === code);
  return { code, span, severity: kind?.severity ?? "warning", message, repairs: [mending] };
}

function repair(title: Phrase, edits: readonly Edit[]): Repair {
  return { title, edits, safe: true, preferred: true };
}

function insert(at: number, newText: string): Edit {
  return { span: { start: at, end: at }, newText };
}
