import { testRule } from "./rows.ts";

const KEY = "X-DreamFactory-API-Key: {{key}}";
const JSON_TYPE = "Content-Type: application/json";
const NO_RECORDS = `No record(s) detected in request. Please make sure record(s) are wrapped in a 'resource' tag. Example: {"resource":[{"record":1},{"record":2}]}`;

function post(body: string, type = JSON_TYPE): string {
  return `POST {{host}}/api/v2/db/_table/contact\n${KEY}\n${type}\n\n${body}`;
}

testRule("missing-resource-wrapper", [
  {
    refused: post('«{»"name": "Ada", "age": {{age}}}'),
    message: "The record is not wrapped in `resource`. DreamFactory sees no record in a bare object.",
    answer: NO_RECORDS,
    repaired: post('{"resource": [{"name": "Ada", "age": {{age}}}]}'),
  },
  {
    refused: `PUT {{host}}/api/v2/system/role\n${KEY}\n${JSON_TYPE}\n\n«{»\n  "id": 7\n}\n`,
    message: "The record is not wrapped in `resource`. DreamFactory sees no record in a bare object.",
    answer: NO_RECORDS,
    repaired: `PUT {{host}}/api/v2/system/role\n${KEY}\n${JSON_TYPE}\n\n{"resource": [{\n  "id": 7\n}]}\n`,
  },
]);

testRule("misspelled-resource-wrapper", [
  ...["record", "records", "Resource", "resouce", "items"].map((name) => ({
    refused: post(`{«"${name}"»: [{"name": "Ada"}]}`),
    message: `The records stand under \`${name}\`, not \`resource\`. DreamFactory sees no record.`,
    answer: NO_RECORDS,
    repaired: post('{"resource": [{"name": "Ada"}]}'),
  })),
]);

testRule("superfluous-resource-wrapper", [
  {
    refused: `PATCH {{host}}/api/v2/db/_table/contact/7\n${KEY}\n${JSON_TYPE}\n\n{«"resource"»: [{"name": "{{name}}"}]}`,
    message: "One record by its identifier wants no list around it. DreamFactory changes nothing.",
    repaired: `PATCH {{host}}/api/v2/db/_table/contact/7\n${KEY}\n${JSON_TYPE}\n\n{"name": "{{name}}"}`,
  },
  {
    refused: `PUT {{host}}/api/v2/db/_table/contact/{{id}}\n${KEY}\n${JSON_TYPE}\n\n«[»{"name": "Ada"}]`,
    message: "One record by its identifier wants no list around it. DreamFactory changes nothing.",
    repaired: `PUT {{host}}/api/v2/db/_table/contact/{{id}}\n${KEY}\n${JSON_TYPE}\n\n{"name": "Ada"}`,
  },
]);

testRule("no-records", [
  ...["«[]»", '{"resource": «[]»}', '{"resource": «{}»}', "«{}»", '{"resource": «null»}', "«null»"].map(
    (body) => ({
      refused: post(body),
      message: "There is no record in it. DreamFactory has nothing to write.",
      answer: NO_RECORDS,
      accepted: post('{"resource": [{{record}}]}'),
    }),
  ),
  {
    refused: `«PATCH» {{host}}/api/v2/db/_table/contact\n${KEY}\n`,
    message: "There is no body. DreamFactory has no record to write.",
    answer: NO_RECORDS,
    accepted: `PATCH {{host}}/api/v2/db/_table/contact\n${KEY}\n\n< ./contacts.json\n`,
  },
]);

testRule("ignored-records", [
  {
    refused: `PATCH {{host}}/api/v2/db/_table/contact?ids=1,2\n${KEY}\n${JSON_TYPE}\n\n{"resource": [{"vip": true}, «{»"vip": false}]}`,
    message: "Only the first record counts beside `ids` or `filter`. This one is left out.",
    accepted: `PATCH {{host}}/api/v2/db/_table/contact?ids=1,2\n${KEY}\n${JSON_TYPE}\n\n{"resource": [{"vip": true}]}`,
  },
]);

testRule("form-encoded-json", [
  {
    refused: post('{"resource": [{"name": "Ada"}]}', "Content-Type: «application/x-www-form-urlencoded»"),
    message: "The body is JSON, but is sent as a form. DreamFactory takes it for the name of one field.",
    answer: NO_RECORDS,
    repaired: post('{"resource": [{"name": "Ada"}]}'),
  },
  {
    refused: `curl {{host}}/api/v2/user/session -d '«{»"email": "ada@example.com", "password": "x"}'`,
    message: "The body is JSON, but is sent as a form. DreamFactory takes it for the name of one field.",
    answer: "Login request is missing required email.",
    accepted: `curl {{host}}/api/v2/user/session -H '${JSON_TYPE}' -d '{"email": "ada@example.com", "password": "x"}'`,
  },
]);

