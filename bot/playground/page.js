// Puts the page together: which phones there are and which are in sight, the clock, the language, the drawer.

import { applyIcons, icon, make } from "./draw.js";
import { Drawer } from "./drawer.js";
import { PhoneView, tabLabel } from "./phone.js";
import { listen, load, post } from "./wire.js";
import { applyWords, chooseLanguage, chooseZone, dayOf, hasWord, hourOf, people, shareOfDay, shortDayOf, word } from "./words.js";

const NARROWEST_PHONE = 336;
const GAP = 24;
const NOTICE_MS = 6000;

const find = (selector) => document.querySelector(selector);
const views = new Map(); // id → PhoneView, in the order in which the phones came
const unread = new Map();
let recent = []; // ids, the phone used last comes first
let inSight = new Set();
let now = new Date(0);
let noticeEnds = 0;

const drawer = new Drawer(find(".drawer"), find(".drawer-knob"), arrange);

// ------------------------------------------------------------------------------------------------ phones

function meet(portrait) {
  const known = views.get(portrait.id);
  if (known) {
    known.update(portrait);
  } else {
    const view = new PhoneView(portrait, beside, arrived);
    views.set(portrait.id, view);
    recent.push(portrait.id);
    find(".phones").append(view.element);
    view.element.addEventListener("focusin", () => use(portrait.id));
    nameEverybody();
    view.showHour(now);
    arrange();
  }
  const last = portrait.messages.at(-1);
  if (last && new Date(last.at) > now) showTime(new Date(last.at));
}

/** After the server began anew, a phone it does not know is gone. */
function part(id) {
  views.get(id).element.remove();
  views.delete(id);
  unread.delete(id);
  recent = recent.filter((each) => each !== id);
}

function nameEverybody() {
  const names = people();
  [...views.values()].forEach((view, at) => view.name(view.portrait.title || names[at % names.length]));
  for (const view of views.values()) view.speak();
}

/** The other phones, as places where an invitation found on this one could be opened. */
function beside(id) {
  const others = [...views.values()].filter((view) => view.id !== id);
  const places = others.map((view) => ({
    label: `${view.owner} · ${word(`look-${view.look}`)}`,
    open: (code) => openIn(view.id, code),
  }));
  const open = async (code) => openIn(await add("telegram"), code);
  return [...places, { label: word("open-new"), open }];
}

function openIn(id, code) {
  if (!id || !views.has(id)) return;
  bring(id);
  views.get(id).do({ start: code });
}

/** Add a phone and bring it into sight. Answers its id, or null when there was no room for it. */
async function add(look) {
  const answer = await post("/playground/phones", { look });
  if (!answer.ok) {
    notice(word(hasWord(`error-${answer.error}`) ? `error-${answer.error}` : "error"));
    return null;
  }
  meet(answer);
  bring(answer.id);
  return answer.id;
}

function arrived(view, count) {
  if (inSight.has(view.id) || !count) return;
  unread.set(view.id, (unread.get(view.id) ?? 0) + count);
  drawTabs();
}

function use(id) {
  recent = [id, ...recent.filter((each) => each !== id)];
}

function bring(id) {
  use(id);
  arrange();
}

/** Show as many phones as have room, those used last; the others wait behind their tabs. */
function arrange() {
  const room = find(".stage").clientWidth;
  const fitting = Math.max(1, Math.floor((room + GAP) / (NARROWEST_PHONE + GAP)));
  const before = inSight;
  inSight = new Set(recent.slice(0, fitting));
  for (const view of views.values()) {
    view.element.hidden = !inSight.has(view.id);
    if (inSight.has(view.id)) unread.delete(view.id);
    if (inSight.has(view.id) && !before.has(view.id)) view.shown();
  }
  drawTabs();
}

function drawTabs() {
  const tabs = find(".tabs");
  tabs.hidden = views.size <= inSight.size;
  const held = tabs.contains(document.activeElement) ? document.activeElement.dataset.testid : null;
  tabs.replaceChildren(...[...views.values()].map(tab));
  if (held) tabs.querySelector(`[data-testid="${held}"]`)?.focus();
}

