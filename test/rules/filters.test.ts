import { type Row, testRule } from "./rows.ts";

function get(filter: string): string {
  return `GET {{host}}/api/v2/db/_table/contact?filter=${filter}&limit=5\nX-DreamFactory-API-Key: {{key}}`;
}

function row(refused: string, repaired: string | undefined, message: string, answer?: string): Row {
  return {
    refused: get(refused),
    message,
    ...(answer !== undefined && { answer }),
    ...(repaired === undefined ? { accepted: get("a=1") } : { repaired: get(repaired) }),
  };
}

const IN_VALUE = (word: string) =>
  `\`${word}\` joins only conditions in parentheses. DreamFactory takes it for a part of the value.`;
const IN_FIELD = (word: string) =>
  `\`${word}\` joins only conditions in parentheses. DreamFactory takes it for a part of the field.`;
const UNREADABLE = (field: string) => `Invalid or unparsable field in filter request: '${field}'`;
const UNPARSABLE = "Invalid or unparsable filter request.";

testRule("filter-without-parentheses", [
  row("age=30 «AND» city='Rome'", "(age=30) AND (city='Rome')", IN_VALUE("AND")),
  row("age%3D30%20«and»%20city%3D'Rome'", "(age%3D30)%20and%20(city%3D'Rome')", IN_VALUE("and")),
  row("name='x'%20«OR»%20name='y'", "(name='x')%20OR%20(name='y')", IN_VALUE("OR")),
  row("age>5 «AND» city='Rome'", "(age>5) AND (city='Rome')", IN_FIELD("AND"), UNREADABLE("age>5 AND city")),
  row("(a=1) «AND» b=2", "(a=1) AND (b=2)", IN_VALUE("AND")),
  row("(a=1)  «OR»(b=2)", "(a=1) OR (b=2)", IN_VALUE("OR")),
  row("(a=1 «OR» b=2)", "((a=1) OR (b=2))", IN_VALUE("OR")),
  row("(a=1) AND (b=2) «OR» c={{c}}", "(a=1) AND (b=2) OR (c={{c}})", IN_VALUE("OR")),
  row("a=1 «AND» (b=2 OR c=3)", "(a=1) AND ((b=2) OR (c=3))", IN_VALUE("AND")),
  row("caf%C3%A9=1 «%7C%7C» b=%C3%A9", "(caf%C3%A9=1) %7C%7C (b=%C3%A9)", IN_VALUE("||")),
  {
    refused:
      'POST {{host}}/api/v2/db/_table/contact\nX-HTTP-Method: GET\nX-DreamFactory-API-Key: {{key}}\nContent-Type: application/json\n\n{"filter": "a=\\"x\\" «AND» b=2"}',
    message: IN_VALUE("AND"),
    repaired:
      'POST {{host}}/api/v2/db/_table/contact\nX-HTTP-Method: GET\nX-DreamFactory-API-Key: {{key}}\nContent-Type: application/json\n\n{"filter": "(a=\\"x\\") AND (b=2)"}',
  },
  {
    refused:
      "GET {{host}}/api/v2/db/_table/contact\n  ?filter=a=1 «AND» b=2\n  &limit=5\nX-DreamFactory-API-Key: {{key}}",
    message: IN_VALUE("AND"),
    repaired:
      "GET {{host}}/api/v2/db/_table/contact\n  ?filter=(a=1) AND (b=2)\n  &limit=5\nX-DreamFactory-API-Key: {{key}}",
  },
]);

testRule("filter-operator", [
  row(
    "«active»",
    undefined,
    "There is no operator in this condition. DreamFactory refuses the filter.",
    UNPARSABLE,
  ),
  row(
    "age «BETWEEN» 30 AND 40",
    undefined,
    "`BETWEEN` is no operator of filters. DreamFactory refuses the filter.",
    UNPARSABLE,
  ),
  row(
    "(name «rlike» '^A') AND (b=2)",
    undefined,
    "`rlike` is no operator of filters. DreamFactory refuses the filter.",
    UNPARSABLE,
  ),
  row(
    "name «SOUNDS» LIKE 'x'",
    undefined,
    "`SOUNDS` is no operator of filters. DreamFactory refuses the filter.",
    UNREADABLE("name SOUNDS"),
  ),
  row(
    "id «IN»(1,2)",
    "id IN%20(1,2)".replace("%20", " "),
    "`IN` needs a space on both sides. DreamFactory finds no operator in this condition.",
    UNPARSABLE,
  ),
  row(
    "age«==»30",
    "age=30",
    "`==` is no operator. DreamFactory takes its second half for a part of the value.",
  ),
  row(
    "age%20«%3D%3E»%2030",
    "age%20>=%2030",
    "`=>` is no operator. DreamFactory takes its second half for a part of the value.",
  ),
]);

testRule("filter-list", [
  row(
    "id IN «1,2,3»",
    "id IN (1,2,3)",
    "The values of `IN` stand without parentheses. DreamFactory refuses the filter.",
    "Filter value lists must be wrapped in parentheses.",
  ),
  row(
    "(id%20not%20in%20«1,2») AND (a=1)",
    "(id%20not%20in%20(1,2)) AND (a=1)",
    "The values of `not in` stand without parentheses. DreamFactory refuses the filter.",
    "Filter value lists must be wrapped in parentheses.",
  ),
]);

testRule("filter-field", [
  row(
    "title LIKE '%25made «in» China%25'",
    undefined,
    "DreamFactory divides the condition at this `in`. What stands before it is not the name of one column.",
    UNREADABLE("title LIKE '%made"),
  ),
  row(
    "upper(name)«=»'ADA'",
    undefined,
    "DreamFactory divides the condition at this `=`. What stands before it is not the name of one column.",
    UNREADABLE("upper(name)"),
  ),
]);

testRule("filter-not-encoded", [
  row(
    "company='AT«&»T'",
    "company='AT%26T'",
    "`&` ends the filter here. DreamFactory does not get what follows.",
  ),
  row(
    "(a=1)«&&»(b=2)",
    "(a=1)%26%26(b=2)",
    "`&&` ends the filter here. DreamFactory does not get what follows.",
  ),
  row(
    "name LIKE '«%de»%25'",
    "name LIKE '%25de%25'",
    "`%de` is read as one byte, which is no character. The filter compares with something else.",
  ),
  row(
    "phone='«+»49 30'",
    "phone='%2B49 30'",
    "`+` is read as a space. The filter compares with something else.",
  ),
  {
    refused: "GET {{host}}/api/v2/db/_table/contact?filter=tag='«#»1'\nX-DreamFactory-API-Key: {{key}}",
    message: "`#` ends the filter here. DreamFactory does not get what follows.",
    repaired: "GET {{host}}/api/v2/db/_table/contact?filter=tag='%231'\nX-DreamFactory-API-Key: {{key}}",
  },
]);
