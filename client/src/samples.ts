/** A log to try the extension on, as DreamFactory writes it. */
export const SAMPLE_LOG = `[2026-11-22T09:14:58.114203+00:00] production.INFO: [REQUEST] {"API Version":"2.0","Method":"GET","Service":"crm","Resource":"_table/contact","Requestor":1}
[2026-11-22T09:14:58.131447+00:00] production.INFO: [RESPONSE] {"Status Code":200,"Content-Type":"application/json"}
[2026-11-22T09:15:02.291530+00:00] production.ERROR: sync-contacts failed: {"error":{"code":409,"context":null,"message":"Duplicate entry 'ada@example.com' for key 'contact.email_unique'","status_code":409}}
[2026-11-22T09:15:37.640218+00:00] production.ERROR: Could not find a service for crn {"exception":"[object] (DreamFactory\\\\Core\\\\Exceptions\\\\NotFoundException(code: 404): Could not find a service for crn at /opt/dreamfactory/vendor/dreamfactory/df-core/src/Services/ServiceManager.php:218)"}
[2026-11-22T09:16:11.002914+00:00] production.WARNING: webhook: DreamFactory answered {"error":{"code":404,"context":null,"message":"Table &quot;contcat&quot; does not exist in the database.","status_code":404}}
[2026-11-22T09:16:40.518770+00:00] production.ERROR: import-orders: {"error":{"code":1000,"context":{"error":[1],"resource":[{"id":801},{"code":"23000","message":"SQLSTATE[23000]: Integrity constraint violation: 1062 Duplicate entry 'A-1002' for key 'order.number'"}]},"message":"Batch Error: Not all requested records could be created.","status_code":400}}
[2026-11-22T09:18:44.871350+00:00] production.ERROR: nightly: forwarded {"body":"{\\"error\\":{\\"code\\":403,\\"context\\":null,\\"message\\":\\"Access Forbidden. GET access to component '_table/salary' of service 'hr' is not allowed by this user's role.\\",\\"status_code\\":403}}"}
[2026-11-22T09:19:05.118002+00:00] production.WARNING: dashboard: {"error":{"code":429,"context":[],"message":"API limit(s) exceeded. ","status_code":429}}
`;

/** Requests to try the fixes on; nothing sends them. */
export const SAMPLE_REQUESTS = `@host = https://df.example.com/api/v2

### The key "email" lacks its quotes, and a comma stands after the last field
POST {{host}}/crm/_table/contact
Content-Type: application/json
X-DreamFactory-API-Key: {{apiKey}}

{
  "resource": [
    {
      "name": "Ada Lovelace",
      email: "ada@example.com",
    }
  ]
}

### The record lacks its wrapper
POST {{host}}/crm/_table/contact
Content-Type: application/json
X-DreamFactory-API-Key: {{apiKey}}

{
  "name": "Grace Hopper"
}

HTTP/1.1 400 Bad Request
Content-Type: application/json

{
  "error": {
    "code": 400,
    "context": null,
    "message": "No record(s) detected in request. Please make sure record(s) are wrapped in a 'resource' tag. Example: {&quot;resource&quot;:[{&quot;record&quot;:1},{&quot;record&quot;:2}]}",
    "status_code": 400
  }
}
`;
