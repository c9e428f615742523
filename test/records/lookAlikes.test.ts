import assert from "node:assert/strict";
import { test } from "node:test";
import { findRecords } from "../../server/src/records/findRecords.ts";

/** Errors of other products, as their documentation or their servers show them. */
const OTHERS: Readonly<Record<string, string>> = {
  "PowerShell, a deployment": "code        : 200\nmessage     : Deployment finished\nstatus_code : 200\n",
  "PowerShell, a list with one more member below":
    "code        : 404\ncontext     : \nmessage     : x\nstatus_code : 404\nrequest_id  : abc\n",
  "PowerShell, a list with one more member above":
    "type        : error\r\ncode        : 404\r\ncontext     : \r\nmessage     : x\r\nstatus_code : 404\r\n",
  Google:
    '{"error":{"code":404,"message":"Requested entity was not found.","status":"NOT_FOUND","details":[{"@type":"type.googleapis.com/google.rpc.Help"}]}}',
  "Google, older":
    '{"error":{"errors":[{"domain":"global","reason":"notFound","message":"Not Found"}],"code":404,"message":"Not Found"}}',
  "Google, without details": '{"error":{"code":404,"message":"Not Found"}}',
  Firebase:
    '{"error":{"code":400,"message":"INVALID_PASSWORD","errors":[{"message":"INVALID_PASSWORD","domain":"global","reason":"invalid"}]}}',
  "Firebase's database": '{"error":"Permission denied"}',
  Stripe:
    '{"error":{"code":"resource_missing","doc_url":"https://stripe.com/docs","message":"No such customer","param":"id","type":"invalid_request_error"}}',
  OpenAI:
    '{"error":{"message":"Incorrect API key provided.","type":"invalid_request_error","param":null,"code":"invalid_api_key"}}',
  Anthropic: '{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}',
  Directus: '{"errors":[{"message":"You don\'t have permission","extensions":{"code":"FORBIDDEN"}}]}',
  GraphQL: '{"data":null,"errors":[{"message":"Cannot query field","locations":[{"line":1,"column":2}]}]}',
  Laravel: '{"message":"The given data was invalid.","errors":{"email":["The email field is required."]}}',
  "Laravel, debugging":
    '{"message":"x","exception":"ErrorException","file":"/var/www/shop/a.php","line":1,"trace":[{"file":"/var/www/shop/b.php","line":2}]}',
  "Laravel's server error": '{"message":"Server Error"}',
  Symfony:
    '{"type":"https://tools.ietf.org/html/rfc2616#section-10","title":"An error occurred","status":404,"detail":"Not Found"}',
  "API Platform":
    '{"@context":"/contexts/Error","@type":"hydra:Error","hydra:title":"An error occurred","trace":[]}',
  AWS: '{"__type":"ResourceNotFoundException","message":"Requested resource not found"}',
  "AWS in XML": "<Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message></Error>",
  Azure:
    '{"error":{"code":"ResourceNotFound","message":"The Resource was not found.","target":null,"details":[]}}',
  "Azure, short":
    '{"error":{"code":"AuthorizationFailed","message":"The client does not have authorization."}}',
  "Microsoft Graph":
    '{"error":{"code":"InvalidAuthenticationToken","message":"Access token is empty.","innerError":{"date":"2026-01-01","request-id":"x"}}}',
  OData: '{"error":{"code":"","message":{"lang":"en-US","value":"Resource not found"}}}',
  Slack: '{"ok":false,"error":"channel_not_found"}',
  Twilio:
    '{"code":20404,"message":"The requested resource was not found","more_info":"https://www.twilio.com/docs/errors/20404","status":404}',
  Shopify: '{"errors":{"title":["can\'t be blank"]}}',
  GitHub: '{"message":"Not Found","documentation_url":"https://docs.github.com/rest","status":"404"}',
  Facebook:
    '{"error":{"message":"Unsupported get request.","type":"GraphMethodException","code":100,"fbtrace_id":"x"}}',
  Elasticsearch:
    '{"error":{"root_cause":[{"type":"index_not_found_exception","reason":"no such index"}],"type":"x"},"status":404}',
  Kubernetes:
    '{"kind":"Status","apiVersion":"v1","status":"Failure","message":"pods not found","reason":"NotFound","code":404}',
  "JSON-RPC": '{"jsonrpc":"2.0","error":{"code":-32601,"message":"Method not found"},"id":"1"}',
  "JSON-RPC with data":
    '{"jsonrpc":"2.0","error":{"code":-32602,"message":"Invalid params","data":{"x":1}},"id":1}',
  Spring: '{"timestamp":"2026-01-01T00:00:00Z","status":404,"error":"Not Found","path":"/api/v2/x"}',
  FastAPI: '{"detail":"Not Found"}',
  PostgREST: '{"code":"42P01","details":null,"hint":null,"message":"relation \\"x\\" does not exist"}',
  Supabase: '{"error":{"code":"42P01","details":null,"hint":null,"message":"relation does not exist"}}',
  Strapi: '{"data":null,"error":{"status":404,"name":"NotFoundError","message":"Not Found","details":{}}}',
  CouchDB: '{"error":"not_found","reason":"missing"}',
  Salesforce: '[{"message":"Session expired or invalid","errorCode":"INVALID_SESSION_ID"}]',
  Bitbucket:
    '{"errors":[{"context":null,"message":"Repository x does not exist.","exceptionName":"com.atlassian.NoSuchRepositoryException"}]}',
  YouTube:
    '{"error":{"code":403,"message":"The request cannot be completed.","errors":[{"message":"q","domain":"youtube.quota","reason":"quotaExceeded"}],"status":"PERMISSION_DENIED"}}',
  Twitter: '{"errors":[{"code":34,"message":"Sorry, that page does not exist"}]}',
  Spotify: '{"error":{"status":401,"message":"The access token expired"}}',
  Deezer: '{"error":{"type":"DataException","message":"no data","code":800}}',
  Backendless: '{"code":1009,"message":"Table not found by name","errorData":{}}',
  "a crypto exchange":
    '{"error":{"code":1000,"message":"Timestamp for this request is outside of the recvWindow"}}',
  "Cloudflare, as clients print it":
    '{"success":false,"error":{"code":1000,"message":"DNS points to prohibited IP"}}',
  "JSON-RPC with a code of its own":
    '{"jsonrpc":"2.0","id":1,"error":{"code":1000,"message":"Custom error"}}',
  "a shop with a context of its own":
    '{"error":{"code":7001,"message":"Cart is locked","context":{"cart":17}}}',
  "a program whose context is a word": '{"error":{"code":500,"message":"x","context":"checkout"}}',
  "a number that is no code": '{"error":{"code":4.5,"context":null,"message":"x"}}',
  "a code in words with a context":
    '{"error":{"code":"bad_request","context":null,"message":"x","status_code":400}}',
  "a log with levels": '{"level":"error","message":"x","context":{"a":1},"code":500}',
  "Monolog's JSON":
    '{"message":"x","context":{"exception":{"class":"RuntimeException","message":"x","code":0,"file":"/var/www/a.php:1"}},"level":400,"level_name":"ERROR"}',
  "another program's Laravel log":
    '[2023-05-12 08:43:29] production.ERROR: SQLSTATE[42S02]: Base table or view not found (SQL: select 1) {"exception":"[object] (Illuminate\\\\Database\\\\QueryException(code: 42S02): SQLSTATE[42S02] at /var/www/shop/vendor/a.php:1)\n[stacktrace]\n#0 /var/www/shop/vendor/a.php(1): f()\n"} ',
  "an access line of another API":
    '10.0.0.1 - - [22/Nov/2026:09:15:10 +0000] "GET /api/v3/users HTTP/1.1" 404 12 "-" "-"',
  "Parse Server": '{"error":{"code":141,"message":"Cloud function failed"}}',
  "Hasura's actions": '{"error":{"code":"unexpected","message":"x","extensions":{"internal":null}}}',
  Appwrite:
    '{"error":{"message":"User missing scope","code":401,"type":"general_unauthorized_scope","version":"1.4"}}',
  PocketBase:
    '{"code":400,"message":"Failed to create record.","data":{"email":{"code":"validation_required","message":"Missing required value."}}}',
  "PostgreSQL behind Supabase":
    '{"error":{"message":"duplicate key value violates unique constraint","code":"23505","details":"Key (email)=(a@b.c) already exists.","hint":null}}',
  LoopBack:
    '{"error":{"statusCode":422,"name":"UnprocessableEntityError","message":"The request body is invalid.","code":"VALIDATION_FAILED","details":[]}}',
  Feathers:
    '{"error":{"name":"NotFound","message":"No record found for id \'5\'","code":404,"className":"not-found"}}',
  "OData with a number":
    '{"error":{"code":404,"message":"Resource not found for the segment \'Contacts\'."}}',
  "SAP Business One": '{"error":{"code":-2028,"message":"No matching records found"}}',
  Zoom: '{"error":{"code":300,"message":"Meeting id does not exist"}}',
  HubSpot:
    '{"status":"error","message":"Invalid input","context":{"id":["invalid"]},"errors":[{"message":"x","context":{"a":["b"]},"code":"INVALID"}]}',
  Ghost:
    '{"error":{"message":"Resource not found error, cannot read post.","context":"Post not found.","type":"NotFoundError","code":null}}',
  Solr: '{"responseHeader":{"status":400},"error":{"metadata":["error-class","x"],"msg":"undefined field x","code":400}}',
  "gRPC's gateway": '{"error":{"code":5,"message":"not found","details":[]}}',
  OpenRouter: '{"error":{"message":"No auth credentials found","code":401},"user_id":"x"}',
  "llama.cpp": '{"error":{"code":404,"message":"File Not Found","type":"not_found_error"}}',
  PagerDuty: '{"error":{"code":2001,"message":"Invalid Input Provided","errors":["Name cannot be blank."]}}',
  WeatherAPI: '{"error":{"code":1006,"message":"No matching location found."}}',
  ABP: '{"result":null,"error":{"code":0,"message":"x","details":null,"validationErrors":null},"success":false}',
  Dingo: '{"error":{"message":"404 Not Found","status_code":404}}',
  CakePHP: '{"error":{"code":404,"message":"Not Found","url":"/x"}}',
  Weaviate: '{"error":[{"code":404,"message":"not found"}]}',
  "a program with a context after its message": '{"error":{"message":"x","code":500,"context":{"user":3}}}',
  "a schema":
    '{"error":{"code":{"type":"integer"},"message":{"type":"string"},"context":{"type":["object","null"]},"status_code":{"type":"integer"}}}',
  "a documentation's placeholder": '{"error":{"code":404,"message":"...","status_code":404}}',
  "a type of TypeScript":
    "type E = { error: { code: number; message: string; context?: unknown | null; status_code?: number } };",
  "a struct of Go":
    'type E struct {\n\tError struct {\n\t\tCode int `json:"code"`\n\t\tMessage string `json:"message"`\n\t} `json:"error"`\n}',
  "PHP's source": "return ['error' => ['code' => $code, 'context' => $context, 'message' => $message]];",
  "Python's source":
    "body = {'error': {'code': code, 'context': context, 'message': message, 'status_code': status}}",
  "a schema in YAML":
    "error:\n  code:\n    type: integer\n  context:\n    type: object\n  message:\n    type: string\n",
  "YAML of another program": "error:\n  message: boom\n  code: 500\n  context:\n    user: 3\n",
  "a Laravel application's console":
    "\n  SQLSTATE[HY000] [2002] Connection refused (SQL: select * from `users` where `id` = 1)\n",
  "Jira's access log":
    '10.0.0.1 - - [22/Nov/2026:09:15:10 +0000] "GET /rest/api/2/issue/X-1 HTTP/1.1" 404 12 "-" "-"',
  "an access line of an API that is at version 2":
    '10.0.0.1 - - [22/Nov/2026:09:15:10 +0000] "GET /api/v2/tickets.json HTTP/1.1" 404 12 "-" "-"',
  "an access line of users that others have":
    '10.0.0.1 - - [22/Nov/2026:09:15:10 +0000] "GET /api/v2/user/7 HTTP/1.1" 404 12 "-" "-"',
  "an answer to a user's request":
    'GET https://a/api/v2/user/repos: {"error":{"code":404,"message":"Not found"}}',
  "another program's response log": '[2026-01-01 00:00:00] local.INFO: [RESPONSE] {"Status Code":404}',
  "a table with such columns": "id,code,context,message\n1,404,,x",
  "a user service whose words DreamFactory has too":
    '{"error":{"code":404,"message":"User not found with id 5."}}',
  "an API that reads bodies with PHP":
    '{"status":"error","error":{"code":400,"message":"Invalid JSON: Syntax error"}}',
  "a form that checks fields": '{"error":{"code":400,"message":"Field \'email\' is read only."}}',
  "an API that says the status twice": '{"error":{"message":"Slow down","code":429,"status_code":429}}',
  "a validator that lists one error": '{"error":[{"context":{"field":"a"},"message":"bad"}]}',
  "a command line whose members are sorted":
    '{"ok":false,"error":{"code":17,"context":null,"message":"unknown variant"},"result":null}',
  "JSON-RPC with a context":
    '{"jsonrpc":"2.0","id":1,"error":{"code":-32000,"message":"Invalid","context":null}}',
  "JSON-RPC that names itself last":
    '{"error":{"code":-32000,"message":"Invalid","context":null},"id":1,"jsonrpc":"2.0"}',
  "a shop built with PHP":
    '{"success":false,"error":{"code":500,"message":"SQLSTATE[42S02]: Base table or view not found"}}',
  "a page built with Go": '{"error":{"code":500,"message":"Can&#39;t read it"}}',
  "Syncthing's access log":
    '10.0.0.1 - - [22/Nov/2026:09:15:10 +0000] "GET /rest/db/status?folder=a HTTP/1.1" 403 12 "-" "-"',
  "RouterOS's access log":
    '10.0.0.1 - - [22/Nov/2026:09:15:10 +0000] "GET /rest/system/script HTTP/1.1" 401 12 "-" "-"',
  "Juice Shop's access log":
    '10.0.0.1 - - [22/Nov/2026:09:15:10 +0000] "POST /rest/user/login HTTP/1.1" 401 12 "-" "-"',
  "an Express application":
    "res.status(500).json({ error: { code: 500, message: err.message, context: null } });",
  "a Flask application":
    "return {'error': {'code': 404, 'context': None, 'message': str(e), 'status_code': 404}}, 404",
  "a PHP application":
    "return ['error' => ['code' => 404, 'context' => null, 'message' => $e->getMessage(), 'status_code' => 404]];",
  "a program whose context is a sentence":
    '{"error":{"code":400,"context":"while saving","message":"x","status_code":400}}',
  "another program's table of mails":
    "SQLSTATE[23000]: Integrity constraint violation: 1062 (SQL: insert into `email_template` (`name`) values (a))",
  "another program's configuration":
    "SQLSTATE[42S02]: Base table or view not found: 1146 (SQL: select * from `system_config` limit 1)",
  "a proxy that says what its event is":
    '{"type":"error","error":{"code":429,"message":"Slow down","status_code":429}}',
  "a carrier whose context is a list behind the message":
    '{"error":{"message":"Too many parcels","context":[],"code":17}}',
  "a test that fails": "AssertionError: expected error: { code: 'ENOENT' } to equal undefined",
  "a JavaScript error": "{ error: { code: 'ECONNREFUSED', errno: -111, syscall: 'connect' } }",
  "a Go error": "map[error:map[code:17 message:exists reason:conflict]]",
  "an nginx error":
    '2026/01/01 00:00:00 [error] 1#1: *1 connect() failed (111: Connection refused) while connecting to upstream, request: "GET /api/v2/x HTTP/1.1"',
};

for (const [name, text] of Object.entries(OTHERS)) {
  test(`does not take an error of ${name} for DreamFactory's`, () => {
    const records = findRecords(text).map(({ span }) => text.slice(span.start, span.end));
    assert.deepEqual(records, []);
  });

  test(`does not take an error of ${name} for DreamFactory's behind prefixes of lines`, () => {
    const lines = JSON.stringify({ body: jsonOf(text) ?? text }, null, 2).replace(/^/gm, "web-1  | ");
    assert.deepEqual(findRecords(lines), []);
  });

  test(`does not take an encoded error of ${name} for DreamFactory's`, () => {
    assert.deepEqual(findRecords(`GET /log?e=${encodeURIComponent(text)}`), []);
  });

  test(`does not take an escaped error of ${name} for DreamFactory's`, () => {
    const escaped = JSON.stringify({ body: text });
    assert.deepEqual(findRecords(escaped), []);
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
