import { testRule } from "./rows.ts";

const NO_CREDENTIALS =
  "No session token (JWT) or API Key detected in request. Please send in X-DreamFactory-Session-Token and/or X-DreamFactory-API-Key request header. You can also use URL query parameters session_token and/or api_key.";
const KEY = "36fda24fe5588fa4285ac6c6c2fdfbdb6b6bc9834699774c9bf777f706d05a88";
const JWT = "eyJhbGciOiJIUzI1NiJ9.eyJ1c2VyX2lkIjoxfQ.3sLbR2Yk";
const MISSING =
  "Neither API key nor session token is sent. DreamFactory refuses the request before it looks at anything else.";

testRule("missing-credentials", [
  {
    refused: "«GET» {{host}}/api/v2/db/_table/contact",
    message: MISSING,
    answer: NO_CREDENTIALS,
    repaired: "GET {{host}}/api/v2/db/_table/contact\nX-DreamFactory-API-Key: {{apiKey}}",
  },
  {
    refused: "«{{host}}/api/v2/system/role?fields=id»\nAccept: application/json\n\n",
    message: MISSING,
    answer: NO_CREDENTIALS,
    repaired:
      "{{host}}/api/v2/system/role?fields=id\nAccept: application/json\nX-DreamFactory-API-Key: {{apiKey}}\n\n",
  },
  {
    refused: "«DELETE» https://df/api/v2/db/_table/contact/7?api_key= HTTP/1.1\r\n\r\n",
    message: MISSING,
    answer: NO_CREDENTIALS,
    repaired:
      "DELETE https://df/api/v2/db/_table/contact/7?api_key= HTTP/1.1\r\nX-DreamFactory-API-Key: {{apiKey}}\r\n\r\n",
  },
  {
    refused: "curl «https://df/api/v2/db/_table/contact»",
    message: MISSING,
    answer: NO_CREDENTIALS,
    accepted: `curl https://df/api/v2/db/_table/contact -H 'X-DreamFactory-API-Key: ${KEY}'`,
  },
]);

testRule("overlooked-authorization", [
  {
    refused: "GET {{host}}/api/v2/db/_table/contact\nAuthorization: «bearer» {{token}}",
    message: "`bearer` is not `Bearer`. DreamFactory overlooks the token behind it.",
    answer: NO_CREDENTIALS,
    repaired: "GET {{host}}/api/v2/db/_table/contact\nAuthorization: Bearer {{token}}",
  },
  {
    refused: `GET {{host}}/api/v2/db/_table/contact\nX-DreamFactory-API-Key: ${KEY}\nauthorization: «BEARER» ${JWT}`,
    message: "`BEARER` is not `Bearer`. DreamFactory overlooks the token behind it.",
    repaired: `GET {{host}}/api/v2/db/_table/contact\nX-DreamFactory-API-Key: ${KEY}\nauthorization: Bearer ${JWT}`,
  },
  {
    refused: `GET {{host}}/api/v2/db/_table/contact\nAuthorization: «${JWT}»`,
    message: "`Bearer` is missing before the token. DreamFactory overlooks it.",
    answer: NO_CREDENTIALS,
    repaired: `GET {{host}}/api/v2/db/_table/contact\nAuthorization: Bearer ${JWT}`,
  },
]);

testRule("overlooked-authorization", [
  {
    refused: "GET {{host}}/api/v2/db/_table/contact\nAuthorization: «JWT» {{token}}",
    message: "`JWT` is not `Bearer`. DreamFactory overlooks the token behind it.",
    answer: NO_CREDENTIALS,
    repaired: "GET {{host}}/api/v2/db/_table/contact\nAuthorization: Bearer {{token}}",
  },
]);

testRule("swapped-credentials", [
  {
    refused: `GET {{host}}/api/v2/db/_table/contact\nX-DreamFactory-API-Key: «${JWT}»`,
    message: "This is a session token, not an API key. DreamFactory finds no app with it.",
    answer:
      "No session token (JWT) provided. Please provide a valid JWT using X-DreamFactory-Session-Token request header or 'session_token' url query parameter.",
    repaired: `GET {{host}}/api/v2/db/_table/contact\nX-DreamFactory-Session-Token: ${JWT}`,
  },
  {
    refused: `GET {{host}}/api/v2/db/_table/contact\nX-DreamFactory-Session-Token: «${KEY}»`,
    message: "This is an API key, not a session token. DreamFactory refuses it as an invalid token.",
    answer: "Invalid token: Wrong number of segments",
    repaired: `GET {{host}}/api/v2/db/_table/contact\nX-DreamFactory-API-Key: ${KEY}`,
  },
  {
    refused: `GET {{host}}/api/v2/db/_table/contact\nAuthorization: Bearer «${KEY}»`,
    message: "This is an API key, not a session token. DreamFactory refuses it as an invalid token.",
    answer: "Invalid token: Wrong number of segments",
    repaired: `GET {{host}}/api/v2/db/_table/contact\nX-DreamFactory-API-Key: ${KEY}`,
  },
  {
    refused: `GET {{host}}/api/v2/db/_table/contact?session_token=«${KEY}»`,
    message: "This is an API key, not a session token. DreamFactory refuses it as an invalid token.",
    answer: "Invalid token: Wrong number of segments",
    accepted: `GET {{host}}/api/v2/db/_table/contact?api_key=${KEY}`,
  },
]);

