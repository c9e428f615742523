import { CompletionItemKind } from "vscode-languageserver-types";
import { HEADERS } from "../../catalog/headers.ts";
import type { ClientSupport } from "../../clientSupport.ts";
import { headerCard } from "../cards/headerCard.ts";
import type { Offer } from "./offer.ts";
import { snippetText } from "./offer.ts";
import type { Place } from "./place.ts";

/** Values to start with, where the catalog's example is no value to send. */
const VALUES: Readonly<Record<string, string>> = {
  "X-DreamFactory-API-Key": "{{apiKey}}",
  "X-DreamFactory-Session-Token": "{{sessionToken}}",
  Authorization: "Bearer {{sessionToken}}",
};

/** Not for people who write requests now: scripts have their token, and 1.x is history. */
const UNWANTED: ReadonlySet<string> = new Set([
  "X-DreamFactory-Application-Name",
  "X-DreamFactory-Script-Token",
]);

/** The request headers that DreamFactory reads and that the request does not have yet. */
export function headerOffers(place: Place & { kind: "header" }, support: ClientSupport): Offer[] {
  const { request, typed, hasColon } = place;
  const present = new Set(
    request.headers
      .filter(({ span }) => span.start !== typed.start)
      .map(({ name }) => name.value.toLowerCase()),
  );
  return HEADERS.filter(
    ({ direction, name }) =>
      direction === "request" && !UNWANTED.has(name) && !present.has(name.toLowerCase()),
  ).map((facts) => {
    const value = snippetText(VALUES[facts.name] ?? facts.example);
    return {
      label: facts.name,
      kind: CompletionItemKind.Property,
      documentation: headerCard(facts, support),
      snippet: hasColon ? facts.name : `${facts.name}: \${1:${value}}`,
      typed,
    };
  });
}
