import type {
  HttpBlock,
  HttpBody,
  HttpDocument,
  HttpHeader,
  HttpRequest,
  HttpResponse,
} from "../../server/src/http/model.ts";
import { sliceSpan } from "../../server/src/text/span.ts";

/**
 * A document as lines to compare in tests: every value is the text that its span covers, line breaks written as `⏎`.
 */
export function outline(document: HttpDocument, text: string): string[] {
  return document.blocks.flatMap((block) => outlineBlock(block, text));
}

function outlineBlock(block: HttpBlock, text: string): string[] {
  const show = (span: { start: number; end: number }): string =>
    sliceSpan(text, span).replaceAll("\r\n", "␍⏎").replaceAll("\n", "⏎");
  const header = ({ name, value }: HttpHeader): string => `  ${show(name.span)}: ${show(value.span)}`;
  const body = ({ kind, span, json }: HttpBody): string[] => [
    `  ${kind} ${show(span)}`,
    ...json.map(
      (part) => `    json ${show(part.span)}${part.masks.map((mask) => ` without ${show(mask)}`).join("")}`,
    ),
  ];
  const request = ({ name, method, target, headers, body: sent }: HttpRequest): string[] => [
    `${method.value} ${target.value}${name === undefined ? "" : ` (${show(name.span)})`}`,
    ...headers.map(header),
    ...(sent === undefined ? [] : body(sent)),
  ];
  const response = ({ status, headers, body: received, request: above }: HttpResponse): string[] => [
    `answer ${show(status.span)}${above === undefined ? "" : ` to ${show(above.target.span)}`}`,
    ...headers.map(header),
    ...(received === undefined ? [] : [`  body ${show(received)}`]),
  ];
  return [
    `### ${block.title === undefined ? "" : show(block.title.span)}`.trimEnd(),
    ...block.variables.map(({ name, value }) => `@${show(name.span)} = ${show(value.span)}`),
    ...block.requests.flatMap(request),
    ...block.responses.flatMap(response),
    ...block.fileReferences.map(({ use, path }) => `${use} file ${show(path.span)}`),
    ...block.scripts.map((script) => `script ${show(script)}`),
    ...block.faults.map(({ code, span }) => `! ${code} ${show(span)}`),
  ];
}
