// The panel that slides up inside one phone: a list to choose from, things to attach, a small form.

import { button, icon, make } from "./draw.js";
import { word } from "./words.js";

const SENDABLE = ["voice", "picture", "sticker", "place", "file"];

/** One sheet per phone. While it is open the rest of the phone rests; Escape, the veil or the cross close it. */
export class Sheet {
  #screen;
  #sheet;
  #veil;
  #cameFrom = null;

  constructor(screen) {
    this.#screen = screen;
    this.#sheet = screen.querySelector(".sheet");
    this.#veil = screen.querySelector(".veil");
    this.#veil.addEventListener("click", () => this.close());
    this.#sheet.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.close();
    });
  }

  get isOpen() {
    return !this.#sheet.hidden;
  }

  open(title, ...children) {
    if (!this.isOpen) this.#cameFrom = document.activeElement;
    const cross = make("button", { type: "button", class: "round", "aria-label": word("close"), onclick: () => this.close() }, icon("cross"));
    const head = make("div", { class: "sheet-head" }, make("h3", { dir: "auto" }, title), cross);
    this.#sheet.replaceChildren(head, make("div", { class: "sheet-body" }, ...children));
    this.#sheet.setAttribute("aria-label", title);
    this.#show(true);
    (this.#sheet.querySelector(".sheet-body button, .sheet-body input") ?? cross).focus();
  }

  close() {
    if (!this.isOpen) return;
    this.#show(false);
    if (this.#cameFrom?.isConnected) this.#cameFrom.focus();
  }

  #show(isOpen) {
    this.#sheet.hidden = !isOpen;
    this.#veil.hidden = !isOpen;
    for (const part of this.#screen.children) {
      if (part !== this.#sheet && part !== this.#veil) part.inert = isOpen;
    }
  }
}

export function openPicker(sheet, message, press) {
  const rows = message.picker.rows.map((row) =>
    button(row.label, () => {
      sheet.close();
      press(row.data);
    }, { class: "row", testid: "choice", "data-choice": row.data }, make("span", { class: "dot", "aria-hidden": "true" })),
  );
  sheet.open(message.picker.label, ...rows);
}

/** `does`: send(kind), contact(name, number), invite(code), block(). `invitation(text)` finds a code or null. */
export function openMore(sheet, does, invitation) {
  const row = (name, label, onclick) => button(label, onclick, { class: "row", testid: `more-${name}` }, icon(name));
  const once = (work) => () => {
    sheet.close();
    work();
  };
  sheet.open(
    word("more"),
    ...SENDABLE.map((kind) => row(kind, word(`send-${kind}`), once(() => does.send(kind)))),
    row("contact", word("send-contact"), () => openContact(sheet, does)),
    row("invite", word("open-invite"), () => openInvite(sheet, does, invitation)),
    row("block", word("block"), once(() => does.block())),
  );
}

function openContact(sheet, does) {
  const name = field("contact-name", { required: true, maxlength: 64, dir: "auto" });
  const number = field("contact-number", { dir: "ltr", inputmode: "tel", maxlength: 24 });
  form(sheet, word("send-contact"), word("send"), [name, number], () => {
    sheet.close();
    does.contact(name.value.trim(), number.value.trim());
  });
}

function openInvite(sheet, does, invitation) {
  const link = field("invite-field", { required: true, dir: "ltr", maxlength: 200 });
  form(sheet, word("open-invite"), word("invite-open"), [link], () => {
    const code = invitation(link.value.trim());
    link.setCustomValidity(code ? "" : word("invite-wrong"));
    if (!link.reportValidity()) return;
    sheet.close();
    does.invite(code);
  });
  link.addEventListener("input", () => link.setCustomValidity(""));
}

function field(name, attributes) {
  return make("input", { type: "text", autocomplete: "off", testid: name, "data-name": name, ...attributes });
}

function form(sheet, title, go, fields, done) {
  const labelled = fields.map((each) => make("label", {}, make("span", {}, word(each.dataset.name)), each));
  const submit = make("button", { type: "submit", class: "go", testid: "sheet-go" }, go);
  const onsubmit = (event) => {
    event.preventDefault();
    done();
  };
  sheet.open(title, make("form", { class: "sheet-form", novalidate: true, onsubmit }, ...labelled, submit));
}
