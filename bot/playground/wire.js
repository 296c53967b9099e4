// Speaks with the server: what is done goes out as small requests, what happened comes in as events.

/** Send one request. Answers `{ok: true, ...}` with what came back, or `{ok: false, error: code}`. */
export async function post(path, body) {
  try {
    const answer = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    const told = await answer.json().catch(() => ({}));
    return answer.ok ? { ...told, ok: true } : { ok: false, error: told.error ?? "" };
  } catch {
    return { ok: false, error: "" };
  }
}

export const act = (phone, body) => post(`/playground/phones/${encodeURIComponent(phone)}`, body);

export async function load(path) {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}

/** Call `handlers[event](data)` for each event; `opened` after every (re)connection, `lost` when it breaks. */
export function listen(handlers, opened, lost) {
  const line = new EventSource("/playground/events");
  line.addEventListener("open", opened);
  line.addEventListener("error", lost);
  for (const [name, handle] of Object.entries(handlers)) {
    line.addEventListener(name, (event) => handle(JSON.parse(event.data)));
  }
}
