/** The current form. */
export const TABLE_NOT_FOUND =
  '{"error":{"code":404,"context":null,"message":"Table &quot;contact&quot; does not exist in the database.","status_code":404}}';

/** A `DfException`. */
export const BLOB_FAILURE =
  '{"error":{"code":0,"context":null,"message":"Failed to create blob &quot;a.txt&quot;: Access Denied"}}';

/** A plain PHP exception. */
export const JSON_ERROR = '{"error":{"code":500,"message":"JSON Error: Syntax error, malformed JSON"}}';

/** A batch as the official list shows it. */
export const DOCUMENTED_BATCH =
  '{\n  "error": {\n    "code": 400,\n    "message": "Batch operation error",\n    "context": {\n      "errors": [\n        {"index": 0, "message": "Duplicate key value"},\n        {"index": 2, "message": "Foreign key violation"}\n      ]\n    }\n  }\n}';

/** The current form of a batch. */
export const CURRENT_BATCH =
  '{"error":{"code":1000,"context":{"error":[1],"resource":[{"id":8},{"code":"23000","message":"SQLSTATE[23000]: Integrity constraint violation: 1062 Duplicate entry \'test5\' for key \'name\'"}]},"message":"Batch Error: Not all requested records could be created.","status_code":400}}';
