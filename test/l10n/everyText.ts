import { DRIVER_TEXTS } from "../../server/src/catalog/drivers/driverTexts.ts";
import { SQL_STATE_CLASSES } from "../../server/src/catalog/drivers/sqlStates.ts";
import { EXCEPTION_CLASSES } from "../../server/src/catalog/exceptionClasses.ts";
import { CATALOG_TOPICS } from "../../server/src/catalog/topics.ts";
import {
  COMPARISONS,
  CONNECTIVES,
  PARAMETER_HELP,
} from "../../server/src/features/completion/queryParameters.ts";
import { REQUEST_SNIPPETS } from "../../server/src/features/completion/snippets.ts";
import { DATABASE_RESOURCES } from "../../server/src/features/completion/urlOffers.ts";
import { lookUp } from "../../server/src/features/lookUp.ts";
import { getReferencePage } from "../../server/src/features/referencePage.ts";
import { FAULT_KINDS, faultTopic } from "../../server/src/features/topics.ts";
import { inLanguage } from "./pseudoLocale.ts";
import { textsIn } from "./sourceTexts.ts";

/** The ids of all reference pages. */
export const TOPIC_IDS: readonly string[] = [
  ...CATALOG_TOPICS.map(({ id }) => id),
  ...CATALOG_TOPICS.filter(({ kind }) => kind === "exception").map(({ names }) => `status/${names[1]}`),
  ...FAULT_KINDS.map(({ code }) => faultTopic(code)),
];

/**
 * Every English text of client and server that has a translation: what the sources hand to a translator, what the
 * pages and the lookup say, and the rows of the catalog that only documents bring up. Texts without a word are left out.
 */
export function everyText(): ReadonlySet<string> {
  const said = [
    ...textsIn("client/tsconfig.json", /^client\/src\//),
    ...textsIn("server/tsconfig.json", /^server\/src\/(?!catalog\/)/),
    ...textsIn("server/src/node/tsconfig.json", /^server\/src\/node\/\w+\.ts$/),
    ...textsIn("server/src/browser/tsconfig.json", /^server\/src\/browser\//),
  ];
  const texts = [
    ...said.filter((each) => each.said).map(({ text }) => text),
    ...spokenTexts(),
    ...[...DRIVER_TEXTS.map(({ explanation }) => explanation), ...Object.values(SQL_STATE_CLASSES)].flat(),
    ...EXCEPTION_CLASSES.map(({ summary }) => summary),
    ...FAULT_KINDS.flatMap(({ fixAllTitle }) => fixAllTitle ?? []),
    ...[...PARAMETER_HELP, ...COMPARISONS, ...CONNECTIVES].map(({ meaning }) => meaning),
    ...REQUEST_SNIPPETS.flatMap(({ label, detail, documentation }) => [label, detail, documentation]),
    ...Object.values(DATABASE_RESOURCES),
  ];
  return new Set(texts.filter(hasWords));
}

/** What the pages of all topics and the lookup say. */
function spokenTexts(): string[] {
  const spoken: string[] = [];
  inLanguage(
    (english) => {
      spoken.push(english);
      return undefined;
    },
    () => {
      for (const topic of TOPIC_IDS) getReferencePage(topic);
      lookUp("");
    },
  );
  return spoken;
}

function hasWords(text: string): boolean {
  return /[A-Za-z]/.test(text.replace(/\{\w+\}/g, ""));
}
