// The page: reads the controls, computes, and fills every place that a number has.
const byId = id => document.getElementById(id);
const data = JSON.parse(byId("data").textContent);
const SETTLED = 400;

const steps = data.steps;
const inputSteps = [];
const values = new Float64Array(steps.length);
steps.forEach((step, i) => {
  step[0] = OP[data.operations[step[0]]];
  if (step[0] === OP.LITERAL) {
    values[i] = step[1] === null ? NaN : step[1];
  } else if (step[0] === OP.INPUT) {
    inputSteps.push([i, step[1]]);
  }
});
data.quantities.forEach(quantity => {
  for (const name of ["least", "most", "step"]) {
    quantity[name] = typedDecimal(quantity[name]);
  }
});
data.alternatives.forEach(alternative => {
  alternative.bases = (alternative.bases || []).map(text => text === null ? null : typedDecimal(text));
});

// Where the reader is: a position of every choice, and a number of every quantity that was moved.
const state = {positions: data.choices.map(choice => choice.base), numbers: data.quantities.map(() => null),
  mistyped: data.quantities.map(() => "")};

function alternativeOf(positions) {
  return data.choices.reduce((place, choice, i) => place * choice.positions.length + positions[i], 0);
}

function computeAt(positions, numbers) {
  const alternative = data.alternatives[alternativeOf(positions)];
  const inputs = new Float64Array(data.inputs.length);
  data.quantities.forEach((quantity, q) => quantity.inputs.forEach(input => {
    const base = alternative.bases[input];
    if (base) {
      inputs[input] = numbers[q] ? moved(quantity, numbers[q], base) : doubleOf(base);
    }
  }));
  for (const [step, input] of inputSteps) {
    values[step] = inputs[input];
  }
  compute(steps, data.tables, values);
  return alternative;
}

function resultsOf(alternative) {
  return (alternative.results || []).map(place => place < 0 ? NaN : values[place]);
}

const baseResults = resultsOf(computeAt(state.positions, state.numbers));
const resultPlace = new Map(data.results.map((address, i) => [address, i]));

// Every unit with the elements that have places, and what they show.
const units = Array.from(document.querySelectorAll("[data-u]"), element => ({
  element,
  number: Number(element.dataset.u),
  places: Array.from(element.querySelectorAll("[data-f],[data-w],[data-d],[data-b],[data-t]")),
  shown: []
}));

// What stands in a place: a number, or text.
function valueAt(element, place) {
  return element.dataset.t === undefined ? values[place] : data.words[place];
}

function show(element, value) {
  const is = element.dataset;
  if (is.f !== undefined) {
    element.textContent = figureText(is.f, value);
  } else if (is.w !== undefined) {
    element.hidden = holds(value) !== (is.w === "");
  } else if (is.t !== undefined) {
    element.textContent = value;
  } else if (is.d !== undefined) {
    element.textContent = differenceText(is.d, value, baseResults[resultPlace.get(is.k)]);
  }
}

function fill(alternative) {
  units.forEach(unit => {
    const known = data.units[unit.number][alternative];
    unit.element.hidden = known < 0;
    if (known < 0) {
      return;
    }
    const places = data.places[known];
    let bars = false;
    for (let i = 0; i < places.length; i++) {
      const value = valueAt(unit.places[i], places[i]);
      if (!Object.is(value, unit.shown[i])) {
        unit.shown[i] = value;
        show(unit.places[i], value);
        bars = bars || unit.places[i].dataset.b !== undefined;
      }
    }
    if (bars) {
      stretch(unit);
    }
  });
}

// The bars of a unit, each as long as its number is beside the longest.
function stretch(unit) {
  const bars = unit.places.map((element, i) => [element, unit.shown[i]]).filter(of => of[0].dataset.b !== undefined);
  const longest = Math.max(...bars.map(of => of[1]));
  for (const [element, value] of bars) {
    element.setAttribute("width", percentOf(longest > 0 ? Math.max(0, value) / longest : 0));
  }
}

function percentOf(share) {
  return Math.round(share * 10000) / 100 + "%";
}

function isMoved() {
  return state.numbers.some(number => number) || state.positions.some((at, i) => at !== data.choices[i].base);
}

