import type { HttpBlock, HttpBody, HttpRequest, JsonPart } from "../http/model.ts";
import { judgeJson } from "../json/judge.ts";
import { checkRequest } from "../rules/checkRequest.ts";
import type { RequestOptions } from "../rules/dreamFactoryRequest.ts";
import { predictAnswer } from "../rules/predictAnswer.ts";
import type { Fault } from "../text/fault.ts";
import { shiftSpans } from "../text/shiftSpans.ts";
import type { BlockReading, DocumentFault, JudgedBody } from "./model.ts";

/** Judges what the requests of one block would send; faults come in text order. */
export function readBlock(
  block: HttpBlock,
  text: string,
  context: Omit<RequestOptions, "verdicts">,
): BlockReading {
  const bodies = block.requests.flatMap((request) => judgeBodies(request, text));
  const verdicts = new Map(bodies.map(({ part, judgement }) => [part, judgement.verdict]));
  const options = { ...context, verdicts };
  const faults: DocumentFault[] = [
    ...block.faults,
    ...bodies.flatMap((body) => faultsOf(body, text, options)),
    ...block.requests.flatMap((request) => checkRequest(request, text, options)),
  ];
  faults.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return { bodies, faults };
}

function judgeBodies(request: HttpRequest, text: string): JudgedBody[] {
  const { body } = request;
  return body === undefined ? [] : body.json.map((part) => judgePart(request, body, part, text));
}

function judgePart(request: HttpRequest, body: HttpBody, part: JsonPart, text: string): JudgedBody {
  const { start, end } = part.span;
  // Judged alone, so that the time depends on the body and not on the document around it.
  const judgement = judgeJson(text.slice(start, end), { masks: shiftSpans(part.masks, -start) });
  const { faults, ...verdict } = shiftSpans(judgement, start);
  const judged = { ...verdict, faults: part.inDoubleQuotes ? faults.map(escapeRepairs) : faults };
  return { request, body, part, judgement: judged };
}

/** The same fault with repairs that a shell does not take for the end of its argument. */
function escapeRepairs(fault: Fault): Fault {
  const repairs = fault.repairs.map((repair) => ({
    ...repair,
    edits: repair.edits.map(({ span, newText }) => ({ span, newText: newText.replaceAll('"', '\\"') })),
  }));
  return { ...fault, repairs };
}

function faultsOf(
  { request, part, judgement }: JudgedBody,
  text: string,
  options: RequestOptions,
): readonly DocumentFault[] {
  const { verdict, faults, omitted } = judgement;
  const answer = verdict.code === 0 ? undefined : predictAnswer(request, verdict, text, options);
  const answered = faults.map((fault) =>
    answer !== undefined && fault.severity === "error" ? { ...fault, answer } : fault,
  );
  return omitted === 0 ? answered : [...answered, omittedNotice(part, omitted)];
}

/** Stands at the start of a body that has more faults than are shown. */
function omittedNotice({ span: { start } }: JsonPart, count: number): DocumentFault {
  return {
    code: "more-faults",
    span: { start, end: start + 1 },
    severity: "information",
    message: { text: "{count} more faults in this body are not shown.", args: { count } },
    repairs: [],
  };
}