testRule("wrong-content-type", [
  {
    refused: post('[{"name": "Ada"}]', "Content-Type: «text/plain; charset=utf-8»"),
    message:
      "The body is JSON, but `text/plain; charset=utf-8` says otherwise. DreamFactory does not read it as JSON.",
    answer: "The request contains no valid record sets.",
    repaired: post('[{"name": "Ada"}]'),
  },
  {
    refused: post('[{"name": "Ada"}]', "Content-Type: «application/xml»"),
    message: "The body is JSON, but `application/xml` says otherwise. DreamFactory does not read it as JSON.",
    answer: NO_RECORDS,
    repaired: post('[{"name": "Ada"}]'),
  },
  {
    refused: post('[\n  {"name": "Ada"}\n]', "Content-Type: «text/csv»"),
    message: "The body is JSON, but `text/csv` says otherwise. DreamFactory does not read it as JSON.",
    repaired: post('[\n  {"name": "Ada"}\n]'),
  },
  {
    refused: `PATCH {{host}}/api/v2/db/_table/contact/7\n${KEY}\nContent-Type: «text/plain»\n\n{"name": "Ada"}`,
    message: "The body is JSON, but `text/plain` says otherwise. DreamFactory does not read it as JSON.",
    answer: "The request contains no valid record fields.",
    repaired: `PATCH {{host}}/api/v2/db/_table/contact/7\n${KEY}\n${JSON_TYPE}\n\n{"name": "Ada"}`,
  },
]);

testRule("missing-content-type", [
  {
    refused: `POST {{host}}/api/v2/db/_table/contact\n${KEY}\n\n«[»{"name": "Ada"}]`,
    message: "`Content-Type` is missing. DreamFactory reads the body as JSON only because it is valid.",
    repaired: post('[{"name": "Ada"}]'),
  },
  {
    refused: post('[{"name": "Ada"}]', "Content-Type: «application/JSON»"),
    message:
      "`application/JSON` is not recognized. DreamFactory reads the body as JSON only because it is valid.",
    repaired: post('[{"name": "Ada"}]'),
  },
]);

testRule("incomplete-login", [
  {
    refused: `POST {{host}}/api/v2/user/session\nContent-Type: application/json\n\n{"email": "a@b.c", «"pwd"»: "{{p}}"}`,
    message: "`password` is missing. DreamFactory refuses the login.",
    answer: "Login request is missing required password.",
    repaired: `POST {{host}}/api/v2/user/session\nContent-Type: application/json\n\n{"email": "a@b.c", "password": "{{p}}"}`,
  },
  {
    refused: `POST {{host}}/api/v2/system/admin/session\nContent-Type: application/json\n\n«{»"resource": [{"email": "a@b.c", "password": "x"}]}`,
    message: "`email` is missing. DreamFactory refuses the login.",
    answer: "Login request is missing required email.",
    accepted: `POST {{host}}/api/v2/system/admin/session\nContent-Type: application/json\n\n{"email": "a@b.c", "password": "x"}`,
  },
  {
    refused: `POST {{host}}/api/v2/user/session\nContent-Type: application/json\n\n«{»"email": "", "password": "x"}`,
    message: "`email` is missing. DreamFactory refuses the login.",
    answer: "Login request is missing required email.",
    accepted: `POST {{host}}/api/v2/user/session?service=ldap\nContent-Type: application/json\n\n{"name": "a", "password": "x"}`,
  },
]);

testRule("update-without-id", [
  {
    refused: `PATCH {{host}}/api/v2/db/_table/contact\n${KEY}\nContent-Type: application/json\n\n{"resource": [{"id": 1, "vip": true}, «{»"vip": true}]}`,
    message: "This record has no room for its identifier. DreamFactory does not know which one to change.",
    answer: "Batch Error: Not all requested records could be updated.",
    accepted: `PATCH {{host}}/api/v2/db/_table/contact?ids=1,2\n${KEY}\nContent-Type: application/json\n\n{"resource": [{"vip": true}]}`,
  },
]);

testRule("superfluous-resource-wrapper", [
  {
    refused: `PATCH {{host}}/api/v2/system/service/5\n${KEY}\nContent-Type: application/json\n\n{«"resource"»: [{"label": "x"}]}`,
    message: "One record by its identifier wants no list around it. DreamFactory changes nothing.",
    repaired: `PATCH {{host}}/api/v2/system/service/5\n${KEY}\nContent-Type: application/json\n\n{"label": "x"}`,
  },
]);
