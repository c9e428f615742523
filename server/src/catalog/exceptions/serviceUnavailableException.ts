import type { ExceptionClass } from "../model.ts";
import { fromPackage, officialPage } from "../sources.ts";

export const serviceUnavailableException: ExceptionClass = {
  name: "ServiceUnavailableException",
  status: 503,
  code: 503,
  title: "503 Service Unavailable",
  meaning: "The service cannot answer at the moment.",
  summary: "Temporarily unavailable",
  inShort:
    "Database or external service down, maintenance, connections or memory exhausted, scripting disabled",
  action: "Retry later",
  causes: [
    "The database server is down.",
    "An external service cannot be reached.",
    "Maintenance mode is on.",
    "A resource is exhausted, such as connections or memory.",
  ],
  fixes: [
    { text: "Retry with exponential backoff, and give up after a few attempts." },
    { text: "Look at the health of the service." },
    { text: "Verify that the external services behind it can be reached." },
    {
      text: "If the message speaks of scripting, a PHP extension or an e-mail template, do not retry: an administrator must change the configuration.",
    },
  ],
  correction: {
    wrong: { language: "javascript", code: "while (!response.ok) response = await fetch(url);" },
    right: { language: "javascript", code: "const response = await fetchWithRetry(url);" },
    why: "Retrying without a pause and without an end adds load to a server that has none to spare.",
  },
  examples: [
    {
      language: "json",
      code: '{"error":{"code":503,"context":null,"message":"Scripting with nodejs is disabled for this instance.","status_code":503}}',
      caption: "As a server answers: a matter of configuration that no retry mends.",
    },
  ],
  headers: [],
  reality: [
    "DreamFactory's own 503 is about configuration: scripting is disabled or its engine is missing, a PHP extension is missing, a service has no API docs, the template of the password e-mail is missing.",
    "A database that is down is answered with 500 and the text of its driver, such as `SQLSTATE[HY000] [2002] Connection refused`.",
    "Maintenance mode is answered by Laravel's own 503 page, which is no envelope.",
    "A 502 or 504 page in HTML comes from nginx or a load balancer in front of DreamFactory.",
  ],
  seeAlso: ["practice/retry-logic", "exception/InternalServerErrorException", "status/502", "status/504"],
  sources: [
    officialPage("503 Service Unavailable", "503_Service_Unavailable"),
    fromPackage("df-core", "src/Exceptions/ServiceUnavailableException.php", "The class"),
    fromPackage("df-script", "src/Models/EventScript.php:100-105", "Scripting is disabled"),
    fromPackage("df-apidoc", "src/Services/Swagger.php:141", "No API docs"),
    fromPackage("df-system", "src/Resources/UserPasswordResource.php:443-458", "The password e-mail"),
  ],
};
