import type { OtherClass } from "./model.ts";
import { DREAMFACTORY_CLASSES } from "./otherClasses/dreamfactory.ts";
import { FOREIGN_CLASSES } from "./otherClasses/foreign.ts";

/** The classes outside the eleven: DreamFactory's own first, then those of PHP, Laravel and libraries. */
export const OTHER_CLASSES: readonly OtherClass[] = [...DREAMFACTORY_CLASSES, ...FOREIGN_CLASSES];

/** What is known of a class outside the eleven, by its short name or with any namespace before it. */
export function getOtherClass(name: string): OtherClass | undefined {
  const shortName = name.slice(name.lastIndexOf("\\") + 1);
  return OTHER_CLASSES.find((entry) => entry.name === shortName);
}
