import { JSON_ERROR } from "../exampleEnvelopes.ts";
import type { ExceptionClass } from "../model.ts";
import { fromPackage, officialPage } from "../sources.ts";

export const invalidJsonException: ExceptionClass = {
  name: "InvalidJsonException",
  status: 400,
  code: 400,
  title: "400 Invalid JSON",
  meaning: "The request body is not well-formed JSON.",
  summary: "Malformed JSON",
  inShort: "Trailing comma, unquoted key, single quotes, bracket or brace not closed",
  action: "Validate the JSON",
  causes: [
    "A trailing comma follows the last element or property.",
    "A key has no quotes.",
    "Strings or keys are in single quotes instead of double quotes.",
    "A bracket or brace is never closed.",
  ],
  fixes: [
    {
      text: "Let a JSON parser read the body before you send it.",
      example: {
        language: "bash",
        code: 'echo \'{"name": "test"}\' | jq .',
        caption: "`jq` prints the value, or says at which line and column it stopped.",
      },
    },
    {
      text: "Let your program serialize a value, such as `JSON.stringify(record)`, instead of gluing JSON from strings.",
    },
    { text: "In an `.http` file, take the quick fix at the underlined spot." },
  ],
  correction: {
    wrong: { language: "text", code: "{resource: [{'name': 'Ada', \"age\": 36,}" },
    right: { language: "json", code: '{"resource": [{"name": "Ada", "age": 36}]}' },
    why: "JSON puts keys and strings in double quotes, allows no comma before a closing bracket, and closes every bracket it opens. PHP accepts no exception.",
  },
  examples: [
    {
      language: "json",
      code: '{"error":{"code":400,"context":null,"message":"Invalid or malformed JSON.","status_code":400}}',
      caption: "What the class would send. No release throws it.",
    },
    {
      language: "json",
      code: JSON_ERROR,
      caption:
        "The only JSON error a server really sends: from a package import, or from converting a response. It is an `InvalidArgumentException`.",
    },
  ],
  headers: [],
  reality: [
    "The class exists, but no release throws it. Malformed JSON is silently read as an empty body.",
    "You see what the endpoint says of an empty body: `No record(s) detected in request…` for a table, `The request contains no valid record fields.` for one record, `No filter or records given for delete request.` for a delete, `Login request is missing required email.` for a login.",
    "Without a `Content-Type` header, malformed JSON in one line is answered with `Unrecognized payload type`; in several lines it is read as CSV.",
    "With `Content-Type: application/x-www-form-urlencoded`, which `curl -d` sends by default, even valid JSON arrives as a form field.",
  ],
  seeAlso: ["exception/BadRequestException", "class/InvalidArgumentException"],
  sources: [
    officialPage("400 Invalid JSON", "400_Invalid_JSON"),
    fromPackage("df-core", "src/Exceptions/InvalidJsonException.php:21", "The class and its default message"),
    fromPackage("df-core", "src/Utility/ServiceRequest.php:129-196", "How a request body is decoded"),
    fromPackage(
      "df-core",
      "src/Utility/DataFormatter.php:377-420",
      "The texts that begin with “JSON Error:”",
    ),
  ],
};
