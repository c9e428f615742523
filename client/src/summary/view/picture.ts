import { button, element } from "./dom.ts";
import type { Page } from "./page.ts";

/** What a drawing takes from the page's style, and must bring along when it leaves it. */
const STYLES = ["fill", "stroke", "stroke-width", "opacity", "font-family", "font-size"];
const SCALE = 2;

/** The buttons that save a chart, which is drawn anew when the page changes its width. */
export function picture(page: Page, chart: () => SVGSVGElement | null): HTMLElement {
  const save = (label: string, format: "svg" | "png", render: (node: SVGSVGElement) => Promise<string>) =>
    button(
      label,
      async () => {
        const node = chart();
        if (node !== null) page.post({ type: "picture", format, content: await render(node) });
      },
      { class: "secondary", "aria-label": `${page.words.export} ${label}` },
    );
  return element(
    "div",
    { class: "picture" },
    save("SVG", "svg", async (node) => svgOf(node)),
    save("PNG", "png", pngOf),
  );
}

/** The drawing by itself, on the background of the page. */
function svgOf(node: SVGSVGElement): string {
  const copy = node.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) return "";
  const originals = node.querySelectorAll<SVGElement>("*");
  copy.querySelectorAll<SVGElement>("*").forEach((each, at) => {
    const original = originals[at];
    if (original === undefined) return;
    const computed = getComputedStyle(original);
    for (const name of STYLES) each.setAttribute(name, computed.getPropertyValue(name));
  });
  for (const place of copy.querySelectorAll(".column")) place.remove();
  copy.removeAttribute("style");
  const background = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  background.setAttribute("width", "100%");
  background.setAttribute("height", "100%");
  background.setAttribute("fill", getComputedStyle(document.body).backgroundColor);
  copy.prepend(background);
  return new XMLSerializer().serializeToString(copy);
}

/** In base64. */
async function pngOf(node: SVGSVGElement): Promise<string> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgOf(node))}`;
  await image.decode();
  const canvas = element("canvas", {
    width: node.clientWidth * SCALE,
    height: node.clientHeight * SCALE,
  });
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL("image/png").replace(/^[^,]*,/, "");
}
