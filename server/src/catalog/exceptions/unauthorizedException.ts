import type { ExceptionClass } from "../model.ts";
import { fromPackage, officialPage } from "../sources.ts";

export const unauthorizedException: ExceptionClass = {
  name: "UnauthorizedException",
  status: 401,
  code: 401,
  title: "401 Unauthorized",
  meaning: "DreamFactory needs to know who is calling, and the credentials are missing or not valid.",
  summary: "Authentication required",
  inShort: "Missing or invalid API key, expired session token, wrong password, key without an app",
  action: "Send an API key or session token",
  causes: [
    "The request carries no API key and no session token.",
    "The session token has expired.",
    "The API key is not valid.",
    "The API key belongs to no app.",
  ],
  fixes: [
    {
      text: "Send the API key of your app in the `X-DreamFactory-API-Key` header.",
      example: {
        language: "bash",
        code: 'curl -X GET "https://example.com/api/v2/db/_table/contacts" \\\n  -H "X-DreamFactory-API-Key: your-api-key"',
      },
    },
    { text: "Or send the token of a logged-in user in the `X-DreamFactory-Session-Token` header." },
    {
      text: "Renew an expired session with a PUT to `/api/v2/user/session`; after the refresh window, log in again.",
      example: {
        language: "http",
        code: "PUT /api/v2/user/session\nX-DreamFactory-Session-Token: {{token}}",
        caption: "Administrators use `/api/v2/system/admin/session`.",
      },
    },
  ],
  correction: {
    wrong: {
      language: "http",
      code: 'POST /api/v2/user/session\nContent-Type: application/json\n\n{"email": "admin@example.com", "password": "{{password}}"}',
      caption: "Logs in an administrator.",
    },
    right: {
      language: "http",
      code: 'POST /api/v2/system/admin/session\nContent-Type: application/json\n\n{"email": "admin@example.com", "password": "{{password}}"}',
    },
    why: "Users and administrators have separate logins. Each refuses the accounts of the other as invalid credentials.",
  },
  examples: [
    {
      language: "json",
      code: '{"error":{"code":401,"context":null,"message":"Invalid credentials supplied.","status_code":401}}',
      caption: "As a server answers a login with the wrong password.",
    },
    {
      language: "json",
      code: '{"error":{"code":401,"context":null,"message":"Token has expired: Session expired. Please refresh your token (if still within refresh window) or re-login.","status_code":401}}',
      caption: "As a server answers an expired session token.",
    },
  ],
  headers: [],
  reality: [
    "A request with neither key nor token is answered with 400: `No session token (JWT) or API Key detected in request…`.",
    "An unknown API key is answered with 400 `No session token (JWT) provided…`, or with 403 `Role not found…` when a token came along.",
    "A token without an API key, of a user who has no role, is answered with 400 `No API Key provided…`.",
    "What really gives 401: a wrong password, an expired or unreadable token, wrong Basic credentials, and a sign-in that LDAP, OAuth or OpenID Connect refused.",
    "A token after `bearer` in lower case is not seen at all: DreamFactory looks for `Bearer` and one space.",
  ],
  seeAlso: [
    "exception/ForbiddenException",
    "header/X-DreamFactory-API-Key",
    "header/X-DreamFactory-Session-Token",
    "header/Authorization",
  ],
  sources: [
    officialPage("401 Unauthorized", "401_Unauthorized"),
    fromPackage("df-core", "src/Exceptions/UnauthorizedException.php", "The class"),
    fromPackage("df-core", "src/Http/Middleware/AuthCheck.php:38-225", "Where key and token are read"),
    fromPackage(
      "df-core",
      "src/Http/Middleware/AccessCheck.php:87-109",
      "Which credentials lead to which answer",
    ),
  ],
};
