const ISO = /^(\d{4})[-/](\d\d)[-/](\d\d)[T ](\d\d):(\d\d):(\d\d)(?:[.,](\d+))?(Z|[+-]\d\d:?\d\d)?$/;
const PHP_OR_ACCESS_LOG = /^(\d{1,2})[-/](\w{3})[-/](\d{4})[ :](\d\d):(\d\d):(\d\d)(?: (UTC|[+-]\d{4}))?$/;
const APACHE = /^\w{3} (\w{3}) ([ \d]\d) (\d\d):(\d\d):(\d\d)(?:\.(\d+))? (\d{4})$/;
const MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

/**
 * The moment of a time stamp as a log line has it, in milliseconds since 1970. Without a zone it is local time;
 * `undefined` when it is no time.
 */
export function parseTimeStamp(written: string): number | undefined {
  const iso = ISO.exec(written);
  if (iso !== null) {
    const [, year, month, day, hour, minute, second, fraction, zone] = iso;
    return moment([year, Number(month) - 1, day, hour, minute, second], fraction, zone);
  }
  const php = PHP_OR_ACCESS_LOG.exec(written);
  if (php !== null) {
    const [, day, month, year, hour, minute, second, zone] = php;
    return moment([year, monthOf(month), day, hour, minute, second], undefined, zone);
  }
  const apache = APACHE.exec(written);
  if (apache === null) return undefined;
  const [, month, day, hour, minute, second, fraction, year] = apache;
  return moment([year, monthOf(month), day, hour, minute, second], fraction, undefined);
}

function monthOf(name = ""): number {
  const at = MONTHS.indexOf(name);
  return at % 3 === 0 ? at / 3 : Number.NaN;
}

function moment(
  fields: readonly (string | number | undefined)[],
  fraction = "",
  zone: string | undefined,
): number | undefined {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = fields.map(Number);
  const rest = Math.floor(Number(`0.${fraction || "0"}`) * 1000);
  const time =
    zone === undefined
      ? new Date(year, month, day, hour, minute, second, rest).getTime()
      : Date.UTC(year, month, day, hour, minute, second, rest) - offsetOf(zone);
  return Number.isNaN(time) ? undefined : time;
}

function offsetOf(zone: string): number {
  const found = /^([+-])(\d\d):?(\d\d)$/.exec(zone);
  if (found === null) return 0;
  const minutes = Number(found[2]) * 60 + Number(found[3]);
  return (found[1] === "-" ? -minutes : minutes) * 60_000;
}
