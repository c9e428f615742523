import type { FaultKind } from "../../text/faultKind.ts";
import { AROUND_KINDS } from "./around.ts";
import { BRACKET_KINDS } from "./brackets.ts";
import { CHARACTER_KINDS } from "./characters.ts";
import { ODDITY_KINDS } from "./oddities.ts";
import { QUOTE_KINDS } from "./quotes.ts";
import { SEPARATOR_KINDS } from "./separators.ts";
import { VALUE_KINDS } from "./values.ts";

/** Every mistake in JSON that the judge knows. A new kind is a row in the module of its group. */
export const JSON_FAULT_KINDS: readonly FaultKind[] = [
  ...SEPARATOR_KINDS,
  ...QUOTE_KINDS,
  ...CHARACTER_KINDS,
  ...VALUE_KINDS,
  ...BRACKET_KINDS,
  ...AROUND_KINDS,
  ...ODDITY_KINDS,
];
