// One phone: its frame, its chat, and what its owner does with it.

import { bubble, daySign, invitationsIn } from "./bubble.js";
import { applyIcons, make } from "./draw.js";
import { Sheet, openMore, openPicker } from "./sheet.js";
import { act } from "./wire.js";
import { applyWords, dayOf, hasWord, hourOf, word } from "./words.js";

const TOAST_MS = 4500;
const LONGEST_FIELD = 132;
const FAR = 60; // pixels from the newest message at which a way back to it is offered
const CODE_ALONE = /^[0-9a-z]{4}-?[0-9a-z]{4}$/iu;

/** The invitation in what somebody pasted: a link, a whole message, or the bare code; null if there is none. */
const invitation = (text) =>
  invitationsIn(text)[0] ?? (CODE_ALONE.test(text) ? `j_${text.replace("-", "").toUpperCase()}` : null);

export class PhoneView {
  /** `beside(id)` answers the other phones as {label, open(code)}; `arrived(n)` is told of new messages. */
  constructor(portrait, beside, arrived) {
    this.id = portrait.id;
    this.look = portrait.look;
    this.portrait = portrait;
    this.beside = beside;
    this.arrived = arrived;
    this.drawn = new Map();
    this.anchor = null;
    this.wantsFocus = false;
    this.editing = null;
    this.element = document.getElementById("phone").content.firstElementChild.cloneNode(true);
    this.element.classList.add(this.look);
    this.element.dataset.testid = `phone-${this.id}`;
    this.sheet = new Sheet(this.#part("screen"));
    applyIcons(this.element);
    this.#mark("say", "send", "start", "more", "log");
    this.#listen();
    this.name("");
    this.speak();
  }

  #part(name) {
    return this.element.querySelector(`.${name}`);
  }

