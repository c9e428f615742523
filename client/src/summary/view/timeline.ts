import { BarChart, type BarDrawEvent, type CreatedEvent, FixedScaleAxis } from "chartist";
import type { ErrorSummary } from "../../../../server/src/protocol.ts";
import { element, fill, table } from "./dom.ts";
import { barText, numberText, tickText } from "./formats.ts";
import type { Page } from "./page.ts";
import { picture } from "./picture.ts";

/** So many classes have a color of their own, the others share one. */
export const MOST_SERIES = 6;
/** Ticks below the time line, at most. */
const MOST_TICKS = 6;

type Timeline = ErrorSummary["timeline"];

/** The chart on the page. One that is replaced would listen to the window for ever. */
let drawn: BarChart | undefined;

/** The stacked time line with its table. Colors belong to classes by their place in `classes`. */
export function timelineSection(
  page: Page,
  timeline: Timeline,
  classes: readonly string[],
): HTMLElement | undefined {
  const { words } = page;
  const { bars, width, undated } = timeline;
  const note = undated === 0 ? undefined : element("p", {}, fill(words.undated, numberText(undated)));
  const heading = element("h2", {}, words.timeline);
  const [first] = bars;
  if (first === undefined) return note === undefined ? undefined : element("section", {}, heading, note);
  const length = Math.round(((bars.at(-1)?.start ?? first.start) - first.start) / width) + 1;
  const columns = Array.from({ length }, (_, at) => {
    const start = first.start + at * width;
    return { start, counts: bars.find((bar) => Math.abs(bar.start - start) < width / 2)?.counts ?? {} };
  });
  const names = [...classes.slice(0, MOST_SERIES), ...(classes.length > MOST_SERIES ? [words.other] : [])];
  const series = names.map((_, at) => columns.map(({ counts }) => seriesCount(counts, classes, at)));
  const ticks = ticksUpTo(Math.max(...columns.map(({ counts }) => totalOf(counts))));
  const figure = element("figure", { class: "chart" });
  requestAnimationFrame(() => draw());
  return element(
    "section",
    { "aria-label": words.timeline },
    heading,
    figure,
    picture(page, () => figure.querySelector("svg")),
    note,
    asTable(),
  );

  function draw(): void {
    if (!figure.isConnected) return;
    drawn?.detach();
    const chart = new BarChart(
      figure,
      { labels: columns.map(() => ""), series: series.map((data) => [...data]) },
      {
        stackBars: true,
        height: 180,
        chartPadding: { top: 12, right: 8, bottom: 20, left: 44 },
        axisX: { showGrid: false, showLabel: false, offset: 0 },
        axisY: { type: FixedScaleAxis, ticks, low: 0, high: ticks.at(-1) ?? 1, showLabel: false, offset: 0 },
      },
    );
    chart.on("draw", (event) => {
      if (event.type === "bar") drawBar(event);
    });
    chart.on("created", finish);
    drawn = chart;
  }

  function drawBar({ element: bar, seriesIndex, y1, y2, axisX }: BarDrawEvent): void {
    if (y1 === y2) {
      bar.remove();
      return;
    }
    const stroke = Math.max(1, axisX.axisLength / columns.length - 1);
    bar.attr({ class: `bar series-${seriesIndex}`, "stroke-width": stroke });
  }

  /** Labels are texts of the drawing, so that it can be saved; each column is a place to point at. */
  function finish({ svg, chartRect, axisX, axisY }: CreatedEvent): void {
    const node = svg.getNode<SVGSVGElement>();
    node.setAttribute("viewBox", `0 0 ${figure.clientWidth} 180`);
    node.setAttribute("width", String(figure.clientWidth));
    node.setAttribute("height", "180");
    node.setAttribute("role", "group");
    node.setAttribute("aria-label", `${words.timeline}. ${words.timelineHint}`);
    for (const tick of ticks) {
      const y = chartRect.y1 - axisY.projectValue(tick);
      svg
        .elem("text", { x: chartRect.x1 - 6, y: y + 4, "text-anchor": "end" }, "tick")
        .text(numberText(tick));
    }
    const step = axisX.axisLength / columns.length;
    const every = Math.max(1, Math.ceil(columns.length / MOST_TICKS));
    const span = columns.length * width;
    columns.forEach(({ start }, at) => {
      if (at % every !== 0) return;
      const x = chartRect.x1 + (at + 0.5) * step;
      svg
        .elem("text", { x, y: chartRect.y1 + 15, "text-anchor": at === 0 ? "start" : "middle" }, "tick")
        .text(tickText(start, span));
    });
    const places = columns.map(({ start, counts }, at) => {
      const x = chartRect.x1 + at * step;
      const place = svg.elem(
        "rect",
        { x, y: chartRect.y2, width: step, height: chartRect.height(), role: "button" },
        "column",
      );
      const node = place.getNode<SVGRectElement>();
      node.setAttribute("aria-label", describe(start, counts));
      node.append(svgTitle(describe(start, counts)));
      return node;
    });
    makeOperable(places);
  }

  function describe(start: number, counts: Readonly<Record<string, number>>): string {
    const parts = Object.entries(counts)
      .sort(([, a], [, b]) => b - a)
      .map(([name, count]) => `${numberText(count)} ${name}`);
    return `${barText(start, width)}: ${parts.length === 0 ? "0" : parts.join(", ")}`;
  }

  /** One tab stop; arrows move along, Enter chooses; the mouse drags over several. */
  function makeOperable(places: readonly SVGRectElement[]): void {
    let anchor: number | undefined;
    const choose = (a: number, b: number): void => {
      const start = columns[Math.min(a, b)]?.start;
      const end = columns[Math.max(a, b)]?.start;
      if (start !== undefined && end !== undefined) page.setFilter({ from: start, to: end + width });
    };
    const mark = (a: number, b: number): void => {
      places.forEach((place, at) => {
        place.classList.toggle("marked", at >= Math.min(a, b) && at <= Math.max(a, b));
      });
    };
    places.forEach((place, at) => {
      place.setAttribute("tabindex", at === 0 ? "0" : "-1");
      place.addEventListener("focus", () => {
        for (const each of places) each.setAttribute("tabindex", each === place ? "0" : "-1");
      });
      place.addEventListener("pointerdown", (event) => {
        anchor = at;
        event.preventDefault();
        mark(at, at);
      });
      place.addEventListener("pointerenter", ({ buttons }) => {
        // The button was let go outside of the time line.
        if (buttons === 0) anchor = undefined;
        if (anchor !== undefined) mark(anchor, at);
      });
      place.addEventListener("pointerup", () => {
        if (anchor !== undefined) choose(anchor, at);
        anchor = undefined;
      });
      place.addEventListener("keydown", (event) => {
        if (event.key === "Enter" || event.key === " ") {
          event.preventDefault();
          choose(at, at);
          return;
        }
        const next = nextPlace(event.key, at, places.length);
        if (next === undefined) return;
        event.preventDefault();
        places[next]?.focus();
      });
    });
  }

  function asTable(): HTMLElement {
    const shown = classes.filter((name) => bars.some(({ counts }) => counts[name] !== undefined));
    const rows = bars.map(({ start, counts }) => [
      barText(start, width),
      ...shown.map((name) => numberText(counts[name] ?? 0)),
      numberText(totalOf(counts)),
    ]);
    return element(
      "details",
      {},
      element("summary", {}, words.timelineTable),
      table(words.timeline, [words.time, ...shown, words.total], rows),
    );
  }
}

function seriesCount(
  counts: Readonly<Record<string, number>>,
  classes: readonly string[],
  at: number,
): number {
  if (at < MOST_SERIES) return counts[classes[at] ?? ""] ?? 0;
  return classes.slice(MOST_SERIES).reduce((sum, name) => sum + (counts[name] ?? 0), 0);
}

function totalOf(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** From 0 to the first round number that is not below the highest column. */
function ticksUpTo(highest: number): number[] {
  const rough = Math.max(1, highest / 4);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((each) => each * power >= rough) ?? 10) * power;
  return Array.from({ length: Math.ceil(highest / step) + 1 }, (_, at) => at * step);
}

function nextPlace(key: string, at: number, length: number): number | undefined {
  switch (key) {
    case "ArrowRight":
      return Math.min(length - 1, at + 1);
    case "ArrowLeft":
      return Math.max(0, at - 1);
    case "Home":
      return 0;
    case "End":
      return length - 1;
    default:
      return undefined;
  }
}

function svgTitle(text: string): SVGElement {
  const title = document.createElementNS("http://www.w3.org/2000/svg", "title");
  title.textContent = text;
  return title;
}
