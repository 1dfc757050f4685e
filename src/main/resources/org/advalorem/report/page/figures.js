// Numbers as the program prints them, from the decimal of 15 digits that a double represents.
function grouped(text) {
  const point = text.indexOf(".");
  const whole = point < 0 ? text : text.slice(0, point);
  return whole.replace(/\B(?=(\d{3})+$)/g, ",") + (point < 0 ? "" : text.slice(point));
}

function fixed(decimal, places) {
  const unscaled = withPlaces(decimal, places);
  return (unscaled < 0n ? "-" : "") + grouped(plainText(unscaled, places));
}

function inPercent(decimal) {
  return {unscaled: decimal.unscaled, scale: decimal.scale - 2};
}

// All digits, without zeros at the end.
function shortest(decimal) {
  const text = decimal.scale <= 0 ? plainText(withPlaces(decimal, 0), 0) : plainText(decimal.unscaled, decimal.scale);
  return (decimal.unscaled < 0n ? "-" : "") + (text.includes(".") ? text.replace(/\.?0+$/, "") : text);
}

function quantity(decimal) {
  const six = {unscaled: withPlaces(decimal, 6), scale: 6};
  if (six.unscaled === 0n && decimal.unscaled !== 0n) {
    return shortest(decimal);
  }
  const text = shortest(six);
  return text.startsWith("-") ? "-" + grouped(text.slice(1)) : grouped(text);
}

const FIGURES = {
  MONEY: d => fixed(d, 2),
  PUBLISHED: d => fixed(inPercent(d), 2) + "%",
  RATE: d => fixed(inPercent(d), 6) + "%",
  SHORT_RATE: d => fixed(inPercent(d), 4) + "%",
  POINTS: d => fixed(inPercent(d), 4) + " pp",
  SHARE: d => fixed(inPercent(d), 2) + "%",
  EXACT_RATE: d => shortest(inPercent(d)) + "%",
  QUANTITY: quantity,
  PLAIN: shortest,
  COUNT: d => fixed(d, 0),
  TRUTH: d => d.unscaled === 0n ? "no" : "yes",
  TEXT: shortest,
  VERDICT: d => d.unscaled === 0n ? "not de minimis" : "de minimis",
  DETERMINATION: d => d.unscaled === 0n ? "affirmative" : "negative"
};

function figureText(figure, value) {
  return Number.isFinite(value) ? FIGURES[figure](decimalOf(value)) : "n/a";
}

// The difference of two values: as many digits as it takes to show that there is one.
function differenceText(figure, value, base) {
  if (Object.is(value, base) || value === base) {
    return "";
  }
  if (!Number.isFinite(value - base)) {
    return "n/a";
  }
  const rate = ["PUBLISHED", "RATE", "SHORT_RATE", "SHARE"].includes(figure);
  const decimal = rate ? inPercent(decimalOf(value - base)) : decimalOf(value - base);
  const least = figure === "PUBLISHED" || figure === "MONEY" ? 2 : 4;
  let text = plainText(withPlaces(decimal, least), least);
  if (/^[0.]*$/.test(text)) {
    const digits = sizeOf(decimal.unscaled).toString();
    text = decimal.scale <= 0 ? digits : shortest(nearestDigits(decimal, 2));
  }
  return (decimal.unscaled < 0n ? "\u2212" : "+") + grouped(text.replace(/^-/, "")) + (rate ? " pp" : "");
}

// A decimal cut to so many significant digits.
function nearestDigits(decimal, digits) {
  const drop = sizeOf(decimal.unscaled).toString().length - digits;
  return drop <= 0
    ? decimal
    : {unscaled: divided(sizeOf(decimal.unscaled), drop, halfUp), scale: decimal.scale - drop};
}

// A decimal as typed, exactly: unscaled / 10^scale; nothing if it is no number.
function typedDecimal(text) {
  const match = /^\s*([-+\u2212]?)(\d[\d,_ ]*|)(?:\.(\d+))?\s*$/.exec(text);
  if (!match || (!match[2] && !match[3])) {
    return null;
  }
  const places = (match[3] || "").length;
  const size = BigInt((match[2] || "0").replace(/[,_ ]/g, "") + (match[3] || ""));
  return {unscaled: match[1] && match[1] !== "+" ? -size : size, scale: places};
}

// The double nearest to a decimal.
function doubleOf(decimal) {
  const text = decimal.scale <= 0
    ? plainText(withPlaces(decimal, 0), 0)
    : plainText(decimal.unscaled, decimal.scale);
  return Number((decimal.unscaled < 0n ? "-" : "") + text);
}
