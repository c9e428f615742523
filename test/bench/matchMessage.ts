import { performance } from "node:perf_hooks";
import { matchMessage } from "../../server/src/catalog/matchMessage.ts";
import { MESSAGE_TEMPLATES } from "../../server/src/catalog/messages.ts";

/** One way of matching messages, and how many it matches per second on the median run. */
export interface MatchingSpeed {
  readonly name: string;
  readonly messagesPerSecond: number;
}

/**
 * Matches one message of every template and as many unknown ones, with the index and with one regular expression
 * per template.
 */
export function benchMatchMessage(runs = 5): readonly MatchingSpeed[] {
  const messages = MESSAGE_TEMPLATES.flatMap(({ template }) => [
    template.replace(/\{\w+\}/g, "contact"),
    `The service ${template.length} said that everything is fine.`,
  ]);
  return [
    { name: "matchMessage", messagesPerSecond: measure((message) => matchMessage(message), messages, runs) },
    {
      name: "one regular expression per template",
      messagesPerSecond: measure(naiveMatcher(), messages, runs),
    },
  ];
}

function naiveMatcher(): (message: string) => unknown {
  const patterns = MESSAGE_TEMPLATES.map(({ template }) => {
    const source = template.split(/\{\w+\}/).map((literal) => literal.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
    return { regExp: new RegExp(`^${source.join("(.*?)")}$`, "s"), weight: source.join("").length };
  });
  return (message) => {
    let best: { readonly match: RegExpExecArray; readonly weight: number } | undefined;
    for (const { regExp, weight } of patterns) {
      const match = regExp.exec(message);
      if (match !== null && weight > (best?.weight ?? 0)) best = { match, weight };
    }
    return best;
  };
}

function measure(match: (message: string) => unknown, messages: readonly string[], runs: number): number {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    for (const message of messages) match(message);
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return (messages.length / (times[runs >> 1] ?? Number.NaN)) * 1000;
}