// What --set gives the same; positions first, because a number moved here stands whatever they set.
function settings() {
  const positions = data.choices.flatMap((choice, i) => choice.settings[state.positions[i]]);
  const numbers = data.quantities.flatMap((quantity, i) => state.numbers[i] ? [setting(quantity, state.numbers[i])] : []);
  return positions.concat(numbers);
}

function problemOf(alternative) {
  if (alternative.impossible) {
    return alternative.impossible;
  }
  const broken = alternative.requirements.filter(requirement => !holds(values[requirement[0]]));
  return broken.length > 0 ? broken[0][1] : "";
}

function update() {
  const place = alternativeOf(state.positions);
  const alternative = data.alternatives[place];
  let problem = alternative.impossible || "";
  if (!problem) {
    computeAt(state.positions, state.numbers);
    fill(place);
    problem = problemOf(alternative);
  }
  const said = byId("problem");
  if (said) {
    const mistyped = state.mistyped.filter(text => text);
    said.textContent = (problem ? ["There is no rate here: " + problem] : []).concat(mistyped).join(" ");
    said.hidden = said.textContent === "";
    byId("arguments").value = settings().map(argument => "--set " + quoted(argument)).join(" ");
  }
  document.body.classList.toggle("impossible", problem !== "");
  document.body.classList.toggle("moved", isMoved());
  document.body.classList.toggle("slid", state.numbers.some(number => number));
  document.querySelectorAll(".stale").forEach(element => {
    element.hidden = !isMoved();
  });
}

let frame = 0;
let settling = 0;

function changed() {
  if (!frame) {
    frame = requestAnimationFrame(() => {
      frame = 0;
      update();
    });
  }
  clearTimeout(settling);
  settling = setTimeout(settle, SETTLED);
}

// Once a move has come to rest: verdicts that changed are told, and swings worked out anew.
let told = verdicts();

function verdicts() {
  const found = new Map();
  document.querySelectorAll("#rates [data-u]:not([hidden]) tr:not([hidden])").forEach(row => {
    const verdict = row.querySelector("[data-f=VERDICT],[data-f=DETERMINATION]");
    if (verdict) {
      found.set(row.querySelector("th").textContent, verdict.textContent);
    }
  });
  return found;
}

function settle() {
  const now = verdicts();
  const changes = [...now].filter(([name, verdict]) => told.has(name) && told.get(name) !== verdict);
  if (changes.length > 0) {
    byId("said").textContent = changes.map(([name, verdict]) => name + ": now " + verdict).join(". ") + ".";
  }
  told = now;
  swing();
}

// Each control alone at its ends, with everything else where the reader has it.
function swing() {
  const table = byId("swings");
  if (!table || document.body.classList.contains("impossible")) {
    return;
  }
  const key = data.swings[Number(byId("swing-rate").value)];
  const rateAt = (positions, numbers) => {
    const alternative = data.alternatives[alternativeOf(positions)];
    return alternative.impossible ? NaN : resultsOf(computeAt(positions, numbers))[key];
  };
  const found = [...data.quantities.map((quantity, q) => [quantity.least, quantity.most].map(end => {
    const numbers = state.numbers.map((number, i) => i === q ? end : number);
    return {at: writtenText(quantity, end),
      rate: rateAt(state.positions, numbers)};
  })), ...data.choices.map((choice, c) => choice.positions.map((name, position) => {
    const positions = state.positions.map((at, i) => i === c ? position : at);
    return {at: name, rate: rateAt(positions, state.numbers)};
  }))].map((ends, control) => {
    const possible = ends.filter(end => !Number.isNaN(end.rate));
    const low = possible.reduce((a, b) => b.rate < a.rate ? b : a, possible[0]);
    const high = possible.reduce((a, b) => b.rate >= a.rate ? b : a, possible[0]);
    return {control, low, high, width: low ? high.rate - low.rate : 0};
  });
  computeAt(state.positions, state.numbers);
  const rows = new Map(Array.from(table.querySelectorAll("[data-s]"), row => [Number(row.dataset.s), row]));
  const least = Math.min(...found.filter(one => one.low).map(one => one.low.rate));
  const most = Math.max(...found.filter(one => one.high).map(one => one.high.rate));
  const span = most > least ? most - least : 1;
  found.sort((a, b) => b.width - a.width || a.control - b.control);
  for (const one of found.filter(of => of.low)) {
    const row = rows.get(one.control);
    const cells = row.querySelectorAll("td");
    const rect = row.querySelector("rect");
    cells[0].textContent = one.low.at;
    cells[1].textContent = figureText("SHORT_RATE", one.low.rate);
    rect.setAttribute("x", percentOf((one.low.rate - least) / span));
    rect.setAttribute("width", percentOf(one.width / span));
    cells[3].textContent = figureText("SHORT_RATE", one.high.rate);
    cells[4].textContent = one.high.at;
    row.parentNode.append(row);
  }
}

