import type { MessageTemplate, Source } from "../model.ts";

/** The HTTP status that each class is answered with; `undefined` where it is relayed from elsewhere. */
const STATUS_OF = {
  BadRequestException: 400,
  InvalidJsonException: 400,
  BatchException: 400,
  UnauthorizedException: 401,
  ForbiddenException: 403,
  NotFoundException: 404,
  MethodNotAllowedHttpException: 405,
  ConflictResourceException: 409,
  TooManyRequestsException: 429,
  InternalServerErrorException: 500,
  ScriptException: 500,
  DfException: 500,
  QueryException: 500,
  "\\InvalidArgumentException": 500,
  "\\Exception": 500,
  NotImplementedException: 501,
  ServiceUnavailableException: 503,
  RestException: undefined,
} as const;

/**
 * A template that only DreamFactory's source holds. `cause` and `fix` may name the template's holes. `place` is
 * `package path:line` (the vendor's prefix left off) or a URL.
 */
export function row(
  id: string,
  template: string,
  exception: keyof typeof STATUS_OF,
  cause: string,
  fix: string,
  place: string,
): MessageTemplate {
  return { id, template, exception, status: STATUS_OF[exception], cause, fix, source: sourceOf(place) };
}

/** A template whose words other products use as well: seeing it proves nothing about the origin. */
export function common(...fields: Parameters<typeof row>): MessageTemplate {
  return { ...row(...fields), common: true };
}

function sourceOf(place: string): Source {
  if (place.startsWith("https://")) return { title: place.split("/")[2] ?? place, where: place };
  return { title: place.split(" ")[0] ?? place, where: `dreamfactorysoftware/${place}` };
}
