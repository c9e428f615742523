import type { Phrase } from "../../text/phrase.ts";

/** The moment or the stretch of time that the value of a response header means; `date` is the response's `Date`. */
export function headerTime(name: string, value: string, date: string | undefined): Phrase | undefined {
  const sent = date === undefined ? Number.NaN : Date.parse(date);
  switch (name) {
    case "Retry-After":
      return /^\d{1,9}$/.test(value) ? afterSeconds(Number(value), sent) : atMoment(Date.parse(value), sent);
    case "X-RateLimit-Reset":
      return /^\d{9,10}$/.test(value) ? atMoment(Number(value) * 1000, sent) : undefined;
    default:
      return undefined;
  }
}

function afterSeconds(seconds: number, sent: number): Phrase {
  const wait = duration(seconds);
  return Number.isNaN(sent)
    ? { text: "{wait} after this response", args: { wait } }
    : { text: "{wait} after this response: {moment}", args: { wait, moment: utc(sent + seconds * 1000) } };
}

function atMoment(moment: number, sent: number): Phrase | undefined {
  if (Number.isNaN(moment)) return undefined;
  const seconds = Math.round((moment - sent) / 1000);
  return Number.isNaN(sent) || seconds < 0
    ? { text: "{moment}", args: { moment: utc(moment) } }
    : {
        text: "{moment}, {wait} after this response",
        args: { moment: utc(moment), wait: duration(seconds) },
      };
}

/** The two largest units, as in `2 h 5 min`: symbols that every language shares. */
function duration(seconds: number): string {
  const units: readonly (readonly [size: number, name: string])[] = [
    [86_400, "d"],
    [3_600, "h"],
    [60, "min"],
    [1, "s"],
  ];
  let rest = seconds;
  const parts = units.flatMap(([size, name]) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return count === 0 ? [] : [`${count} ${name}`];
  });
  return parts.slice(0, 2).join(" ") || "0 s";
}

function utc(moment: number): string {
  return new Date(moment)
    .toISOString()
    .replace("T", " ")
    .replace(/\.\d+Z$/, " UTC");
}
