import { DRIVER_CODES } from "../catalog/driverCodeList.ts";
import { getExceptionClass, isExceptionName } from "../catalog/exceptionClasses.ts";
import { getHeader } from "../catalog/headers.ts";
import { MESSAGE_TEMPLATES } from "../catalog/messages.ts";
import { getOtherClass } from "../catalog/otherClasses.ts";
import { PRACTICES } from "../catalog/practices.ts";
import { getStatus } from "../catalog/statuses.ts";
import { driverCodeTopicId, splitTopicId } from "../catalog/topics.ts";
import type { ReferencePage } from "../protocol.ts";
import {
  driverCodePage,
  envelopePage,
  otherClassPage,
  practicePage,
  quickReferencePage,
  statusPage,
} from "./pages/catalogPages.ts";
import { exceptionPage } from "./pages/exceptionPage.ts";
import { faultPage } from "./pages/faultPage.ts";
import { headerPage } from "./pages/headerPage.ts";
import { messagePage } from "./pages/messagePage.ts";
import { faultKind } from "./topics.ts";

const DRIVER_CODE_BY_NAME = new Map(
  DRIVER_CODES.map((code) => [splitTopicId(driverCodeTopicId(code.name)).name, code]),
);

/** Renders the page of one kind of topic from what follows the slash of its id. */
type Renderer = (name: string) => string | undefined;

/** One row per kind of topic: `exception/NotFoundException`, `fault/trailing-comma`, `quick-reference`. */
const RENDERERS: Readonly<Record<string, Renderer>> = {
  exception: (name) => (isExceptionName(name) ? exceptionPage(getExceptionClass(name)) : undefined),
  class: (name) => render(getOtherClass(name), otherClassPage),
  status: (name) => render(getStatus(Number(name)), statusPage),
  header: (name) => render(getHeader(name), headerPage),
  message: (name) =>
    render(
      MESSAGE_TEMPLATES.find(({ id }) => id === name),
      messagePage,
    ),
  "driver-code": (name) => render(DRIVER_CODE_BY_NAME.get(name), driverCodePage),
  practice: (name) =>
    render(
      PRACTICES.find(({ id }) => id === name),
      practicePage,
    ),
  fault: (name) => render(faultKind(name), faultPage),
  "quick-reference": quickReferencePage,
  envelope: envelopePage,
};

/** The reference page of a topic; `undefined` when there is no such topic. */
export function getReferencePage(topic: string): ReferencePage | undefined {
  const { kind, name } = splitTopicId(topic);
  const renderer = Object.hasOwn(RENDERERS, kind) ? RENDERERS[kind] : undefined;
  const markdown = renderer?.(name);
  if (markdown === undefined) return undefined;
  const [heading = ""] = markdown.split("\n", 1);
  return { topic, title: heading.replace(/^# /, ""), markdown };
}

function render<T>(entry: T | undefined, page: (entry: T) => string): string | undefined {
  return entry === undefined ? undefined : page(entry);
}
