/** Status, reason phrase, meaning, what to do, and the phrase that older servers send. */
type Row = readonly [status: number, phrase: string, meaning: string, fix: string, formerly?: string];

/**
 * The statuses without a class of their own. DreamFactory passes them on from remote services and scripts, or the
 * web server in front of it sends them.
 */
export const UNCLASSED_STATUSES: readonly Row[] = [
  [
    402,
    "Payment Required",
    "A remote service behind DreamFactory wants to be paid, or a quota is used up.",
    "Look at the account of the remote service.",
  ],
  [
    405,
    "Method Not Allowed",
    "The HTTP verb is not allowed at this URL; Laravel answers it without the envelope.",
    "Use GET, POST, PUT, PATCH or DELETE, and check the path.",
  ],
  [
    406,
    "Not Acceptable",
    "A remote service cannot answer in the format that the `Accept` header asks for.",
    "Ask for `application/json`.",
  ],
  [
    407,
    "Proxy Authentication Required",
    "A proxy between the servers wants credentials.",
    "Configure the proxy's credentials in the service.",
  ],
  [
    408,
    "Request Timeout",
    "The request did not arrive completely in time.",
    "Send it again, in smaller parts if it is large.",
    "Request Time-out",
  ],
  [410, "Gone", "The resource existed and was removed for good.", "Stop asking for it."],
  [
    411,
    "Length Required",
    "The server wants a `Content-Length` header.",
    "Send the body with its length, not in chunks.",
  ],
  [
    412,
    "Precondition Failed",
    "A condition of the request, such as `If-Match`, does not hold.",
    "Read the resource again, then repeat the change.",
  ],
  [
    413,
    "Content Too Large",
    "The request body is larger than the web server accepts; DreamFactory never saw it.",
    "Send fewer records at once, or raise `client_max_body_size` in nginx (100 MB in DreamFactory's image).",
    "Request Entity Too Large",
  ],
  [
    414,
    "URI Too Long",
    "The URL is longer than the web server accepts.",
    "Send long filters and lists of identifiers in the body of a POST with the header `X-HTTP-Method: GET`.",
    "Request-URI Too Long",
  ],
  [
    415,
    "Unsupported Media Type",
    "A remote service does not read the format of the body.",
    "Set `Content-Type` to the format that the body really has.",
  ],
  [
    416,
    "Range Not Satisfiable",
    "The requested part lies outside the file.",
    "Leave out the `Range` header, or choose a range inside the file.",
    "Requested Range Not Satisfiable",
  ],
  [
    417,
    "Expectation Failed",
    "The server cannot meet the `Expect` header.",
    "Leave out the `Expect` header.",
  ],
  [
    418,
    "I'm a teapot",
    "A joke of the HTTP standard that some firewalls send to refuse a call.",
    "Ask who runs the firewall.",
  ],
  [
    419,
    "Page Expired",
    "Laravel did not accept the CSRF token of a web form.",
    "Reload the page; API calls go to `/api/v2/` and need no such token.",
  ],
  [
    421,
    "Misdirected Request",
    "The connection belongs to another host.",
    "Open a new connection, and check the `Host` header.",
  ],
  [
    422,
    "Unprocessable Content",
    "A remote service or script understood the data and refuses it; DreamFactory's own validation answers 400.",
    "Read which fields the message names.",
    "Unprocessable Entity",
  ],
  [
    423,
    "Locked",
    "The resource is locked by someone else.",
    "Wait until the lock is released, or release it.",
  ],
  [
    424,
    "Failed Dependency",
    "The request depends on another one that failed.",
    "Solve the first failure, then repeat both.",
  ],
  [
    425,
    "Too Early",
    "The server does not act on a request that might have been replayed.",
    "Send it again after the connection is established.",
  ],
  [
    426,
    "Upgrade Required",
    "The server wants another protocol.",
    "Use HTTPS, or the protocol that the `Upgrade` header names.",
  ],
  [
    428,
    "Precondition Required",
    "The server changes a resource only under a condition.",
    "Send `If-Match` with the version that you read.",
  ],
  [
    431,
    "Request Header Fields Too Large",
    "The headers are larger than the web server accepts, often because of a long session token or many cookies.",
    "Send fewer cookies, and one credential header instead of several.",
  ],
  [
    451,
    "Unavailable For Legal Reasons",
    "The resource may not be shown for legal reasons.",
    "Ask the operator of the remote service.",
  ],
  [
    502,
    "Bad Gateway",
    "The web server in front of DreamFactory got no usable answer from PHP or from the next server; the page is HTML.",
    "Check that php-fpm runs, and read the error log of the web server.",
  ],
  [
    504,
    "Gateway Timeout",
    "The web server in front of DreamFactory waited too long; the work may still go on.",
    "Ask for less at once, and find out which database or remote call is slow.",
    "Gateway Time-out",
  ],
  [
    505,
    "HTTP Version Not Supported",
    "The server does not speak this version of HTTP.",
    "Use HTTP/1.1 or HTTP/2; a space in the URL can be the cause as well.",
  ],
  [506, "Variant Also Negotiates", "The server is configured in a circle.", "Contact its administrator."],
  [507, "Insufficient Storage", "The server has no space left.", "Free space, or contact its administrator."],
  [
    508,
    "Loop Detected",
    "The server met a circle while it worked.",
    "Look for services or links that call each other.",
  ],
  [
    510,
    "Not Extended",
    "The server wants an extension of HTTP that the request lacks.",
    "Read the body of the answer.",
  ],
  [
    511,
    "Network Authentication Required",
    "The network wants you to log in first, as in a hotel.",
    "Open a web page and log in to the network.",
  ],
];
