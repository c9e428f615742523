import type { MessageTemplate } from "../model.ts";
import { row } from "./row.ts";

/** What rate limiting says, to those who meet a limit and to those who set one. */
export const limitMessages: readonly MessageTemplate[] = [
  row(
    "limit-exceeded",
    "API limit(s) exceeded. ",
    "TooManyRequestsException",
    "A rate limit is used up. `context` lists the limits with their rate and period; the `X-RateLimit-…` headers of the reply describe the last one that was checked.",
    "Wait the seconds that `Retry-After` names before asking again, ask less often, or let an administrator raise the limit.",
    "df-limits src/Http/Middleware/EvaluateLimits.php:213",
  ),
  row(
    "limit-exists",
    "A limit already exists with those parameters. No records added.",
    "BadRequestException",
    "There is already a limit of the same type, service, user and period.",
    "Change or delete that limit.",
    "df-limits src/Resources/System/Limit.php:138",
  ),
  row(
    "limit-not-found",
    "Record with identifier '{id}' not found.",
    "BadRequestException",
    "No limit has the id `{id}`. The envelope says code 404 while the HTTP status is 400.",
    "`GET /api/v2/system/limit` lists the ids.",
    "df-limits src/Resources/System/Limit.php:236",
  ),
  row(
    "limit-rate-not-integer",
    "Limit rate must be an integer. Limit not saved.",
    "BadRequestException",
    "The `rate` of the limit is not a whole number.",
    "Send `rate` as an integer, without quotes or fraction.",
    "df-limits src/Resources/System/Limit.php:415",
  ),
  row(
    "limit-verb-invalid",
    "Verb is invalid or not allowed.",
    "BadRequestException",
    "The `verb` of the limit is not one that can be limited.",
    "Choose one of GET, POST, PUT, PATCH and DELETE.",
    "df-limits src/Resources/System/Limit.php:494",
  ),
  row(
    "limit-endpoint-missing",
    "endpoint must be specified with this limit type.",
    "BadRequestException",
    "A limit of an endpoint type was sent without the endpoint.",
    "Add `endpoint`, for example `_table/contact`.",
    "df-limits src/Resources/System/Limit.php:522",
  ),
  row(
    "limit-service-missing",
    "service_id must be specified with this limit type.",
    "BadRequestException",
    "A limit of a service type was sent without the service.",
    "Add `service_id`.",
    "df-limits src/Resources/System/Limit.php:473",
  ),
  row(
    "limit-user-missing",
    "user_id must be specified with this limit type. Limit: {name}",
    "BadRequestException",
    "The limit `{name}` is of a user type and names no user.",
    "Add `user_id`, or choose a type without a user.",
    "df-limits src/Resources/System/Limit.php:426",
  ),
  row(
    "limit-role-missing",
    "role_id must be specified with this limit type. Limit: {name}",
    "BadRequestException",
    "The limit `{name}` is of a role type and names no role.",
    "Add `role_id`, or choose a type without a role.",
    "df-limits src/Resources/System/Limit.php:440",
  ),
];
