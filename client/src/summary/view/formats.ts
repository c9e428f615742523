const locale = document.documentElement.lang || "en";
const day = new Intl.DateTimeFormat(locale, { dateStyle: "medium" });
const minute = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });
const second = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "medium" });
const clock = new Intl.DateTimeFormat(locale, { timeStyle: "short" });
const numbers = new Intl.NumberFormat(locale);

const MINUTE = 60_000;
const DAY = 86_400_000;

export function numberText(value: number): string {
  return numbers.format(value);
}

/** `""` where no time is known. */
export function momentText(moment: number | undefined): string {
  return moment === undefined ? "" : second.format(moment);
}

/** A bar of the time line, as exactly as its width deserves. */
export function barText(start: number, width: number): string {
  const format = width >= DAY ? day : width >= MINUTE ? minute : second;
  return format.format(start);
}

/** Below the time line there is little room: the clock within one day, else the date. */
export function tickText(moment: number, span: number): string {
  return span > 2 * DAY ? day.format(moment) : clock.format(moment);
}

export function rangeText(start: number, end: number): string {
  return second.formatRange(start, end);
}

export function sizeText(bytes: number): string {
  const units = ["kilobyte", "megabyte", "gigabyte"];
  const step = bytes < 1e6 ? 0 : bytes < 1e9 ? 1 : 2;
  const value = bytes / 1000 ** (step + 1);
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit: units[step] ?? "kilobyte",
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value);
}

/** A moment as `datetime-local` fields have it. */
export function fieldOf(moment: number | undefined): string {
  if (moment === undefined) return "";
  const local = moment - new Date(moment).getTimezoneOffset() * MINUTE;
  return new Date(local).toISOString().slice(0, 19);
}

export function momentOf(field: string): number | undefined {
  const moment = new Date(field).getTime();
  return Number.isNaN(moment) ? undefined : moment;
}