function setNumber(q, number) {
  const quantity = data.quantities[q];
  const base = data.alternatives[data.base].bases[quantity.inputs[0]];
  const start = quantity.change === "TIMES" ? {unscaled: 1n, scale: 0}
    : quantity.change === "PLUS" ? {unscaled: 0n, scale: 0} : quantity.inputs.length === 1 ? base : null;
  state.mistyped[q] = "";
  state.numbers[q] = number && start && order(number, start) === 0 ? null : number;
  showNumber(q, number || start);
  changed();
}

function showNumber(q, number) {
  const quantity = data.quantities[q];
  const slider = byId("quantity" + q);
  const field = byId("quantity" + q + "-value");
  const text = number ? typedText(quantity, number) : "";
  if (number) {
    slider.value = nearestStep(quantity, number);
  }
  field.value = text;
  field.removeAttribute("aria-invalid");
  slider.setAttribute("aria-valuetext", number ? writtenText(quantity, number) : "as written");
}

function connect() {
  data.choices.forEach((choice, c) => byId("choice" + c).addEventListener("change", event => {
    state.positions[c] = Number(event.target.value);
    changed();
  }));
  data.quantities.forEach((quantity, q) => {
    byId("quantity" + q + "-unit").textContent = quantity.before + quantity.after || quantity.unit;
    setNumber(q, null);
    byId("quantity" + q).addEventListener("input", event => setNumber(q, atStep(quantity, Number(event.target.value))));
    byId("quantity" + q + "-value").addEventListener("change", event => {
      const number = typedNumber(quantity, event.target.value);
      if (event.target.value.trim() === "") {
        setNumber(q, null);
      } else if (number && order(number, quantity.least) >= 0 && order(number, quantity.most) <= 0) {
        setNumber(q, number);
      } else {
        event.target.setAttribute("aria-invalid", "true");
        state.mistyped[q] = "(" + event.target.value + ") cannot be used. Enter a number from "
          + writtenText(quantity, quantity.least) + " to " + writtenText(quantity, quantity.most) + ".";
        changed();
      }
    });
  });
  byId("reset").addEventListener("click", () => {
    state.positions = data.choices.map(choice => choice.base);
    data.choices.forEach((choice, c) => {
      byId("choice" + c).value = choice.base;
    });
    data.quantities.forEach((quantity, q) => setNumber(q, null));
    changed();
  });
  byId("copy").addEventListener("click", () => {
    const text = byId("arguments");
    text.select();
    if (navigator.clipboard) {
      navigator.clipboard.writeText(text.value).catch(() => document.execCommand("copy"));
    } else {
      document.execCommand("copy");
    }
    byId("said").textContent = "Copied.";
  });
  byId("controls").hidden = false;
  byId("unscripted").hidden = true;
}

// Rows that tell how cells came about open from their row.
function openers() {
  document.querySelectorAll("tr.how").forEach(how => {
    const row = how.previousElementSibling;
    const head = row.cells[0];
    const button = document.createElement("button");
    button.type = "button";
    button.className = "opener";
    button.setAttribute("aria-expanded", "false");
    button.setAttribute("aria-label", "How: " + head.textContent);
    button.addEventListener("click", () => {
      how.hidden = !how.hidden;
      how.querySelector("details").open = !how.hidden;
      button.setAttribute("aria-expanded", String(!how.hidden));
    });
    head.prepend(button);
    how.hidden = true;
  });
}

function download(name, type, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], {type}));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function visibleRows(table) {
  return Array.from(table.rows).filter(row => !row.hidden && !row.classList.contains("how"));
}

function visibleCells(row) {
  return Array.from(row.cells).filter(cell => getComputedStyle(cell).display !== "none");
}

