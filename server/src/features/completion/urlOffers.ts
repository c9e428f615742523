import { CompletionItemKind } from "vscode-languageserver-types";
import { resolveBase } from "../../rules/urlBase.ts";
import { placeholderAt } from "../../text/placeholder.ts";
import { say } from "../words.ts";
import type { Offer } from "./offer.ts";
import { snippetText } from "./offer.ts";
import type { Place } from "./place.ts";
import type { OperatorHelp } from "./queryParameters.ts";
import { COMPARISONS, CONNECTIVES, PARAMETER_HELP } from "./queryParameters.ts";

/** What can follow in a URL for DreamFactory: path segments, then parameters, then operators of the filter. */
export function urlOffers(
  { url, offset, request }: Place & { kind: "url" },
  variables: ReadonlyMap<string, string> | undefined,
): Offer[] {
  const question = url.indexOf("?");
  if (url.length > LONGEST_URL || url.includes("#")) return [];
  if (question < 0) return pathOffers(resolved(url, variables), offset);
  const parameter = url.slice(Math.max(question, url.lastIndexOf("&")) + 1);
  const equals = parameter.indexOf("=");
  if (equals < 0) return parameterOffers(parameter, request.target.value, offset);
  const name = parameter.slice(0, equals);
  return name === "filter" || name === "where" ? operatorOffers(parameter.slice(equals + 1), offset) : [];
}

/** No server takes longer ones. */
const LONGEST_URL = 8_192;

export const DATABASE_RESOURCES: Readonly<Record<string, string>> = {
  _table: "Records of a table",
  _schema: "Tables and their fields",
  _proc: "Stored procedures",
  _func: "Stored functions",
};

/** By service; every other service may be a database. */
const RESOURCES: Readonly<Record<string, readonly string[]>> = {
  system: [
    "admin",
    "app",
    "role",
    "user",
    "service",
    "lookup",
    "cors",
    "email_template",
    "limit",
    "environment",
  ],
  user: ["session", "password", "register", "profile"],
};

/** The URL with the variable in place of its host filled in, where that holds a path. */
function resolved(url: string, variables: ReadonlyMap<string, string> | undefined): string {
  const variable = placeholderAt(url, 0);
  if (variable === undefined || variable.end === url.length) return url;
  const value = url.slice(0, variable.end);
  const { path } = resolveBase({ value, span: variable }, variables);
  return value + path.map((segment) => `/${segment.value}`).join("") + url.slice(variable.end);
}

function pathOffers(url: string, offset: number): Offer[] {
  const prefix = /^(?:.*?\/api\/v2\/|\{\{[^{}]*\}\}\/(?!api\/))/.exec(url)?.[0];
  if (prefix === undefined) return [];
  const [service, ...rest] = url.slice(prefix.length).split("/");
  const [typed] = rest;
  if (service === undefined || service === "" || typed === undefined || rest.length > 1) return [];
  const names = Object.hasOwn(RESOURCES, service) ? RESOURCES[service] : Object.keys(DATABASE_RESOURCES);
  return (names ?? []).map((name) => {
    const detail = DATABASE_RESOURCES[name];
    return {
      label: name,
      kind: CompletionItemKind.Module,
      ...(detail !== undefined && { detail: say(detail) }),
      snippet: name,
      typed: { start: offset - typed.length, end: offset },
    };
  });
}

function parameterOffers(typed: string, whole: string, offset: number): Offer[] {
  return PARAMETER_HELP.filter(
    ({ name }) => !whole.includes(`?${name}=`) && !whole.includes(`&${name}=`),
  ).map(({ name, value, meaning }) => ({
    label: name,
    kind: CompletionItemKind.Property,
    documentation: say(meaning),
    snippet: `${name}=\${1:${snippetText(encode(value))}}`,
    typed: { start: offset - typed.length, end: offset },
  }));
}

/** Only behind a field or a closed condition: elsewhere a field or a value is being typed. */
function operatorOffers(filter: string, offset: number): Offer[] {
  const word = /(?<= |%20)[A-Za-z]+$/.exec(filter)?.[0] ?? "";
  const before = filter.slice(0, filter.length - word.length);
  const isSpaced = /(?: |%20)$/.test(before);
  const ink = before.replace(/(?: |%20)+$/, "");
  if (ink.endsWith(")")) return CONNECTIVES.map((each) => operatorOffer(each, word, isSpaced, offset));
  const condition = ink.slice(ink.lastIndexOf("(") + 1);
  if (!/^\w+$/.test(condition)) return [];
  return COMPARISONS.map((each) => operatorOffer(each, word, isSpaced || /^\W/.test(each.label), offset));
}

function operatorOffer(help: OperatorHelp, word: string, isSpaced: boolean, offset: number): Offer {
  return {
    label: help.label,
    kind: CompletionItemKind.Operator,
    documentation: say(help.meaning),
    snippet: (isSpaced ? "" : "%20") + help.snippet,
    typed: { start: offset - word.length, end: offset },
  };
}

/** What a client would not encode by itself, and spaces, which only some do. */
function encode(value: string): string {
  return value.replaceAll(" ", "%20");
}
