// Legal decimals: a double as the decimal that it represents, compared in 13 digits and rounded half-up.
// Every path gives the bits of the program that made this page; only what is close to a boundary needs big integers.
const TENS = Array.from({length: 23}, (_, places) => Number("1e" + places));
const CLOSE = 2e-12;
const FIFTEEN_DIGITS = 1e15;
const bytes = new DataView(new ArrayBuffer(8));

function isNegative(x) {
  return x < 0 || Object.is(x, -0);
}

function withSign(size, of) {
  return isNegative(of) ? -size : size;
}

function sizeOf(number) {
  return number < 0n ? -number : number;
}

// A double exactly, as unscaled / 10^scale.
function exactly(x) {
  bytes.setFloat64(0, x);
  const high = bytes.getUint32(0);
  const exponentBits = (high >>> 20) & 0x7ff;
  let mantissa = (BigInt(high & 0xfffff) << 32n) | BigInt(bytes.getUint32(4));
  let exponent = exponentBits === 0 ? -1074 : exponentBits - 1075;
  if (exponentBits !== 0) {
    mantissa |= 1n << 52n;
  }
  if (mantissa === 0n) {
    return {unscaled: 0n, scale: 0};
  }
  while ((mantissa & 1n) === 0n) {
    mantissa >>= 1n;
    exponent++;
  }
  const unscaled = exponent >= 0 ? mantissa << BigInt(exponent) : mantissa * 5n ** BigInt(-exponent);
  return {unscaled: high >>> 31 ? -unscaled : unscaled, scale: exponent >= 0 ? 0 : -exponent};
}

// A size divided by a power of ten; up: whether a remainder of half (tie) goes up.
function divided(size, places, tieUp) {
  const divisor = 10n ** BigInt(places);
  const quotient = size / divisor;
  const rest = 2n * (size - quotient * divisor);
  const up = rest > divisor || (rest === divisor && tieUp(quotient));
  return up ? quotient + 1n : quotient;
}

const toEven = quotient => (quotient & 1n) === 1n;
const halfUp = () => true;

// The decimal of that many significant digits nearest to a double, half-even unless ties go elsewhere.
function nearest(x, digits, tieUp = toEven) {
  let {unscaled, scale} = exactly(x);
  const negative = unscaled < 0n;
  let size = sizeOf(unscaled);
  for (let drop = size.toString().length - digits; drop > 0; drop = size.toString().length - digits) {
    size = divided(size, drop, tieUp);
    scale -= drop;
  }
  return {unscaled: negative ? -size : size, scale};
}

function upperHalf(a) {
  const scaled = a * 134217729;
  return scaled - (scaled - a);
}

function productError(a, b, product) {
  const highA = upperHalf(a);
  const highB = upperHalf(b);
  const lowA = a - highA;
  const lowB = b - highB;
  return ((highA * highB - product) + highA * lowB + lowA * highB) + lowA * lowB;
}

function wholeNearest(x) {
  const down = Math.floor(x);
  const rest = x - down;
  return rest < 0.5 ? down : rest > 0.5 ? down + 1 : down % 2 === 0 ? down : down + 1;
}

// The decimal of 15 significant digits nearest to a double, half-even.
function decimalOf(x) {
  const size = Math.abs(x);
  if (size < FIFTEEN_DIGITS && x === Math.floor(x)) {
    return {unscaled: BigInt(x), scale: 0};
  }
  if (size < FIFTEEN_DIGITS && size >= 1e-7) {
    let places = 14;
    while (size >= TENS[15 - places]) {
      places--;
    }
    while (size * TENS[places] < FIFTEEN_DIGITS / 10) {
      places++;
    }
    const power = TENS[places];
    const scaled = size * power;
    const whole = wholeNearest(scaled);
    const rest = (scaled - whole) + productError(size, power, scaled);
    if (rest !== 0 && Math.abs(Math.abs(rest) - 0.5) > 1e-6
        && whole >= FIFTEEN_DIGITS / 10 + 1 && whole <= FIFTEEN_DIGITS - 2) {
      const found = Math.abs(rest) < 0.5 ? whole : whole + Math.sign(rest);
      return {unscaled: BigInt(withSign(found, x)), scale: places};
    }
  }
  return nearest(x, 15);
}

// A decimal with that many places, half-up.
function withPlaces(decimal, places) {
  if (decimal.scale <= places) {
    return decimal.unscaled * 10n ** BigInt(places - decimal.scale);
  }
  const size = divided(sizeOf(decimal.unscaled), decimal.scale - places, halfUp);
  return decimal.unscaled < 0n ? -size : size;
}

// Digits with a point; the sign is left to the caller.
function plainText(unscaled, places) {
  const digits = sizeOf(unscaled).toString().padStart(places + 1, "0");
  const point = digits.length - places;
  return places > 0 ? digits.slice(0, point) + "." + digits.slice(point) : digits;
}

// Below zero, zero or above it as a is below, equal to or above b in 13 digits.
function compared(a, b) {
  if (a === b) {
    return 0;
  }
  const size = Math.max(Math.abs(a), Math.abs(b));
  if (Math.abs(a - b) > CLOSE * size || !Number.isFinite(a) || !Number.isFinite(b)) {
    return a < b ? -1 : 1;
  }
  const one = nearest(a, 13);
  const other = nearest(b, 13);
  const places = Math.max(one.scale, other.scale, 0);
  const difference = withPlaces(one, places) - withPlaces(other, places);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

// A number rounded half-up to a number of decimal places.
function rounded(x, places) {
  const power = TENS[places];
  const scaled = Math.abs(x) * power;
  if (scaled < 1e9) {
    const rest = scaled - Math.floor(scaled);
    if (Math.abs(rest - 0.5) > 1e-4) {
      return withSign(Math.floor(scaled + 0.5) / power, x);
    }
  }
  if (!Number.isFinite(x)) {
    return x;
  }
  const legal = nearest(x, 13);
  const exact = legal.scale > places ? legal : decimalOf(x);
  return withSign(Number(plainText(withPlaces(exact, places), places)), x);
}
