import assert from "node:assert/strict";
import { test } from "node:test";
import { findRecords } from "../../server/src/records/findRecords.ts";
import { BATCH, MISSING, PLAIN, type Row, testRows } from "../support/recordRows.ts";

/** What languages, tools and consoles print for the answer. */
const PRINTED: Readonly<Record<string, Row>> = {
  "JavaScript, printed": [
    "Error «{ error: { code: 404, context: null, message: \"Record with identifier '5' not found.\", status_code: 404 } }»",
    { ...PLAIN, form: "printed-envelope" },
  ],
  "JavaScript, printed over lines with parts left out": [
    "«{\n  error: {\n    code: 1000,\n    context: { error: [Array], resource: [Array] },\n    message: 'Batch Error: Not all requested records could be created.',\n    status_code: 400\n  }\n}»",
    { exception: "BatchException", code: 1000, message: BATCH.message, failing: [] },
  ],
  "JavaScript, printed with a long message": [
    "«{\n  error: {\n    code: 500,\n    context: null,\n    message: 'Failed to retrieve.\\n' +\n      'SQLSTATE[42S22]: Column',\n    status_code: 500\n  }\n}»",
    {
      exception: "InternalServerErrorException",
      code: 500,
      message: "Failed to retrieve.\nSQLSTATE[42S22]: Column",
    },
  ],
  "Python repr": [
    "«{'error': {'code': 404, 'context': None, 'message': \"Record with identifier '5' not found.\", 'status_code': 404}}»",
    PLAIN,
  ],
  "PHP print_r": [
    "«Array\n(\n    [error] => Array\n        (\n            [code] => 404\n            [context] => \n            [message] => Record with identifier '5' not found.\n            [status_code] => 404\n        )\n\n)»\n",
    PLAIN,
  ],
  "PHP var_export": [
    "«array (\n  'error' => \n  array (\n    'code' => 404,\n    'context' => NULL,\n    'message' => 'Record with identifier \\'5\\' not found.',\n    'status_code' => 404,\n  ),\n)»",
    PLAIN,
  ],
  "PHP var_dump": [
    '«array(1) {\n  ["error"]=>\n  array(4) {\n    ["code"]=>\n    int(404)\n    ["context"]=>\n    NULL\n    ["message"]=>\n    string(37) "Record with identifier \'5\' not found."\n    ["status_code"]=>\n    int(404)\n  }\n}»\n',
    PLAIN,
  ],
  "PHP var_dump of objects": [
    '«object(stdClass)#1 (1) {\n  ["error"]=>\n  object(stdClass)#2 (3) {\n    ["code"]=>\n    int(404)\n    ["context"]=>\n    NULL\n    ["message"]=>\n    string(37) "Record with identifier \'5\' not found."\n  }\n}»',
    PLAIN,
  ],
  "PHP var_export of objects": [
    "«(object) array(\n   'error' => \n  (object) array(\n     'code' => 404,\n     'context' => NULL,\n     'message' => 'x',\n  ),\n)»",
    { exception: "NotFoundException", code: 404, message: "x" },
  ],
  "Laravel's dump": [
    '«array:1 [\n  "error" => array:4 [\n    "code" => 404\n    "context" => null\n    "message" => "Record with identifier \'5\' not found."\n    "status_code" => 404\n  ]\n]»',
    PLAIN,
  ],
  "Ruby inspect": [
    '«{"error"=>{"code"=>404, "context"=>nil, "message"=>"Record with identifier \'5\' not found.", "status_code"=>404}}»',
    PLAIN,
  ],
  "Ruby inspect of symbols": [
    '«{:error=>{:code=>404, :context=>nil, :message=>"x", :status_code=>404}}»',
    { exception: "NotFoundException", code: 404, message: "x" },
  ],
  "Java's Map.toString": [
    "body=«{error={code=404, context=null, message=Record with identifier '5' not found., status_code=404}}»",
    PLAIN,
  ],
  "Dart's Map.toString": [
    '«{error: {code: 404, context: null, message: Table "contact" does not exist in the database., status_code: 404}}»',
    MISSING,
  ],
  "Go's %v": [
    "«map[error:map[code:404 context:<nil> message:Record with identifier '5' not found. status_code:404]]»",
    PLAIN,
  ],
  "Swift's description": [
    '«["error": ["code": 404, "context": <null>, "message": "Record with identifier \'5\' not found.", "status_code": 404]]»',
    PLAIN,
  ],
  NSLog: [
    '«{\n    error =     {\n        code = 404;\n        context = "<null>";\n        message = "Record with identifier \'5\' not found.";\n        "status_code" = 404;\n    };\n}»',
    PLAIN,
  ],
  "Go, a list of one": [
    `resp «map[string]interface {}{"error":[]interface {}{map[string]interface {}{"code":404, "context":interface {}(nil), "message":"Record with identifier '5' not found."}}}»`,
    PLAIN,
  ],
  "PowerShell, a table": [
    `PS C:\\> $answer\n\n«error\n-----\n@{code=404; context=; message=Record with identifier '5' not found.; status_code=404}»\n\n`,
    { ...PLAIN, form: "printed-envelope", status: 404 },
  ],
  "PowerShell, a list": [
    `PS C:\\> $answer.error | fl\n\n\n«code        : 404\ncontext     : \nmessage     : Record with identifier '5' not found.\nstatus_code : 404»\n\n`,
    { ...PLAIN, form: "printed-envelope", status: 404 },
  ],
  "PowerShell, a list of Windows with a long message": [
    `\r\n«code        : 404\r\ncontext     : \r\nmessage     : Record with identifier\r\n              '5' not found.\r\nstatus_code : 404»\r\n`,
    { ...PLAIN, status: 404 },
  ],
  "Chrome's console, key and value on lines of their own": [
    `{error: {…}}\n«error\n: \n{code: 404, context: null, message: "Record with identifier '5' not found.", status_code: 404}»\n[[Prototype]]\n: \nObject\n`,
    { ...PLAIN, form: "printed-envelope", status: 404 },
  ],
  PowerShell: [
    "«error : @{code=404; context=; message=Record with identifier '5' not found.; status_code=404}»",
    PLAIN,
  ],
};

