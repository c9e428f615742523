import type { ExceptionClass } from "../model.ts";
import { fromPackage, officialPage } from "../sources.ts";

export const forbiddenException: ExceptionClass = {
  name: "ForbiddenException",
  status: 403,
  code: 403,
  title: "403 Forbidden",
  meaning: "DreamFactory knows who is calling, and that caller may not do this.",
  summary: "Access denied",
  inShort:
    "Role lacks the service, table, endpoint or verb; admin endpoint; inactive app, user, role or service",
  action: "Check the role's permissions",
  causes: [
    "The role grants no access to this service.",
    "The role grants no access to this table or endpoint.",
    "The role does not allow this HTTP method.",
    "The endpoint is for administrators only, and the caller is none.",
  ],
  fixes: [
    { text: "Open the role in the admin console and read its permissions." },
    {
      text: "Make sure that the role grants access to the service, and to the component that the message names.",
    },
    { text: "Make sure that the role allows the HTTP method; reading and writing are granted separately." },
  ],
  correction: {
    wrong: {
      language: "http",
      code: "DELETE /api/v2/db/_table/contacts/5\nX-DreamFactory-API-Key: {{readOnlyKey}}",
    },
    right: {
      language: "http",
      code: "DELETE /api/v2/db/_table/contacts/5\nX-DreamFactory-API-Key: {{editorKey}}",
    },
    why: "The role behind the first key allows GET only. Give that role DELETE on `_table/contacts/*`, or call with an app whose role has it.",
  },
  examples: [
    {
      language: "json",
      code: '{"error":{"code":403,"context":null,"message":"Access Forbidden. DELETE access to component \'_table/contacts\' of service \'db\' is not allowed by this user\'s role.","status_code":403}}',
      caption: "As a server answers: the message names verb, component and service.",
    },
    {
      language: "json",
      code: '{"error":{"code":403,"context":null,"message":"Role not found. A role may not be assigned to you or your application.","status_code":403}}',
      caption: "As a server answers when neither user nor app has a role.",
    },
  ],
  headers: [],
  reality: [
    "An inactive app, user, role or service is answered with 403 too: `App is not active.`, `Service db is deactivated.`.",
    "A session that was ended is 403 `…Session terminated. Please re-login.`, while an expired one is 401.",
    "A field that the role hides gives `Denied access to some of the requested fields.`.",
    "The PHP error log may lack the words `Access Forbidden.`: they are added after the line is written.",
    "1.x used other words, such as `Access to application 'employees' is not provisioned for this user's role.`.",
  ],
  seeAlso: ["exception/UnauthorizedException", "exception/NotFoundException"],
  sources: [
    officialPage("403 Forbidden", "403_Forbidden"),
    fromPackage("df-core", "src/Exceptions/ForbiddenException.php", "The class"),
    fromPackage("df-core", "src/Utility/Session.php:58", "The check of a role's permissions"),
    fromPackage(
      "df-core",
      "src/Http/Middleware/AccessCheck.php:101-117",
      "Which failure is answered with which message",
    ),
    fromPackage("df-database", "src/Resources/BaseDbTableResource.php:3312", "Hidden fields"),
  ],
};
