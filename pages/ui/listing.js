/* The list beside the map: only the rows in sight are in the page; sorted and lit here, chosen by the page's own run. */
const ROW = 58; // pixels of a row, as listing.css draws it
const AROUND = 6; // rows drawn above and below those in sight
const PATIENCE = 5000; // milliseconds in which an answer without the newest choice is one to an older choice
const ORDERS = {
  day: (row) => row[2],
  title: (row) => row[4],
  status: (row, told) => told.marks[row[1]].rank,
  place: (row) => row[5],
};

function element(name, className, parent) {
  const made = document.createElement(name);
  made.className = className;
  if (parent) parent.appendChild(made);
  return made;
}

async function unpacked(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Response(stream).json();
}

/* The map stands in a frame of the same origin: its mark is lit at once, without a run of the page. */
function light(ident) {
  const frame = document.querySelector('iframe[title*="st_folium"]');
  frame?.contentWindow?.Vigie?.light?.(ident);
}

class List {
  constructor(root) {
    this.sort = { by: "day", down: true };
    this.at = -1;
    this.rows = [];
    this.box = element("div", "list", root);
    this.head = element("div", "orders", this.box);
    this.view = element("div", "view", this.box);
    this.view.tabIndex = 0;
    this.view.setAttribute("role", "listbox");
    this.space = element("div", "space", this.view);
    this.space.setAttribute("role", "presentation");
    this.foot = element("p", "foot", this.box);
    this.view.addEventListener("scroll", () => this.draw());
    this.view.addEventListener("keydown", (event) => this.key(event));
    this.view.addEventListener("click", (event) => this.pick(this.row(event)));
    this.view.addEventListener("pointerover", (event) => light(this.row(event)?.[0] || ""));
    this.view.addEventListener("pointerleave", () => light(""));
    new ResizeObserver(() => this.resized()).observe(this.view);
  }

  /* The chosen incident's panel takes part of the list's room: its row stays in sight. */
  resized() {
    const shrunk = this.view.clientHeight < this.height;
    this.height = this.view.clientHeight;
    if (shrunk && this.told?.chosen) this.reveal(this.rows.findIndex((row) => row[0] === this.told.chosen));
    this.draw();
  }

  /* What the page sends: rows of [ident, mark, day, time, title, place], marks, words, the chosen ident. */
  take(told) {
    this.keep(told);
    const other = !this.told || this.told.asked !== told.asked;
    const chosen = this.told?.chosen !== told.chosen;
    this.told = told;
    this.view.setAttribute("aria-label", told.words.list);
    this.foot.textContent = told.words.foot;
    this.order();
    if (other) this.view.scrollTop = 0;
    if (chosen || other) this.show(this.rows.findIndex((row) => row[0] === told.chosen));
    this.draw();
  }

  /* A choice made while the page was still answering an older one stands, and is told again. */
  keep(told) {
    const { ident, at } = this.newest || {};
    if (ident === told.chosen || !(Date.now() - at < PATIENCE)) this.newest = null;
    else this.tell("picked", (told.chosen = ident));
  }

  order() {
    const { by, down } = this.sort, told = this.told, way = down ? -1 : 1;
    const words = new Intl.Collator(told.lang, { numeric: true });
    const value = (row) => ORDERS[by](row, told);
    const compare = (a, b) => (typeof a === "string" ? words.compare(a, b) : a - b);
    // As sent they stand by day, the newest first; rows without a value stay at the end both ways.
    const empty = (row) => value(row) === null || value(row) === "";
    this.rows = by === "day" && down ? told.rows : told.rows.map((row, at) => [row, at]).sort(([a, i], [b, j]) =>
      empty(a) - empty(b) || (empty(a) ? 0 : way * compare(value(a), value(b))) || i - j).map(([row]) => row);
    this.heads();
  }

  heads() {
    this.head.replaceChildren();
    for (const by of Object.keys(ORDERS)) {
      const button = element("button", "order", this.head), on = this.sort.by === by;
      button.type = "button";
      button.textContent = this.told.words[by] + (on ? (this.sort.down ? " ↓" : " ↑") : "");
      button.setAttribute("aria-label", this.told.words.sort.replace("{}", this.told.words[by]));
      button.setAttribute("aria-pressed", String(on));
      button.addEventListener("click", () => this.sorted(by));
    }
  }