  #mark(...parts) {
    for (const part of parts) this.#part(part).dataset.testid = `${part}-${this.id}`;
  }

  #listen() {
    const say = this.#part("say");
    this.#part("composer").addEventListener("submit", (event) => {
      event.preventDefault();
      this.#send();
    });
    say.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && this.editing) this.#stopEditing();
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.#send();
    });
    say.addEventListener("input", () => this.#grow());
    this.#part("start").addEventListener("click", () => this.do({ start: "" }));
    this.#part("unblock").addEventListener("click", () => this.do({ block: false }));
    this.#part("stop-editing").addEventListener("click", () => this.#stopEditing());
    this.#part("more").addEventListener("click", () => this.#openMore());
    this.#part("log").addEventListener("load", () => this.#scroll(), true);
    this.#part("log").addEventListener("scroll", () => this.#offerNewest(), { passive: true });
    this.#part("down").addEventListener("click", () => this.#toNewest());
  }

  #openMore() {
    const does = {
      send: (kind) => this.do({ send: kind }),
      contact: (name, number) => this.do({ contact: { name, number } }),
      invite: (code) => this.do({ start: code }),
      block: () => this.do({ block: true }),
    };
    openMore(this.sheet, does, invitation);
  }

  /** Do one thing with this phone; when it does not work, the phone says so. Answers whether it did. */
  async do(body) {
    this.anchor = null;
    const answer = await act(this.id, body);
    if (!answer.ok) this.toast(word(hasWord(`error-${answer.error}`) ? `error-${answer.error}` : "error"));
    return answer.ok;
  }

  async #send() {
    const say = this.#part("say");
    const text = say.value.trim();
    if (!text) return;
    say.value = "";
    const message = this.editing;
    if (message) this.#stopEditing();
    this.#grow();
    const body = message ? { edit: { message: message.id, text } } : { say: text };
    if ((await this.do(body)) || say.value) return;
    say.value = text; // nothing typed is lost
    this.#grow();
  }

  #edit(message) {
    this.editing = message;
    this.#part("editing-bar").hidden = false;
    const say = this.#part("say");
    say.value = message.text;
    this.#grow();
    say.focus();
  }

  #stopEditing() {
    this.editing = null;
    this.#part("editing-bar").hidden = true;
    this.#part("say").value = "";
    this.#grow();
    this.#part("say").focus();
  }

  #grow() {
    const say = this.#part("say");
    say.style.height = "auto";
    say.style.height = `${Math.min(say.scrollHeight + 2, LONGEST_FIELD)}px`;
  }

  /** Whose phone this is. The other phones may mention it: name all of them before any speaks. */
  name(owner) {
    this.owner = owner;
  }

  /** Say everything in the page's language. */
  speak() {
    applyWords(this.element);
    this.#part("owner-name").textContent = this.owner;
    this.#part("owner-look").textContent = word(`look-${this.look}`);
    this.#part("chat-kind").textContent = word(this.look === "telegram" ? "bot" : "business");
    this.#part("start").textContent = word(`start-${this.look}`);
    this.#part("empty").textContent = word(`empty-${this.look}`);
    this.element.setAttribute("aria-label", `${word("phone-of")} ${this.owner}, ${word(`look-${this.look}`)}`);
    this.redraw();
  }

  showHour(instant) {
    this.#part("status-hour").textContent = hourOf(instant);
  }

  toast(text) {
    const toast = this.#part("toast");
    toast.textContent = text;
    toast.hidden = false;
    clearTimeout(this.toastEnds);
    this.toastEnds = setTimeout(() => (toast.hidden = true), TOAST_MS);
  }

  update(portrait) {
    this.portrait = portrait;
    this.#draw(true);
  }

  /** Draw every bubble anew: the language changed, or who else could open an invitation. Nothing is news then. */
  redraw() {
    const log = this.#part("log");
    const below = log.scrollHeight - log.scrollTop;
    this.drawn.clear();
    this.#part("messages").replaceChildren();
    this.#draw();
    log.scrollTop = log.scrollHeight - below;
  }

  /** `isNew`: what was not there before has just arrived. */
  #draw(isNew = false) {
    const { messages, blocked } = this.portrait;
    this.#part("start-bar").hidden = messages.length > 0 || blocked;
    this.#part("empty").hidden = messages.length > 0;
    this.#part("blocked-bar").hidden = !blocked;
    this.#part("composer").hidden = blocked;
    const focus = this.#focusInLog();
    const fresh = this.#reconcile(messages);
    if (focus) this.#refocus(focus);
    else if (fresh.length && this.wantsFocus) this.#refocus({});
    const theirs = fresh.filter((item) => item.classList.contains("theirs"));
    if (isNew && theirs.length) {
      this.anchor ??= theirs[0].dataset.key;
      this.arrived(this, theirs.length);
    }
    if (fresh.length) this.#scroll();
  }

  /** Make the list show these messages, touching only what changed. Answers the new items. */
  #reconcile(messages) {
    const list = this.#part("messages");
    const wanted = this.#withDays(messages);
    const fresh = [];
    let place = list.firstElementChild;
    for (const { key, signature, draw } of wanted) {
      const known = this.drawn.get(key);
      const item = known?.signature === signature ? known.item : draw();
      if (known && known.item !== item) {
        if (place === known.item) place = item;
        known.item.replaceWith(item);
      }
      if (!known) fresh.push(item);
      this.drawn.set(key, { item, signature });
      if (item === place) place = place.nextElementSibling;
      else list.insertBefore(item, place);
    }
    this.#forget(new Set(wanted.map(({ key }) => key)));
    return fresh.filter((item) => item.classList.contains("message"));
  }

  /** After the server began anew, older bubbles are nobody's. */
  #forget(kept) {
    for (const [key, { item }] of this.drawn) {
      if (kept.has(key)) continue;
      item.remove();
      this.drawn.delete(key);
    }
  }

  #withDays(messages) {
    const wanted = [];
    let day = "";
    for (const message of messages) {
      const instant = new Date(message.at);
      if (dayOf(instant) !== day) {
        day = dayOf(instant);
        wanted.push({ key: `day-${message.id}`, signature: day, draw: () => daySign(day) });
      }
      wanted.push({ key: message.id, signature: JSON.stringify(message), draw: () => this.#bubble(message) });
    }
    return wanted;
  }

  #bubble(message) {
    const press = (data) => {
      this.wantsFocus = true;
      this.do({ press: data, message: message.id });
    };
    return bubble(message, this.look, {
      press,
      openPicker: () => openPicker(this.sheet, message, press),
      edit: () => this.#edit(message),
      others: () => this.beside(this.id),
    });
  }

  /** Where in the chat the keyboard was, so that drawing a message anew does not throw anyone out. */
  #focusInLog() {
    const item = document.activeElement?.closest?.(".message");
    if (!item || !this.element.contains(item)) return null;
    const position = [...item.querySelectorAll("button, a")].indexOf(document.activeElement);
    return { key: item.dataset.key, position };
  }

  #refocus({ key, position }) {
    if (key && this.element.contains(document.activeElement) && document.activeElement.isConnected) return;
    const same = key ? this.drawn.get(key)?.item.querySelectorAll("button, a")[position] : null;
    const last = this.#part("messages").lastElementChild?.querySelector("button:not(.edit)");
    (same ?? last ?? this.#part("log")).focus({ preventScroll: true });
    if (same || last) this.wantsFocus = false;
  }

  /** To the newest, but never past the first message that came since this phone was last used. */
  #scroll() {
    const log = this.#part("log");
    const first = this.drawn.get(this.anchor)?.item;
    const top = first ? first.offsetTop - 10 : log.scrollHeight;
    log.scrollTo({ top: Math.min(top, log.scrollHeight - log.clientHeight) });
    this.#offerNewest();
  }

  #toNewest() {
    const log = this.#part("log");
    log.scrollTop = log.scrollHeight;
    log.focus({ preventScroll: true });
  }

  #offerNewest() {
    const log = this.#part("log");
    this.#part("down").hidden = log.scrollHeight - log.clientHeight - log.scrollTop < FAR;
  }

  /** Called when the phone comes into sight. */
  shown() {
    this.#scroll();
  }
}

export const tabLabel = (view) =>
  make("span", { class: "tab-name" }, make("bdi", {}, view.owner), ` · ${word(`look-${view.look}`)}`);