testRule("version-1-request", [
  {
    refused: "GET {{host}}/«rest»/system/role\nX-DreamFactory-API-Key: {{key}}",
    message: "`/rest/` is the API of DreamFactory 1. Version 2 and later know only `/api/v2/`.",
    repaired: "GET {{host}}/api/v2/system/role\nX-DreamFactory-API-Key: {{key}}",
  },
  {
    refused: "GET {{host}}/api/v2/db/_table/contact\n«X-DreamFactory-Application-Name»: todo",
    message:
      "`X-DreamFactory-Application-Name` is a header of DreamFactory 1. Version 2 and later want an API key instead.",
    answer: NO_CREDENTIALS,
    repaired: "GET {{host}}/api/v2/db/_table/contact\nX-DreamFactory-API-Key: {{apiKey}}",
  },
]);

testRule("ignored-verb-override", [
  {
    refused:
      "GET {{host}}/api/v2/db/_table/contact?ids=7\n«X-HTTP-Method»: DELETE\nX-DreamFactory-API-Key: {{key}}",
    message: "`X-HTTP-Method` is read on POST only. DreamFactory treats this request as GET.",
    accepted:
      "POST {{host}}/api/v2/db/_table/contact?ids=7\nX-HTTP-Method: DELETE\nX-DreamFactory-API-Key: {{key}}",
  },
]);

testRule("misspelled-header", [
  {
    refused: "GET {{host}}/api/v2/db/_table/contact\n«X-DreamFactory-ApiKey»: {{apiKey}}",
    message:
      "DreamFactory has no header `X-DreamFactory-ApiKey` and ignores it. The header is `X-DreamFactory-API-Key`.",
    answer: NO_CREDENTIALS,
    repaired: "GET {{host}}/api/v2/db/_table/contact\nX-DreamFactory-API-Key: {{apiKey}}",
  },
  {
    refused: `GET {{host}}/api/v2/db/_table/contact\nX-DreamFactory-API-Key: ${KEY}\n«x-dream-factory-session-token»: {{token}}`,
    message:
      "DreamFactory has no header `x-dream-factory-session-token` and ignores it. The header is `X-DreamFactory-Session-Token`.",
    repaired: `GET {{host}}/api/v2/db/_table/contact\nX-DreamFactory-API-Key: ${KEY}\nX-DreamFactory-Session-Token: {{token}}`,
  },
  {
    refused: "GET {{host}}/api/v2/system/role\n«X-DF-Token»: {{token}}",
    message:
      "DreamFactory has no header `X-DF-Token` and ignores it. The header is `X-DreamFactory-Session-Token`.",
    answer: NO_CREDENTIALS,
    repaired: "GET {{host}}/api/v2/system/role\nX-DreamFactory-Session-Token: {{token}}",
  },
]);

testRule("scheme-in-header", [
  {
    refused: "GET {{host}}/api/v2/system/role\nX-DreamFactory-Session-Token: «Bearer »{{token}}",
    message: "`Bearer` does not belong here. DreamFactory takes it for a part of the value.",
    repaired: "GET {{host}}/api/v2/system/role\nX-DreamFactory-Session-Token: {{token}}",
  },
  {
    refused: `GET {{host}}/api/v2/db/_table/contact\nX-DreamFactory-API-Key: «bearer »${KEY}`,
    message: "`bearer` does not belong here. DreamFactory takes it for a part of the value.",
    answer:
      "No session token (JWT) provided. Please provide a valid JWT using X-DreamFactory-Session-Token request header or 'session_token' url query parameter.",
    repaired: `GET {{host}}/api/v2/db/_table/contact\nX-DreamFactory-API-Key: ${KEY}`,
  },
  {
    refused: "GET {{host}}/api/v2/system/role\nAuthorization: Bearer «  »{{token}}",
    message:
      "Only one space may stand behind `Bearer`. DreamFactory takes the others for a part of the token.",
    repaired: "GET {{host}}/api/v2/system/role\nAuthorization: Bearer {{token}}",
  },
]);
