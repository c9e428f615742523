import type { ServerFeature } from "./featureHost.ts";
import { forDocument } from "./featureHost.ts";
import { guard } from "./guard.ts";
import * as service from "./languageService.ts";
import type {
  ExplainAtParams,
  ExplainTextParams,
  ListErrorsParams,
  LookUpParams,
  NextErrorParams,
  OpenRecordParams,
  ReferencePageParams,
  RetrySnippetParams,
  StatisticsParams,
} from "./protocol.ts";
import { Method } from "./protocol.ts";

/** The requests of `protocol.ts`, which no capability announces. */
export const CUSTOM_REQUESTS: readonly ServerFeature[] = [
  {
    capabilities: () => ({}),
    register({ connection }) {
      connection.onRequest(Method.lookUp, ({ query }: LookUpParams, token) =>
        guard("look up an error", [], connection.console, token, () => service.lookUp(query)),
      );
    },
  },
  {
    capabilities: () => ({}),
    register({ connection }) {
      connection.onRequest(Method.referencePage, ({ topic }: ReferencePageParams, token) =>
        guard(
          `render the page ${topic}`,
          null,
          connection.console,
          token,
          () => service.getReferencePage(topic) ?? null,
        ),
      );
    },
  },
  {
    capabilities: () => ({}),
    register(host) {
      host.connection.onRequest(
        Method.explainAt,
        forDocument(host, "explain", ({ document, parsedAround, support }, { position }: ExplainAtParams) =>
          service.explainAt(document, parsedAround({ start: position, end: position }), position, support),
        ),
      );
    },
  },
  {
    capabilities: () => ({}),
    register(host) {
      host.connection.onRequest(
        Method.statistics,
        forDocument(host, "count errors in", ({ parsed }, _params: StatisticsParams) =>
          service.getStatistics(parsed),
        ),
      );
    },
  },
  {
    capabilities: () => ({}),
    register(host) {
      host.connection.onRequest(
        Method.openRecord,
        forDocument(host, "open an error of", ({ document, parsedAround }, { position }: OpenRecordParams) =>
          service.openRecord(document, parsedAround({ start: position, end: position }), position),
        ),
      );
    },
  },
  {
    capabilities: () => ({}),
    register(host) {
      host.connection.onRequest(
        Method.nextError,
        forDocument(
          host,
          "find the next error in",
          ({ document, parsed, parsedAround }, params: NextErrorParams) =>
            service.nextError(document, parsed, params, parsedAround),
        ),
      );
    },
  },
  {
    capabilities: () => ({}),
    register({ connection }) {
      connection.onRequest(Method.retrySnippet, ({ languageId }: RetrySnippetParams, token) =>
        guard(
          "write a retry function",
          null,
          connection.console,
          token,
          () => service.retrySnippetFor(languageId) ?? null,
        ),
      );
    },
  },
  {
    capabilities: () => ({}),
    register({ connection }) {
      connection.onRequest(Method.explainText, ({ text, claim }: ExplainTextParams, token) =>
        guard("explain a text", { errors: [], markdown: null }, connection.console, token, () =>
          service.explainText(text, claim),
        ),
      );
    },
  },
  {
    capabilities: () => ({}),
    register(host) {
      host.connection.onRequest(
        Method.listErrors,
        forDocument(host, "list the errors of", ({ document, parsed }, _params: ListErrorsParams) =>
          service.listErrors(document, parsed),
        ),
      );
    },
  },
];
