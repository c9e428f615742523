import type { Edit } from "../text/edit.ts";
import type { Repair } from "../text/fault.ts";
import type { FaultKind } from "../text/faultKind.ts";
import type { Phrase } from "../text/phrase.ts";
import { type Located, type Span, sliceSpan } from "../text/span.ts";
import { headerKey } from "./credentials.ts";
import type { DreamFactoryRequest } from "./dreamFactoryRequest.ts";
import { headerInsertion } from "./headerInsertion.ts";
import type { Finding } from "./model.ts";

/** A finding of this kind; severity and repairs as given, else those of the kind and none. */
export function finding(
  kind: FaultKind,
  span: Span,
  message: Phrase,
  rest: Partial<Pick<Finding, "severity" | "answer" | "repairs" | "related">> = {},
): Finding {
  return { code: kind.code, severity: kind.severity, span, message, repairs: [], ...rest };
}

/** The repair that a user would choose without thinking. */
export function preferred(title: Phrase, edits: readonly Edit[], safe = false): Repair {
  return { title, edits, safe, preferred: true };
}

/** One way among several, or one that only the user can decide on. */
export function alternative(title: Phrase, edits: readonly Edit[]): Repair {
  return { title, edits, safe: false, preferred: false };
}

export function replacement(span: Span, newText: string): Edit {
  return { span, newText };
}

export function insertion(at: number, newText: string): Edit {
  return { span: { start: at, end: at }, newText };
}

/** The edit that adds a header line behind the others; none where it is there or headers are not lines of their own. */
export function addHeader(request: DreamFactoryRequest, name: string, value: string): readonly Edit[] {
  const isThere = request.http.headers.some((each) => headerKey(each.name.value) === name.toLowerCase());
  const place = headerInsertion(request);
  return isThere || place === undefined ? [] : [insertion(place.at, `${place.newline}${name}: ${value}`)];
}

/** False for a part of the path that a variable brings along: its text stands elsewhere. */
export function isWritten({ text }: DreamFactoryRequest, { value, span }: Located<string>): boolean {
  return sliceSpan(text, span) === value;
}

/** Repairs without the ones that edit nothing. */
export function possible(...repairs: readonly Repair[]): readonly Repair[] {
  return repairs.filter(({ edits }) => edits.length > 0);
}

/** Where a finding about the whole request points: the method, or the URL when none is written. */
export function requestPlace({ http }: DreamFactoryRequest): Span {
  return http.method.span.start < http.method.span.end ? http.method.span : http.target.span;
}
