// Holds the page's own words and its ways of writing hours and days, in the language chosen for the page.
// What the bot says in the phones is another matter: it follows each person, not this page.

const RIGHT_TO_LEFT = new Set(["he", "ar"]);
const FIRST = "he";

let language = FIRST;
let zone = "Asia/Jerusalem";
let texts = JSON.parse(document.getElementById("words").textContent);

export const currentLanguage = () => language;

/** The words for a key, without its prefix. A missing one shows its key: a mistake that is seen is mended. */
export const word = (key) => texts[`playground-${key}`] ?? key;
export const hasWord = (key) => `playground-${key}` in texts;

/** The names people in the playground have, in order. */
export const people = () => word("people").split(/\s*[,،]\s*/);

/** Put the words into every element under `root` that asks for some. */
export function applyWords(root) {
  for (const element of root.querySelectorAll("[data-word]")) element.textContent = bare(element.dataset.word);
  for (const element of root.querySelectorAll("[data-word-label]")) {
    element.setAttribute("aria-label", bare(element.dataset.wordLabel));
  }
  for (const element of root.querySelectorAll("[data-word-hint]")) element.placeholder = bare(element.dataset.wordHint);
}

const bare = (key) => texts[key] ?? key;

export async function chooseLanguage(chosen) {
  const answer = await fetch(`/playground/words?lang=${encodeURIComponent(chosen)}`);
  if (!answer.ok) return false;
  texts = await answer.json();
  language = chosen;
  document.documentElement.lang = chosen;
  document.documentElement.dir = RIGHT_TO_LEFT.has(chosen) ? "rtl" : "ltr";
  document.title = word("title");
  return true;
}

export function chooseZone(name) {
  zone = name;
}

// European digits everywhere: that is how hours are written here, in Arabic too.
// The day stands before the month in all three languages.
const LOCALES = { he: "he-IL-u-nu-latn", ar: "ar-u-nu-latn", en: "en-GB" };
const format = (options) => new Intl.DateTimeFormat(LOCALES[language], { timeZone: zone, ...options });

export const hourOf = (instant) =>
  new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit" }).format(instant);
export const dayOf = (instant) => format({ weekday: "long", day: "numeric", month: "long" }).format(instant);

/** Such as "Sun 22.11". Dots hold day and month together in every direction, slashes would turn them around. */
export function shortDayOf(instant) {
  const [day, month] = ["day", "month"].map((part) => format({ [part]: "numeric" }).formatToParts(instant)[0].value);
  return `${format({ weekday: "short" }).format(instant)} ${day}.${month}`;
}

/** How much of the local day has passed, from 0 to 1. */
export function shareOfDay(instant) {
  const [hours, minutes] = hourOf(instant).split(":").map(Number);
  return (hours * 60 + minutes) / (24 * 60);
}
