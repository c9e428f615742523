import type { Fault } from "../text/fault.ts";
import type { Located, Span } from "../text/span.ts";
import { type BlockSource, blockCommentEnd, blockSource, scriptEnd } from "./blockSource.ts";
import { readBody } from "./body.ts";
import { readCurl } from "./curl.ts";
import { commentSent, missingSeparator } from "./faults.ts";
import { handlerFileOf, inputFileOf } from "./fileLine.ts";
import { findLateHeaders, findMissingBlankLine } from "./headFaults.ts";
import { findHttpyacOnly } from "./httpyacOnly.ts";
import { isBlankLine, lineBreakOf, located, skipBlanks, startsWithin, trimSpan } from "./line.ts";
import { isComment, nameOf, statusLineOf, variableOf } from "./lineShape.ts";
import type { HttpBlock, HttpFileReference, HttpRequest, HttpResponse, HttpVariable } from "./model.ts";
import type { ClientTraits } from "./profile.ts";
import { readRequestHead } from "./requestHead.ts";
import { isCurl, isUnmistakableRequest, type RequestLine, requestLineOf } from "./requestLine.ts";
import { readResponse } from "./response.ts";
import { findUnclosedVariables } from "./unclosedVariables.ts";

/** What has been read of a block so far. */
interface Draft {
  readonly requests: HttpRequest[];
  readonly responses: HttpResponse[];
  readonly variables: HttpVariable[];
  readonly fileReferences: HttpFileReference[];
  readonly scripts: Span[];
  readonly faults: Fault[];
  /** From the `# @name` line above a request that is still to come. */
  name: Located<string> | undefined;
  /** Where the comments that belong to the next request start. */
  lead: number | undefined;
}

/** Reads one block. Never throws; looks at nothing outside `span`. */
export function parseBlock(text: string, span: Span, traits: ClientTraits): HttpBlock {
  const source = blockSource(text, span, traits);
  const title = titleOf(source);
  const draft: Draft = {
    requests: [],
    responses: [],
    variables: [],
    fileReferences: [],
    scripts: [],
    faults: [],
    name: undefined,
    lead: undefined,
  };
  let at = title === undefined ? 0 : 1;
  while (at < source.lines.length) at = readItem(source, at, draft);
  const { requests, responses, variables, fileReferences, scripts, faults } = draft;
  faults.sort((a, b) => a.span.start - b.span.start);
  return {
    span,
    ...(title?.value && { title }),
    requests,
    responses,
    variables,
    fileReferences,
    scripts,
    faults,
  };
}

/** The words behind `###`, empty when there are none; `undefined` when the block starts without a separator. */
function titleOf({ text, lines: [line] }: BlockSource): Located<string> | undefined {
  if (line === undefined) return undefined;
  let at = skipBlanks(text, line);
  if (!startsWithin(text, "###", at, line.end)) return undefined;
  while (at < line.end && text[at] === "#") at += 1;
  return located(text, trimSpan(text, { start: at, end: line.end }));
}

/** Reads what starts on line `at` and returns the line behind it. */
function readItem(source: BlockSource, at: number, draft: Draft): number {
  const { text, lines } = source;
  const line = lines[at];
  if (line === undefined) return at + 1;
  if (isComment(text, line)) {
    draft.name = nameOf(text, line) ?? draft.name;
    draft.lead ??= line.start;
    return at + 1;
  }
  if (isBlankLine(text, line)) {
    if (draft.name === undefined) draft.lead = undefined;
    return at + 1;
  }
  const lead = draft.lead ?? line.start;
  draft.lead = undefined;

  const commentEnd = blockCommentEnd(source, at);
  if (commentEnd !== undefined) return commentEnd;
  const variable = variableOf(text, line);
  if (variable !== undefined) {
    draft.variables.push(variable);
    return at + 1;
  }
  const codeEnd = scriptEnd(source, at);
  if (codeEnd !== undefined) {
    draft.scripts.push({ start: trimSpan(text, line).start, end: lines[codeEnd - 1]?.end ?? line.end });
    return codeEnd;
  }
  const statusLine = statusLineOf(text, line);
  if (statusLine !== undefined) {
    const { response, next } = readResponse(source, at, statusLine, draft.requests.at(-1));
    draft.responses.push(response);
    return next;
  }
  const seen = draft.requests.length + draft.responses.length > 0;
  const file = handlerFileOf(text, line) ?? (seen ? undefined : inputFileOf(text, line));
  if (file !== undefined) {
    const request = draft.requests.at(-1);
    const use = file.use === "body" ? "script" : file.use;
    draft.fileReferences.push({
      span: trimSpan(text, line),
      path: file.path,
      use,
      ...(request && { request }),
    });
    return at + 1;
  }
  const noteSeparator = (): void => {
    if (!seen || source.traits.separatorOptional) return;
    draft.faults.push(missingSeparator(trimSpan(text, line), lead, lineBreakOf(text, line)));
  };
  if (isCurl(text, line)) {
    noteSeparator();
    return readCommand(source, at, draft);
  }
  const requestLine = seen && !isUnmistakableRequest(text, line) ? undefined : requestLineOf(text, line);
  if (requestLine === undefined) return at + 1;
  noteSeparator();
  return readRequest(source, at, requestLine, draft);
}

function readCommand(source: BlockSource, at: number, draft: Draft): number {
  const { request, files, next } = readCurl(source, at, draft.name);
  draft.name = undefined;
  draft.requests.push(request);
  append(draft.fileReferences, files);
  append(draft.faults, findUnclosedVariables(source.text, request.target, request.headers, request.body));
  return next;
}

function readRequest(source: BlockSource, at: number, requestLine: RequestLine, draft: Draft): number {
  const { text } = source;
  const head = readRequestHead(source, at, requestLine);
  const late = findLateHeaders(source, head);
  const headers = late === undefined ? head.headers : [...head.headers, ...late.headers];
  const bodyStart = late?.next ?? head.next;
  const found =
    head.endedBy === "other" ? undefined : readBody(source, bodyStart, head.method.value, headers);
  const body = found?.body;
  const name = draft.name ?? head.name;
  const request: HttpRequest = {
    span: { start: head.start, end: body?.span.end ?? headers.at(-1)?.span.end ?? head.end },
    ...(name && { name }),
    method: head.method,
    target: head.target,
    headers,
    ...(body && { body }),
  };
  draft.name = undefined;
  draft.requests.push(request);
  append(draft.variables, head.variables);
  append(draft.variables, found?.variables ?? []);
  append(
    draft.fileReferences,
    (found?.files ?? []).map((file) => ({ ...file, request })),
  );
  if (late !== undefined) draft.faults.push(late.fault);
  append(draft.faults, findMissingBlankLine(source, head));
  append(
    draft.faults,
    head.comments.map((comment) => commentSent(comment, lineBreakOf(text, comment.line))),
  );
  append(draft.faults, findUnclosedVariables(text, head.target, headers, body));
  if (source.traits.anyClient) {
    append(draft.faults, findHttpyacOnly(source, head.start, found?.dialect ?? []));
  }
  return found?.last ?? head.next;
}

/** Spreading a long list into `push` would overflow the stack. */
function append<T>(list: T[], items: readonly T[]): void {
  for (const item of items) list.push(item);
}
