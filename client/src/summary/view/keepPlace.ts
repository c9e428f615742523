/**
 * Replaces parts of the page, and leaves the focus and what is unfolded where they were: by section and name, else by the
 * place in the section, as the numbers in a name may have changed.
 */
export function keepPlace(root: ParentNode, replace: () => void): void {
  const unfolded = [...root.querySelectorAll("details[open] > summary")].map(nameOf);
  const focused = document.activeElement;
  const heading = headingOf(focused?.closest("section"));
  const index = focused === null ? -1 : likeIn(root, heading, focused).indexOf(focused);
  replace();
  for (const summary of root.querySelectorAll("details > summary")) {
    if (unfolded.includes(nameOf(summary))) summary.parentElement?.setAttribute("open", "");
  }
  if (focused === null || index < 0 || focused.isConnected) return;

  const focusAgain = (): boolean => {
    const found = likeIn(root, heading, focused);
    const same = found.filter((each) => nameOf(each) === nameOf(focused));
    const next = same.length === 1 ? same[0] : found[index];
    if (next instanceof HTMLElement || next instanceof SVGElement) next.focus({ preventScroll: true });
    return next !== undefined;
  };
  if (focusAgain()) return;
  // A chart is drawn a moment later.
  const observer = new MutationObserver(() => {
    if (focusAgain()) observer.disconnect();
  });
  for (const section of sectionsOf(root, heading))
    observer.observe(section, { childList: true, subtree: true });
}

/** What can be operated as the element can, in the sections of a heading. */
function likeIn(root: ParentNode, heading: string | undefined, { tagName }: Element): readonly Element[] {
  return sectionsOf(root, heading).flatMap((section) => [
    ...section.querySelectorAll(tagName === "rect" ? "rect.column" : tagName),
  ]);
}

function sectionsOf(root: ParentNode, heading: string | undefined): readonly Element[] {
  return [...root.querySelectorAll("section")].filter((section) => headingOf(section) === heading);
}

function headingOf(section: Element | null | undefined): string | undefined {
  return section?.querySelector("h2")?.textContent ?? undefined;
}

function nameOf({ textContent }: Element): string | null {
  return textContent;
}
