// Makes elements. Words always become text, never markup, wherever they come from.

const SVG = "http://www.w3.org/2000/svg";

const ICONS = {
  plus: "M12 5v14M5 12h14",
  cross: "M6 6l12 12M18 6 6 18",
  down: "M6 9l6 6 6-6",
  dots: "M12 5.500v.010M12 12v.010M12 18.500v.010",
  layers: "M12 3 3 8l9 5 9-5-9-5ZM3 12.500l9 5 9-5M3 17l9 5 9-5",
  send: "M4 12 20 5l-5 15-3.500-6.500L4 12ZM11.500 13.500 20 5",
  pencil: "M4 20l1-4L16 5l3 3L8 19l-4 1ZM14 7l3 3",
  reply: "M9 7 4 12l5 5M4 12h9a7 7 0 0 1 7 7",
  list: "M9 6h11M9 12h11M9 18h11M4.500 6v.010M4.500 12v.010M4.500 18v.010",
  ticks: "M2 13l4 4L15 7M11 16l1 1L21 7",
  voice: "M12 3a3 3 0 0 0-3 3v6a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3ZM6 11a6 6 0 0 0 12 0M12 17v4",
  picture: "M4 5h16v14H4ZM4 16l5-5 4 4 3-3 4 4M15.500 9v.010",
  sticker: "M5 4h14v10l-5 6H5ZM19 14h-5v6M9 10v.010M15 10v.010M9 14c1 1.300 3 1.300 4 0",
  place: "M12 21s-7-6.500-7-11.500a7 7 0 0 1 14 0C19 14.500 12 21 12 21ZM12 12a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5Z",
  file: "M6 3h8l5 5v13H6ZM14 3v5h5M9 13h7M9 17h5",
  contact: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4 21c0-4.500 3.500-7 8-7s8 2.500 8 7",
  invite: "M10 14a4 4 0 0 0 6 .500l3-3a4 4 0 0 0-5.700-5.700L12 7M14 10a4 4 0 0 0-6-.500l-3 3a4 4 0 0 0 5.700 5.700L12 17",
  block: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM5.700 5.700l12.600 12.600",
  signal: "M4 19v-3M9 19v-6M14 19v-9M19 19V6",
  battery: "M3 8h15v8H3ZM21 11v2M6 11v2M9 11v2M12 11v2M15 11v2",
};

/** An icon by name; it says nothing by itself, its button carries the label. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

/** Fill every `data-icon` place under `root`. */
export function applyIcons(root) {
  for (const place of root.querySelectorAll("[data-icon]")) place.replaceChildren(icon(place.dataset.icon));
}

/**
 * An element with attributes and children; a string child is text.
 * `on…` attributes with a function are listeners, `testid` is data-testid, undefined ones are left out.
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else element.setAttribute(name === "testid" ? "data-testid" : name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** A real button with a label. */
export const button = (label, onclick, attributes = {}, ...before) =>
  make("button", { type: "button", onclick, ...attributes }, ...before, make("span", { dir: "auto" }, label));
