import type { CodeTable } from "./explanation.ts";

/** Error numbers of libcurl, which reach users as the code of a remote service's error. */
export const CURL_CODES: CodeTable = {
  1: [
    "The address has a scheme that cURL does not speak.",
    "Use `http` or `https` in the base URL of the service.",
  ],
  3: ["The address is malformed.", "Check the base URL of the service and the encoding of the path."],
  5: ["The name of the proxy is unknown.", "Correct the proxy in the settings of the service."],
  6: [
    "The name of the remote host is unknown.",
    "Check the base URL of the service for typing mistakes, and the name servers of this server.",
  ],
  7: [
    "Nothing answers at the host and port of the remote service.",
    "Check that it runs, its port and the firewall; inside Docker `localhost` is the container itself.",
  ],
  18: ["The reply was shorter than announced.", "Try again; look at the log of the remote service."],
  22: ["The remote service answered with an error status.", "Look at its reply."],
  23: ["The reply could not be written down.", "Check the free disk space of this server."],
  26: ["The body of the request could not be read.", "Check the file or stream that is to be sent."],
  27: ["The server ran out of memory.", "Ask for less at once."],
  28: [
    "The remote service did not answer in time.",
    "Check that it can be reached; raise the timeout of the service if it is slow.",
  ],
  35: [
    "The TLS handshake failed.",
    "Check that the remote service speaks TLS at this port, in a version that both sides know.",
  ],
  47: ["The remote service redirected too often.", "Use the final address as base URL."],
  51: ["The certificate belongs to another host.", "Use the name that the certificate is for."],
  52: [
    "The remote service closed the connection without an answer.",
    "Check that the base URL names the right port and scheme; look at the log of the remote service.",
  ],
  55: ["Sending broke off.", "Try again; the remote service may limit the size of a request."],
  56: ["Receiving broke off.", "Try again; look for restarts, proxies and time limits in between."],
  58: ["The client certificate could not be used.", "Check the certificate, its key and password."],
  59: ["The wanted cipher is not available.", "Correct the cipher option of the service."],
  60: [
    "The certificate of the remote service could not be verified.",
    "Install the missing certificate authority on this server, or renew the certificate; do not switch the check off.",
  ],
  61: ["The reply is compressed in a way that is not known.", "Ask for `identity` or `gzip`."],
  67: ["The remote service refused user or password.", "Correct the credentials of the service."],
  77: [
    "The file with the certificate authorities could not be read.",
    "Check its path and rights on this server.",
  ],
  92: ["An HTTP/2 stream broke off.", "Try again, or use HTTP/1.1."],
};
