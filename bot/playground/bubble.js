// Draws one message as the phone's platform would: bubble, time, and the choices under or in it.

import { button, icon, make } from "./draw.js";
import { hourOf, word } from "./words.js";

const IN_A_LINK = /(?:[?&]start=|(?<![\w-]))(j_[\w-]{4,62})(?![\w-])/gu;
const BY_ITSELF = /(?<![\w-])(?=[\w-]*\d)(?=[\w-]*[A-Z])([0-9A-Z]{4})-([0-9A-Z]{4})(?![\w-])/gu;
const WITHOUT_WORDS = new Set(["voice", "picture", "sticker", "place", "file"]);

/** What the invitations in a text would start a chat with, each once: a link and its code mean the same. */
export function invitationsIn(text) {
  const links = [...text.matchAll(IN_A_LINK)].map(([, code]) => code);
  const codes = [...text.matchAll(BY_ITSELF)].map(([, first, second]) => `j_${first}${second}`);
  return [...new Set([...links, ...codes])];
}

export const daySign = (day) => make("li", { class: "day-sign" }, make("span", {}, day));

/**
 * One message as a list item. `does` holds what can be done with it:
 * press(data), openPicker(picker), edit(message), and `others`: who could open an invitation, as {label, open(code)}.
 */
export function bubble(message, look, does) {
  const whatsapp = look === "whatsapp";
  const choices = whatsapp ? replies(message, does) : keyboard(message, does);
  const body = make("div", { class: "bubble", testid: "bubble" }, ...content(message), whatsapp ? choices : null);
  const row = make("div", { class: "bubble-row" }, body, message.mine ? editKnob(message, look, does) : null);
  return make(
    "li",
    { class: `message ${message.mine ? "mine" : "theirs"}`, "data-key": message.id, testid: "message" },
    make("span", { class: "unseen" }, word(message.mine ? "you-said" : "bot-said")),
    row,
    whatsapp ? null : choices,
    invitations(message, does),
  );
}

function content(message) {
  const parts = [];
  if (message.picture) parts.push(sentPicture(message.picture));
  if (message.file) parts.push(sentFile(message.file));
  if (WITHOUT_WORDS.has(message.kind)) parts.push(wordless(message.kind));
  if (message.kind === "contact") parts.push(icon("contact"));
  const words = message.text ? make("p", { class: "words", dir: "auto", testid: "bubble-text" }, message.text) : null;
  parts.push(make("div", { class: "said" }, words, sign(message)));
  return parts;
}

function sign(message) {
  const edited = message.edited ? make("span", {}, word("edited")) : null;
  const hour = make("time", { datetime: message.at }, hourOf(new Date(message.at)));
  return make("span", { class: "sign" }, edited, hour, message.mine ? icon("ticks") : null);
}

const sentPicture = (url) =>
  make(
    "a",
    { class: "sent-picture", href: url, target: "_blank", rel: "noopener" },
    make("img", { src: url, alt: word("picture-sent"), testid: "picture" }),
  );

const sentFile = (file) =>
  make("a", { class: "sent-file", href: file.url, download: file.name }, icon("file"), make("bdi", {}, file.name));

const wordless = (kind) => make("p", { class: `wordless ${kind}` }, icon(kind), make("span", {}, word(`send-${kind}`)));

function keyboard(message, does) {
  if (!message.buttons.length) return null;
  const rows = message.buttons.map((row) => make("div", { class: "keys" }, ...row.map((each) => choice(each, does))));
  return make("div", { class: "keyboard" }, ...rows);
}

function replies(message, does) {
  if (message.picker) {
    const opener = button(message.picker.label, () => does.openPicker(message), {
      testid: "picker",
      "aria-haspopup": "dialog",
    }, icon("list"));
    return make("div", { class: "replies" }, opener);
  }
  const all = message.buttons.flat();
  return all.length ? make("div", { class: "replies" }, ...all.map((each) => choice(each, does, icon("reply")))) : null;
}

const choice = (each, does, ...before) =>
  button(each.label, () => does.press(each.data), { testid: "choice", "data-choice": each.data }, ...before);

function editKnob(message, look, does) {
  if (look !== "telegram" || message.kind !== "text") return null;
  return make(
    "button",
    { type: "button", class: "round edit", testid: "edit", "aria-label": word("edit"), onclick: () => does.edit(message) },
    icon("pencil"),
  );
}

/** A link or code in what the bot sent is meant for somebody else: offer the other phones. */
function invitations(message, does) {
  const codes = message.mine ? [] : invitationsIn(message.text);
  if (!codes.length) return null;
  const chips = codes.flatMap((code) =>
    does.others().map((other) => button(other.label, () => other.open(code), { class: "chip", testid: "open-in" })),
  );
  return make("div", { class: "invitations" }, make("p", {}, word("open-in")), ...chips);
}
