import type { Source } from "./model.ts";

const OFFICIAL_PAGE = "https://wiki.dreamfactory.com/Error_Codes";

/** A section of DreamFactory's official list of error codes; without an anchor, the whole page. */
export function officialPage(section: string, anchor = ""): Source {
  return {
    title: `DreamFactory error codes: ${section}`,
    where: anchor ? `${OFFICIAL_PAGE}#${anchor}` : OFFICIAL_PAGE,
  };
}

/** A place in one of the `dreamfactorysoftware` packages, with a title that says what is to be read there. */
export function fromPackage(name: string, place: string, title: string): Source {
  return { title, where: `dreamfactorysoftware/${name} ${place}` };
}

/** What the official list recommends to read next. */
export const FURTHER_READING: readonly Source[] = [
  {
    title: "API endpoints: the complete list (announced by DreamFactory, not written yet)",
    where: "https://wiki.dreamfactory.com/index.php?title=API_Endpoints&action=edit&redlink=1",
  },
  {
    title: "Query parameters: filters and pagination",
    where: "https://wiki.dreamfactory.com/Query_Parameters",
  },
];
