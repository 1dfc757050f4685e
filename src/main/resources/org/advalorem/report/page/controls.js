// What the reader moves. Numbers are decimals until the last step, as the program reads those of --set.
function plus(a, b) {
  const scale = Math.max(a.scale, b.scale);
  return {unscaled: scaledTo(a, scale) + scaledTo(b, scale), scale};
}

function times(a, b) {
  return {unscaled: a.unscaled * b.unscaled, scale: a.scale + b.scale};
}

function scaledTo(decimal, scale) {
  return decimal.unscaled * 10n ** BigInt(scale - decimal.scale);
}

function order(a, b) {
  const scale = Math.max(a.scale, b.scale);
  const difference = scaledTo(a, scale) - scaledTo(b, scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

// The number of a slider's place.
function atStep(quantity, place) {
  const number = plus(quantity.least, times(quantity.step, {unscaled: BigInt(place), scale: 0}));
  return order(number, quantity.most) > 0 ? quantity.most : number;
}

// The place of a slider nearest to a number.
function nearestStep(quantity, number) {
  const from = doubleOf(number) - doubleOf(quantity.least);
  return Math.max(0, Math.round(from / doubleOf(quantity.step)));
}

// A number as it is typed: in percent where the scenario has it so.
function typedText(quantity, number) {
  return shortest(quantity.percent ? {unscaled: number.unscaled, scale: number.scale - 2} : number);
}

function typedNumber(quantity, text) {
  const bare = text.replace(/%\s*$/, "");
  const percent = quantity.percent;
  if (bare !== text && !percent) {
    return null;
  }
  const number = typedDecimal(bare);
  return number && percent ? {unscaled: number.unscaled, scale: number.scale + 2} : number;
}

function writtenText(quantity, number) {
  return quantity.before + typedText(quantity, number) + quantity.after;
}

// As after --set ADDRESS=.
function setting(quantity, number) {
  return quantity.address + "=" + writtenText(quantity, number);
}

function quoted(argument) {
  return "'" + argument.replace(/'/g, "'\\''") + "'";
}

// The double that an input becomes; base is the decimal that it was read as.
function moved(quantity, number, base) {
  switch (quantity.change) {
    case "TIMES": return quantity.reading === "TABLE" ? doubleOf(base) * doubleOf(number) : read(quantity, times(base, number));
    case "PLUS": return quantity.reading === "TABLE" ? doubleOf(base) + doubleOf(number) : read(quantity, plus(base, number));
    default: return read(quantity, number);
  }
}

// The cell of a table has fifteen digits; any other number all that are written.
function read(quantity, number) {
  return quantity.reading === "CELL" ? doubleOf(nearest(doubleOf(number), 15, halfUp)) : doubleOf(number);
}
