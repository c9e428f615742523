import { testRule } from "./rows.ts";

const KEY = "X-DreamFactory-API-Key: {{key}}";
const BODY = `${KEY}\nContent-Type: application/json\n\n{"resource": [{"name": "Ada"}]}`;

testRule("missing-table-segment", [
  {
    refused: `GET {{host}}/api/v2/db/«contact»?limit=5\n${KEY}`,
    message:
      "`_table` is missing before `contact`. DreamFactory looks for a resource of that name and finds none.",
    answer: "Resource 'contact' not found for service 'db'.",
    repaired: `GET {{host}}/api/v2/db/_table/contact?limit=5\n${KEY}`,
  },
  {
    refused: `GET {{host}}/api/v2/MySQL/«table»/contact\n${KEY}`,
    message: "`table` is not `_table`. DreamFactory finds no such resource.",
    answer: "Resource 'table' not found for service 'mysql'.",
    repaired: `GET {{host}}/api/v2/MySQL/_table/contact\n${KEY}`,
  },
  {
    refused: `GET {{host}}/api/v2/sales/«_tabel»/contact\n${KEY}`,
    message: "`_tabel` is not `_table`. DreamFactory finds no such resource.",
    answer: "Resource '_tabel' not found for service 'sales'.",
    repaired: `GET {{host}}/api/v2/sales/_table/contact\n${KEY}`,
  },
]);

testRule("missing-table-name", [
  {
    refused: `POST {{host}}/api/v2/db/«_table»\n${BODY}`,
    message: "The name of the table is missing after `_table`. DreamFactory supports no POST there.",
    answer: "POST requests without a resource are not currently supported by the '_table' service.",
    accepted: `POST {{host}}/api/v2/db/_table/contact\n${BODY}`,
  },
]);

testRule("create-by-id", [
  {
    refused: `POST {{host}}/api/v2/db/_table/contact/«7»\n${KEY}\nContent-Type: application/json\n\n{"name": "Ada"}`,
    message: "POST creates records and takes no identifier. DreamFactory refuses `7` here.",
    answer: "Create record by identifier not currently supported.",
    repaired: `PATCH {{host}}/api/v2/db/_table/contact/7\n${KEY}\nContent-Type: application/json\n\n{"name": "Ada"}`,
  },
  {
    refused: `POST {{host}}/api/v2/system/role/«{{id}}»\n${KEY}`,
    message: "POST creates records and takes no identifier. DreamFactory refuses `{{id}}` here.",
    answer: "Create record by identifier not currently supported.",
    repaired: `PATCH {{host}}/api/v2/system/role/{{id}}\n${KEY}`,
  },
]);

testRule("unknown-parameter", [
  {
    refused: `GET {{host}}/api/v2/db/_table/contact?«fliter»=age%3E30&limit=5\n${KEY}`,
    message: "`fliter` is no parameter of DreamFactory, `filter` is. It is ignored.",
    repaired: `GET {{host}}/api/v2/db/_table/contact?filter=age%3E30&limit=5\n${KEY}`,
  },
  {
    refused: `GET {{host}}/api/v2/system/user?«Fields»=id\n${KEY}`,
    message: "`Fields` is no parameter of DreamFactory, `fields` is. It is ignored.",
    repaired: `GET {{host}}/api/v2/system/user?fields=id\n${KEY}`,
  },
  {
    refused: `DELETE {{host}}/api/v2/db/_table/contact?«id»=7&force={{force}}\n${KEY}`,
    message: "`id` is no parameter of DreamFactory, `ids` is. It is ignored.",
    repaired: `DELETE {{host}}/api/v2/db/_table/contact?ids=7&force={{force}}\n${KEY}`,
  },
]);

testRule("rollback-with-continue", [
  {
    refused: `DELETE {{host}}/api/v2/db/_table/contact?ids=1,2&rollback=true&«continue=1»\n${KEY}`,
    message: "`rollback` and `continue` are both on. DreamFactory refuses the two together.",
    answer: "Rollback and continue operations can not be requested at the same time.",
    repaired: `DELETE {{host}}/api/v2/db/_table/contact?ids=1,2&rollback=true\n${KEY}`,
  },
  {
    refused: `POST {{host}}/api/v2/db/_table/contact?continue=yes\n${KEY}\nContent-Type: application/json\n\n{"resource": [{"a": 1}], «"rollback": true»}`,
    message: "`rollback` and `continue` are both on. DreamFactory refuses the two together.",
    answer: "Rollback and continue operations can not be requested at the same time.",
    repaired: `POST {{host}}/api/v2/db/_table/contact\n${KEY}\nContent-Type: application/json\n\n{"resource": [{"a": 1}], "rollback": true}`,
  },
]);

