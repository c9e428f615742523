import type { ExceptionName } from "../catalog/model.ts";

/** Stand-in until the message catalog lands: a few messages that no other product sends. */
const KNOWN: readonly (readonly [RegExp, string, number])[] = [
  [/^Batch Error: Not all requested records could be/, "BatchException", 400],
  [/^Invalid JSON: Syntax error$/, "InvalidJsonException", 400],
  [/^Duplicate entry '[^']*' for key '[^']*'$/, "ConflictResourceException", 409],
  [/Invalid credentials supplied\.$/, "UnauthorizedException", 401],
  [/^Table ['"].*['"] does not exist in the database\.$/, "NotFoundException", 404],
  [/^Could not find a service for /, "NotFoundException", 404],
];

export interface KnownMessage {
  readonly exception: string;
  readonly status: number | undefined;
}

export function knownMessage(message: string): KnownMessage | undefined {
  for (const [pattern, exception, status] of KNOWN) if (pattern.test(message)) return { exception, status };
  return undefined;
}

const BY_STATUS: Readonly<Record<number, ExceptionName>> = {
  400: "BadRequestException",
  401: "UnauthorizedException",
  403: "ForbiddenException",
  404: "NotFoundException",
  409: "ConflictResourceException",
  429: "TooManyRequestsException",
  500: "InternalServerErrorException",
  501: "NotImplementedException",
  503: "ServiceUnavailableException",
};

export function exceptionForStatus(status: number): ExceptionName | undefined {
  return BY_STATUS[status];
}

export function decodeEntities(text: string): string {
  return text
    .replace(/&quot;/g, '"')
    .replace(/&#0?39;/g, "'")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&");
}