testRows(PRINTED);

/** A batch as the languages print it that number the items of a list. */
const NUMBERED: Readonly<Record<string, string>> = {
  print_r:
    "Array\n(\n    [error] => Array\n        (\n            [code] => 1000\n            [context] => Array\n                (\n                    [error] => Array\n                        (\n                            [0] => 1\n                        )\n\n                    [resource] => Array\n                        (\n                            [0] => Array\n                                (\n                                    [id] => 8\n                                )\n\n                            [1] => Array\n                                (\n                                    [code] => 400\n                                    [message] => Bad\n                                )\n\n                        )\n\n                )\n\n            [message] => x\n            [status_code] => 400\n        )\n\n)\n",
  var_export:
    "array('error' => array('code' => 1000, 'context' => array('error' => array(0 => 1,), 'resource' => array(0 => array('id' => 8,), 1 => array('code' => 400, 'message' => 'Bad',),),), 'message' => 'x', 'status_code' => 400,),)",
  var_dump:
    'array(1) { ["error"]=> array(4) { ["code"]=> int(1000) ["context"]=> array(2) { ["error"]=> array(1) { [0]=> int(1) } ["resource"]=> array(2) { [0]=> array(1) { ["id"]=> int(8) } [1]=> array(2) { ["code"]=> int(400) ["message"]=> string(3) "Bad" } } } ["message"]=> string(1) "x" ["status_code"]=> int(400) } }',
};

for (const [name, text] of Object.entries(NUMBERED)) {
  test(`reads the failing records of a batch printed by ${name}`, () => {
    const [record] = findRecords(text);
    assert.equal(record?.batchSize, 2);
    assert.deepEqual(
      record?.entries.map(({ index, code, message }) => [index, code, message]),
      [[1, 400, "Bad"]],
    );
  });
}