testRule("delete-without-filter", [
  {
    refused: `«DELETE» {{host}}/api/v2/db/_table/contact?continue=true\n${KEY}`,
    message: "No `ids`, no `filter`, no records. DreamFactory does not know what to delete.",
    answer: "No filter or records given for delete request.",
    accepted: `DELETE {{host}}/api/v2/db/_table/contact?continue=true&ids=7\n${KEY}`,
  },
  {
    refused: `«POST» {{host}}/api/v2/system/user\nX-HTTP-Method: DELETE\n${KEY}\nContent-Type: application/json\n\n{"resource": []}`,
    message: "No `ids`, no `filter`, no records. DreamFactory does not know what to delete.",
    answer: "No filter or records given for delete request.",
    accepted: `POST {{host}}/api/v2/system/user\nX-HTTP-Method: DELETE\n${KEY}\nContent-Type: application/json\n\n{"resource": [{"id": 7}]}`,
  },
]);

testRule("delete-everything", [
  {
    refused: `DELETE {{host}}/api/v2/db/_table/contact?«force=true»\n${KEY}`,
    message: "`force` without `ids`, `filter` or records. DreamFactory deletes every record of the table.",
    repaired: `DELETE {{host}}/api/v2/db/_table/contact\n${KEY}`,
    left: ["delete-without-filter"],
  },
]);

testRule("order-with-semicolon", [
  {
    refused: `GET {{host}}/api/v2/db/_table/contact?order=name«;»age\n${KEY}`,
    message: "`order` holds a semicolon. DreamFactory refuses the clause.",
    answer: "Invalid order by clause in request.",
    repaired: `GET {{host}}/api/v2/db/_table/contact?order=name,age\n${KEY}`,
  },
  {
    refused: `GET {{host}}/api/v2/db/_table/contact?sort=name«%3B»\n${KEY}`,
    message: "`order` holds a semicolon. DreamFactory refuses the clause.",
    answer: "Invalid order by clause in request.",
    repaired: `GET {{host}}/api/v2/db/_table/contact?sort=name\n${KEY}`,
  },
]);

testRule("limit-capped", [
  {
    refused: `GET {{host}}/api/v2/db/_table/contact?limit=«5000»\n${KEY}`,
    message: "A service returns 1,000 records at most unless set up for more. The rest is cut off silently.",
    accepted: `GET {{host}}/api/v2/db/_table/contact?limit=1000\n${KEY}`,
  },
  {
    refused: `GET {{host}}/api/v2/db/_table/contact?top=«250000»\n${KEY}`,
    message:
      "No server returns more than 100,000 records unless set up for it. The rest is cut off silently.",
    accepted: `GET {{host}}/api/v2/db/_table/contact?top=250\n${KEY}`,
  },
]);

testRule("unsupported-verb", [
  {
    refused: `«MERGE» {{host}}/api/v2/db/_table/contact/7\n${KEY}\nContent-Type: application/json\n\n{"a": 1}`,
    message: "DreamFactory knows no method MERGE. It answers with a page, status 405.",
    repaired: `PATCH {{host}}/api/v2/db/_table/contact/7\n${KEY}\nContent-Type: application/json\n\n{"a": 1}`,
  },
  {
    refused: `«DELET» https://df/api/v2/db/_table/contact/7\n${KEY}`,
    message: "DreamFactory knows no method DELET. It answers with a page, status 405.",
    repaired: `DELETE https://df/api/v2/db/_table/contact/7\n${KEY}`,
  },
  {
    refused: `«PROPFIND» https://df/api/v2/files/a/\n${KEY}`,
    message: "DreamFactory knows no method PROPFIND. It answers with a page, status 405.",
    accepted: `GET https://df/api/v2/files/a/\n${KEY}`,
  },
]);

testRule("aggregate-without-group", [
  {
    refused: `GET {{host}}/api/v2/db/_table/contact?fields=city,«COUNT(*)»&limit=5\n${KEY}`,
    message: "`COUNT(*)` is no column, and aggregates need `group`. DreamFactory refuses the field.",
    answer: "Invalid field requested: COUNT(*)",
    accepted: `GET {{host}}/api/v2/db/_table/contact?fields=city,COUNT(*)&group=city&limit=5\n${KEY}`,
  },
  {
    refused: `GET {{host}}/api/v2/db/_table/contact?select=«max(age)»\n${KEY}`,
    message: "`max(age)` is no column, and aggregates need `group`. DreamFactory refuses the field.",
    answer: "Invalid field requested: max(age)",
    accepted: `GET {{host}}/api/v2/db/_table/contact?select=age&order=age%20desc&limit=1\n${KEY}`,
  },
]);

testRule("unknown-parameter", [
  {
    refused: `GET {{host}}/api/v2/db/_table/contact?«per_page»=5&«Expand»=phones\n${KEY}`,
    message: "`per_page` is no parameter of DreamFactory, `limit` is. It is ignored.",
    repaired: `GET {{host}}/api/v2/db/_table/contact?limit=5&Expand=phones\n${KEY}`,
    left: ["unknown-parameter"],
  },
]);