  sorted(by) {
    this.sort = { by: by, down: this.sort.by === by ? !this.sort.down : by === "day" };
    this.order();
    this.at = -1;
    this.view.scrollTop = 0;
    this.draw();
    this.head.querySelector('[aria-pressed="true"]').focus();
    this.more(); // a part cannot be sorted: the page sends the rest
  }

  more() {
    if (!this.told.more) return;
    this.told.more = false; // asked once
    this.tell("whole", true);
  }

  draw() {
    const top = this.view.scrollTop, from = Math.max(0, Math.floor(top / ROW) - AROUND);
    const to = Math.min(this.rows.length, Math.ceil((top + this.view.clientHeight) / ROW) + AROUND);
    this.space.style.height = this.rows.length * ROW + "px";
    this.space.replaceChildren(...this.rows.slice(from, to).map((row, at) => this.line(row, from + at)));
    const active = this.space.querySelector(".active");
    if (active) this.view.setAttribute("aria-activedescendant", active.id);
    else this.view.removeAttribute("aria-activedescendant");
    if (to === this.rows.length && to * ROW > this.view.clientHeight) this.more();
  }

  /* Every word is set as text: nothing of an article can become mark-up. The drawings are our own. */
  line([ident, mark, , time, title, place], at) {
    const line = element("div", "row"), told = this.told.marks[mark];
    line.id = "row-" + at;
    line.dataset.at = at;
    line.dataset.ident = ident;
    line.style.top = at * ROW + "px";
    line.setAttribute("role", "option");
    line.setAttribute("aria-selected", String(ident === this.told.chosen));
    line.setAttribute("aria-posinset", at + 1);
    line.setAttribute("aria-setsize", this.rows.length);
    line.classList.toggle("active", at === this.at);
    const drawing = element("span", "mark", line);
    drawing.innerHTML = told.svg;
    drawing.title = told.kind;
    const words = element("span", "words", line);
    const head = element("span", "title", words);
    head.dir = "auto";
    head.textContent = head.title = title;
    const about = element("span", "about", words);
    // Titles end with the place, as a rule: what is said twice would cut off what is not.
    about.textContent = [time, told.status, title.includes(place) ? "" : place].filter(Boolean).join(" · ");
    return line;
  }

  row(event) {
    const line = event.composedPath().find((part) => part.dataset?.at);
    return line && this.rows[Number(line.dataset.at)];
  }

  pick(row) {
    if (!row) return;
    this.at = this.rows.indexOf(row);
    this.told.chosen = row[0] === this.told.chosen ? "" : row[0];
    this.newest = { ident: this.told.chosen, at: Date.now() };
    light(this.told.chosen);
    this.draw();
    this.tell("picked", this.told.chosen);
  }

  show(at) {
    this.at = at;
    this.reveal(at);
  }

  reveal(at) {
    if (at < 0) return;
    const top = at * ROW, bottom = top + ROW, view = this.view;
    if (top < view.scrollTop) view.scrollTop = top;
    else if (bottom > view.scrollTop + view.clientHeight) view.scrollTop = bottom - view.clientHeight;
  }

  key(event) {
    const last = this.rows.length - 1, page = Math.max(1, Math.floor(this.view.clientHeight / ROW));
    const steps = { ArrowDown: this.at + 1, ArrowUp: this.at - 1, PageDown: this.at + page, PageUp: this.at - page, Home: 0, End: last };
    if (event.key === "Enter" || event.key === " ") this.pick(this.rows[this.at]);
    else if (event.key in steps) {
      this.show(Math.min(last, Math.max(0, steps[event.key])));
      this.draw();
      light(this.rows[this.at]?.[0] || "");
    } else return;
    event.preventDefault();
  }
}

export default async function (component) {
  const root = component.parentElement;
  const list = (root.vigieList ??= new List(root));
  list.tell = component.setTriggerValue;
  const turn = (list.turn = (list.turn || 0) + 1);
  const told = await unpacked(component.data);
  if (turn === list.turn) list.take(told);
}
