import { BLOB_FAILURE } from "../exampleEnvelopes.ts";
import type { OtherClass } from "../model.ts";
import { fromPackage } from "../sources.ts";

/** Classes of DreamFactory's packages that the official list leaves out. */
export const DREAMFACTORY_CLASSES: readonly OtherClass[] = [
  {
    name: "RestException",
    fullName: "DreamFactory\\Core\\Exceptions\\RestException",
    status: undefined,
    meaning:
      "An error that was passed on: from a remote web service, a script, Salesforce, Git, CouchDB, Azure or a related service. It can have any status.",
    appearance:
      "The usual envelope. `message` can hold the whole answer of the remote service as text, with `&quot;` for quotes, and `code` can be a cURL number such as 28.",
    fixes: [
      "Look for an inner error in the message, and solve that one.",
      "If the code is below 100, it is a cURL number: check address, network and certificate of the remote service.",
      "If a script sent it, read the script.",
    ],
    examples: [
      {
        language: "json",
        code: '{"error":{"code":402,"context":null,"message":"{&quot;error&quot;:&quot;quota used up&quot;}","status_code":402}}',
        caption: "A remote service answered 402; its body is the message.",
      },
      {
        language: "json",
        code: '{"error":{"code":28,"context":null,"message":"Operation timed out after 30001 milliseconds","status_code":500}}',
        caption: "The remote service did not answer in time.",
      },
    ],
    sources: [
      fromPackage("df-core", "src/Exceptions/RestException.php:35-60", "The class"),
      fromPackage("df-rws", "src/Services/RemoteWeb.php:498-507", "How a remote answer is passed on"),
      fromPackage(
        "df-script",
        "src/Components/BaseEngineAdapter.php:363-369",
        "How a script's call is passed on",
      ),
    ],
  },
  {
    name: "DfException",
    fullName: "DreamFactory\\Core\\Exceptions\\DfException",
    status: 500,
    meaning: "A file storage refused or failed: S3, Azure Blob, Rackspace, Hadoop or GridFS.",
    appearance:
      "HTTP status 500. The envelope has `code` 0 and `context`, but no `status_code`, and the PHP error log has no line for it.",
    fixes: [
      "Read the text of the storage after the colon.",
      "Check bucket or container, region and credentials in the configuration of the service.",
    ],
    examples: [
      {
        language: "json",
        code: BLOB_FAILURE,
      },
    ],
    sources: [
      fromPackage("df-core", "src/Exceptions/DfException.php:9-82", "The class and its envelope"),
      fromPackage("df-aws", "src/Components/S3FileSystem.php:229-563", "Where it is thrown"),
    ],
  },
  {
    name: "DfServiceException",
    fullName: "DreamFactory\\Core\\Exceptions\\DfServiceException",
    status: 500,
    meaning: "An MQTT service failed. All classes of the official list descend from this one.",
    appearance: "As `DfException`: HTTP status 500, `code` 0, no `status_code`.",
    fixes: ["Check host, port and credentials of the message broker."],
    examples: [],
    sources: [fromPackage("df-core", "src/Exceptions/DfServiceException.php", "The class")],
  },
  {
    name: "ScriptException",
    fullName: "DreamFactory\\Core\\Script\\Exceptions\\ScriptException",
    status: 500,
    meaning: "A server-side script failed while it ran.",
    appearance:
      "The envelope of `InternalServerErrorException`. The message repeats what the script engine said.",
    fixes: [
      "Find the line `Exception executing script:` in `storage/logs/dreamfactory.log`.",
      "Run the script with the same request, and print what it receives: a malformed body arrives as an empty payload.",
    ],
    examples: [
      {
        language: "json",
        code: '{"error":{"code":500,"context":null,"message":"Exception executing script: Undefined variable $rows","status_code":500}}',
      },
    ],
    sources: [fromPackage("df-script", "src/Components/BaseEngineAdapter.php:139-150", "Where it is thrown")],
  },
  {
    name: "LoopException",
    fullName: "DreamFactory\\Core\\MQTT\\Exceptions\\LoopException",
    status: 500,
    meaning: "Ends the loop of an MQTT subscription.",
    appearance: "Seen in logs; as an answer it would be `code` and `message` alone.",
    fixes: ["Nothing is wrong if it appears when a subscription ends."],
    examples: [],
    sources: [fromPackage("df-mqtt", "src/Exceptions/LoopException.php", "The class")],
  },
  {
    name: "ManagedEnvironmentException",
    fullName: "DreamFactory\\Managed\\Exceptions\\ManagedEnvironmentException",
    status: 500,
    meaning: "The hosted edition of 2017 found its environment incomplete.",
    appearance: "`code` and `message` alone.",
    fixes: ["Contact the operator of the hosted instance."],
    examples: [],
    sources: [fromPackage("df-managed", "src/Exceptions", "The class")],
  },
  {
    name: "ManagedInstanceException",
    fullName: "DreamFactory\\Managed\\Exceptions\\ManagedInstanceException",
    status: 500,
    meaning: "The hosted edition of 2017 could not load its instance.",
    appearance: "`code` and `message` alone.",
    fixes: ["Contact the operator of the hosted instance."],
    examples: [],
    sources: [fromPackage("df-managed", "src/Exceptions", "The class")],
  },
  {
    name: "TypeNotFound",
    fullName: "DreamFactory\\Core\\GraphQL\\Exception\\TypeNotFound",
    status: 200,
    meaning: "A GraphQL query names a type that the schema does not have.",
    appearance: "No envelope: HTTP status 200 with a list `errors` beside `data`.",
    fixes: ["Compare the names in the query with the schema."],
    examples: [],
    sources: [fromPackage("df-graphql", "src/Exception/TypeNotFound.php", "The class")],
  },
  {
    name: "SchemaNotFound",
    fullName: "DreamFactory\\Core\\GraphQL\\Exception\\SchemaNotFound",
    status: 200,
    meaning: "A GraphQL request names a schema that does not exist.",
    appearance: "No envelope: HTTP status 200 with a list `errors` beside `data`.",
    fixes: ["Use the name of a schema that the server has."],
    examples: [],
    sources: [fromPackage("df-graphql", "src/Exception/SchemaNotFound.php", "The class")],
  },
  {
    name: "ProvisioningException",
    fullName: "DreamFactory\\Core\\Exceptions\\ProvisioningException",
    status: 500,
    meaning: "DreamFactory 2.0 could not set up an instance. Later versions do not have the class.",
    appearance: "The envelope of 2.0: `context`, `message`, `code`.",
    fixes: ["Update DreamFactory."],
    examples: [],
    sources: [fromPackage("df-core", "src/Exceptions/ProvisioningException.php (2.0 only)", "The class")],
  },
];
