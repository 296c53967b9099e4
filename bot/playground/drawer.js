// What goes on behind the phones, for those who want to see it: outbox, alerts, answers, map.

import { make } from "./draw.js";
import { load } from "./wire.js";
import { currentLanguage, hasWord, hourOf, shortDayOf, word } from "./words.js";

const TABS = ["outbox", "timers", "records", "map"];
const REST_MS = 300;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

export class Drawer {
  #element;
  #knob;
  #tab = TABS[0];
  #told = null;
  #workspace = null;
  #wait = null;
  #moved;

  /** `moved()` is called when the drawer opens or closes, for it takes room from the phones. */
  constructor(element, knob, moved) {
    this.#element = element;
    this.#knob = knob;
    this.#moved = moved;
    knob.addEventListener("click", () => this.#open(this.#element.hidden));
    element.querySelector(".drawer-close").addEventListener("click", () => this.#open(false));
    element.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.#open(false);
    });
    this.speak();
  }

  speak() {
    const tabs = TABS.map((name) =>
      make("button", {
        type: "button", role: "tab", id: `tab-${name}`, testid: `drawer-${name}`, "aria-controls": "drawer-body",
        onclick: () => this.#choose(name), onkeydown: (event) => this.#step(event, name),
      }, word(`drawer-${name}`)),
    );
    this.#element.querySelector(".drawer-tabs").replaceChildren(...tabs);
    this.#draw();
  }

  /** Something changed; look again, but not more often than is good for anyone. */
  changed() {
    if (this.#element.hidden || this.#wait) return;
    this.#wait = setTimeout(() => {
      this.#wait = null;
      this.#load();
    }, REST_MS);
  }

  #open(isOpen) {
    this.#element.hidden = !isOpen;
    this.#knob.setAttribute("aria-expanded", String(isOpen));
    this.#moved();
    if (isOpen) this.#load();
    (isOpen ? this.#element.querySelector(`#tab-${this.#tab}`) : this.#knob).focus();
  }

  #choose(name) {
    this.#tab = name;
    this.#draw();
  }

  #step(event, name) {
    const forward = document.documentElement.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
    const back = forward === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
    if (event.key !== forward && event.key !== back) return;
    const next = TABS[(TABS.indexOf(name) + (event.key === forward ? 1 : -1) + TABS.length) % TABS.length];
    this.#choose(next);
    this.#element.querySelector(`#tab-${next}`).focus();
  }

  async #load() {
    try {
      this.#told = await load("/playground/drawer");
    } catch {
      return; // the page says by itself when the server is away
    }
    if (!this.#element.hidden) this.#draw();
  }

  #draw() {
    for (const tab of this.#element.querySelectorAll("[role=tab]")) {
      const isChosen = tab.id === `tab-${this.#tab}`;
      tab.setAttribute("aria-selected", String(isChosen));
      tab.tabIndex = isChosen ? 0 : -1;
    }
    const body = this.#element.querySelector(".drawer-body");
    body.setAttribute("aria-labelledby", `tab-${this.#tab}`);
    if (!this.#told) return body.replaceChildren();
    if (this.#tab === "map") return this.#drawMap(body, this.#told.workspaces ?? []);
    const rows = this.#told[this.#tab] ?? [];
    body.replaceChildren(rows.length ? table(rows, word(`drawer-${this.#tab}`)) : nothing(this.#tab));
  }

  #drawMap(body, workspaces) {
    const chosen = workspaces.find((each) => each.id === this.#workspace) ?? workspaces[0];
    if (!chosen) return body.replaceChildren(nothing("map"));
    const address = `/playground/map/${encodeURIComponent(chosen.id)}.png?lang=${currentLanguage()}&look=${Date.now()}`;
    const picture = make("img", { class: "map", src: address, alt: `${word("map-of")} ${chosen.name}`, testid: "map" });
    picture.addEventListener("error", () => picture.replaceWith(nothing("map")));
    body.replaceChildren(workspaces.length > 1 ? this.#chooser(workspaces, chosen) : heading(chosen.name), picture);
  }

  #chooser(workspaces, chosen) {
    const options = workspaces.map((each) => make("option", { value: each.id, selected: each === chosen }, each.name));
    const onchange = (event) => {
      this.#workspace = event.target.value;
      this.#draw();
    };
    return make("label", { class: "which" }, make("span", {}, word("map-choose")), make("select", { onchange, dir: "auto" }, ...options));
  }
}

const heading = (name) => make("h3", { dir: "auto" }, name);
const nothing = (tab) => make("p", { class: "nothing" }, word(`empty-${tab}`));

/** A table whose rows fold into cards where there is no room; roles are said aloud, for folding would lose them. */
function table(rows, caption) {
  const columns = Object.keys(rows[0]);
  const titles = columns.map((key) => (hasWord(`column-${key}`) ? word(`column-${key}`) : key));
  const head = make("tr", { role: "row" }, ...titles.map((title) => make("th", { role: "columnheader", scope: "col" }, title)));
  const body = rows.map((row) =>
    make("tr", { role: "row" }, ...columns.map((key, at) => cell(key, row[key], titles[at]))),
  );
  return make(
    "table",
    { role: "table", "aria-label": caption },
    make("thead", { role: "rowgroup" }, head),
    make("tbody", { role: "rowgroup" }, ...body),
  );
}

function cell(key, value, title) {
  const shown = make("bdi", { class: key === "state" ? `state ${value}` : false }, inWords(key, value));
  return make("td", { role: "cell" }, make("span", { class: "cell-title", "aria-hidden": "true" }, title), shown);
}

function inWords(key, value) {
  if (value === null || value === undefined || value === "" || value === false) return "–";
  if (value === true) return "✓";
  if (hasWord(`${key}-${value}`)) return word(`${key}-${value}`);
  if (typeof value !== "string" || !INSTANT.test(value)) return String(value);
  const instant = new Date(value);
  return `${shortDayOf(instant)} ${hourOf(instant)}`;
}
