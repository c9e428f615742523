import type { Edit } from "../text/edit.ts";
import type { Fault } from "../text/fault.ts";

const MARK = "dreamfactory-disable-next-line";
const COMMENT = /^[ \t]*(?:#|\/\/)[ \t]*dreamfactory-disable-next-line(?:[ \t]+(\S.*))?$/;

/** Puts a comment above the line where the fault starts, which silences its code there. */
export function suppressionEdit(text: string, { code, span }: Fault): Edit {
  const start = text.lastIndexOf("\n", span.start - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(start, span.start))?.[0] ?? "";
  return {
    span: { start, end: start },
    newText: `${indent}# ${MARK} ${code}${text.includes("\r\n") ? "\r\n" : "\n"}`,
  };
}

/** Leaves out the faults that start on a line below a comment that names their code, or names none. */
export function withoutSuppressed<F extends Fault>(faults: readonly F[], text: string): readonly F[] {
  if (faults.length === 0 || !text.includes(MARK)) return faults;
  return faults.filter((fault) => !isSuppressed(fault, text));
}

function isSuppressed(fault: Fault, text: string): boolean {
  let lineStart = text.lastIndexOf("\n", fault.span.start - 1) + 1;
  while (lineStart > 0) {
    const lineEnd = lineStart - 1;
    lineStart = text.lastIndexOf("\n", lineEnd - 1) + 1;
    const comment = COMMENT.exec(text.slice(lineStart, lineEnd).trimEnd());
    if (comment === null) return false;
    const [, codes] = comment;
    if (codes === undefined || codes.split(/[\s,]+/).includes(fault.code)) return true;
  }
  return false;
}