// What a file says of itself: flags, and the arguments that give the same where something was moved.
function remarks() {
  const flags = Array.from(document.querySelectorAll("header .flag"), flag => flag.textContent);
  const moved = isMoved() ? ["Moved from the scenario as written: " + settings().map(argument => "--set " + quoted(argument)).join(" ")] : [];
  return flags.concat(moved);
}

function csvOf(table) {
  return remarks().map(remark => "# " + remark + "\r\n").join("") + visibleRows(table).map(row => visibleCells(row)
    .filter(cell => !cell.classList.contains("bar"))
    .flatMap(cell => [/[",\n]/.test(cell.textContent) ? "\"" + cell.textContent.replace(/"/g, "\"\"") + "\"" : cell.textContent]
      .concat(Array(cell.colSpan - 1).fill("")))
    .join(",")).join("\r\n") + "\r\n";
}

function xml(text) {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
}

// The bars of a table as a picture of its own: the name before each bar, and the number at either end.
function svgOf(table) {
  const rows = visibleRows(table).filter(row => row.querySelector("rect"));
  const wide = 7.2 * Math.max(...rows.map(row => row.cells[0].textContent.length));
  const before = rows[0].querySelector("td.bar").cellIndex === 3 ? 80 : 0;
  const left = wide + 20 + before;
  const label = (x, y, anchor, text) =>
    "<text x=\"" + x + "\" y=\"" + y + "\" text-anchor=\"" + anchor + "\">" + xml(text) + "</text>";
  const lines = rows.map((row, i) => {
    const y = 40 + 26 * i;
    const rect = row.querySelector("rect");
    const share = name => parseFloat(rect.getAttribute(name) || "0") * 4;
    const numbers = Array.from(row.querySelectorAll("td.n"), cell => cell.textContent);
    return label(wide, y + 14, "end", row.cells[0].textContent)
      + (before ? label(left - 10, y + 14, "end", numbers[0]) : "")
      + "<rect x=\"" + (left + share("x")) + "\" y=\"" + y + "\" width=\"" + share("width")
      + "\" height=\"18\" fill=\"#0072b2\"/>" + label(left + 410, y + 14, "start", numbers[before ? 1 : 0]);
  });
  const notes = remarks().map((remark, i) => label(0, 62 + 26 * rows.length + 18 * i, "start", remark));
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + (left + 500) + "\" height=\"" + (70 + 26 * rows.length + 18 * notes.length)
    + "\" font-family=\"sans-serif\" font-size=\"13\"><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><text x=\"0\" y=\"20\""
    + " font-weight=\"bold\">" + xml(table.dataset.chart) + "</text>" + lines.join("") + notes.join("") + "</svg>\n";
}

function downloads() {
  const button = (label, after, act) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "download";
    made.textContent = label;
    made.addEventListener("click", act);
    after.append(made);
  };
  const fileName = text => text.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  document.querySelectorAll("table[data-table], table[data-chart]").forEach(table => {
    const line = document.createElement("p");
    line.className = "buttons";
    const name = table.dataset.table || table.dataset.chart;
    button("CSV of " + name, line, () => download(fileName(name) + ".csv", "text/csv", csvOf(table)));
    if (table.dataset.chart) {
      button("SVG of " + name, line, () => download(fileName(name) + ".svg", "image/svg+xml", svgOf(table)));
    }
    table.parentNode.after(line);
  });
  document.querySelectorAll("figure").forEach(figure => {
    const name = figure.dataset.name;
    button("SVG of " + name, figure, () => download(fileName(name) + ".svg", "image/svg+xml",
      figure.querySelector("svg").outerHTML));
  });
}

openers();
downloads();
units.forEach(unit => {
  const known = data.units[unit.number][data.base];
  unit.shown = known < 0 ? [] : data.places[known].map((place, i) => valueAt(unit.places[i], place));
});
if (byId("controls")) {
  connect();
}
if (byId("swing-rate")) {
  byId("swing-rate").disabled = false;
  byId("swing-rate").addEventListener("change", swing);
}
addEventListener("beforeprint", () => document.querySelectorAll("details.line").forEach(line => {
  line.open = true;
}));

// For those who compute on: every result by its address, wherever the controls are.
window.advalorem = Object.freeze({
  results: () => {
    const alternative = data.alternatives[alternativeOf(state.positions)];
    const found = alternative.impossible ? [] : resultsOf(computeAt(state.positions, state.numbers));
    return data.results.map((address, i) => [address, found[i]]);
  },
  settings
});