function tab(view) {
  const count = unread.get(view.id);
  const mark = count ? make("span", { class: "count" }, make("span", { class: "unseen" }, word("unread")), String(count)) : null;
  return make(
    "button",
    {
      type: "button", class: `tab ${view.look}`, testid: `tab-${view.id}`,
      "aria-pressed": String(inSight.has(view.id)), onclick: () => bring(view.id),
    },
    tabLabel(view),
    mark,
  );
}

// ------------------------------------------------------------------------------------------------ clock

function showTime(instant) {
  now = instant;
  const clock = find(".now-hour");
  clock.textContent = hourOf(now);
  clock.dateTime = now.toISOString();
  find(".now-day").textContent = matchMedia("(min-width: 900px)").matches ? dayOf(now) : shortDayOf(now);
  find(".day-sun").style.insetInlineStart = `${shareOfDay(now) * 100}%`;
  for (const view of views.values()) view.showHour(now);
}

async function move(by) {
  const knobs = document.querySelectorAll("[data-move]");
  for (const knob of knobs) knob.setAttribute("aria-disabled", "true");
  const answer = await post("/clock", { by });
  for (const knob of knobs) knob.removeAttribute("aria-disabled");
  if (!answer.ok) return notice(word("error"));
  showTime(new Date(answer.now));
  drawer.changed();
  notice(moved(by, answer));
}

function moved(by, { fired, sent }) {
  if (fired || sent) return `${dayOf(now)}, ${hourOf(now)} · ${word("clock-fired")} ${fired} · ${word("clock-sent")} ${sent}`;
  return by === "next" ? word("clock-no-next") : `${dayOf(now)}, ${hourOf(now)} · ${word("clock-quiet")}`;
}

function notice(text, stays = false) {
  const place = find(".notice");
  place.textContent = text;
  place.hidden = !text;
  clearTimeout(noticeEnds);
  if (text && !stays) noticeEnds = setTimeout(() => notice(""), NOTICE_MS);
}

// ------------------------------------------------------------------------------------------------ language

async function speak(language) {
  if (!(await chooseLanguage(language))) return notice(word("error"));
  for (const knob of document.querySelectorAll("[data-language]")) {
    knob.setAttribute("aria-pressed", String(knob.dataset.language === language));
  }
  applyWords(document);
  nameEverybody();
  drawer.speak();
  showTime(now);
  notice("");
  openMenu(false);
  arrange();
}

// ------------------------------------------------------------------------------------------------ menu

function openMenu(isOpen) {
  find(".menu").hidden = !isOpen;
  find(".menu-knob").setAttribute("aria-expanded", String(isOpen));
}

function listenToHeader() {
  find(".menu-knob").addEventListener("click", () => openMenu(find(".menu").hidden));
  document.addEventListener("click", (event) => {
    if (!event.target.closest(".menu, .menu-knob")) openMenu(false);
  });
  find(".corner").addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || find(".menu").hidden) return;
    openMenu(false);
    find(".menu-knob").focus();
  });
  for (const knob of document.querySelectorAll("[data-move]")) {
    knob.addEventListener("click", () => knob.hasAttribute("aria-disabled") || move(knob.dataset.move));
  }
  for (const knob of document.querySelectorAll("[data-add]")) {
    knob.addEventListener("click", () => {
      openMenu(false);
      add(knob.dataset.add);
    });
  }
  for (const knob of document.querySelectorAll("[data-language]")) {
    knob.addEventListener("click", () => speak(knob.dataset.language));
  }
}

// ------------------------------------------------------------------------------------------------ beginning

async function look() {
  let state;
  try {
    state = await load("/playground/state");
  } catch {
    return; // the line breaks too, and says so
  }
  chooseZone(state.zone);
  showTime(new Date(state.now));
  const known = new Set(state.phones.map(({ id }) => id));
  for (const id of views.keys()) if (!known.has(id)) part(id);
  for (const portrait of state.phones) meet(portrait);
  document.body.dataset.ready = "yes";
}

applyIcons(document);
listenToHeader();
listen(
  {
    phone: meet,
    toast: ({ phone, text }) => views.get(phone)?.toast(text),
    clock: ({ now: told }) => showTime(new Date(told)),
    drawer: () => drawer.changed(),
  },
  () => {
    notice("");
    look();
  },
  () => notice(word("lost"), true),
);
new ResizeObserver(arrange).observe(find(".stage"));
