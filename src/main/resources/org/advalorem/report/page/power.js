// Powers to the last bit of Java's StrictMath: the published method of fdlibm (K. C. Ng, 1993), by which log2(x) is
// found as the sum of two doubles from a polynomial in (x - c) / (x + c) with c of 1 or 1.5, multiplied by y in
// halves, and raised by a rational function.
const CENTRES = [1, 1.5];
const LOG_HIGH = [0, 0.584962487220764160156];
const LOG_LOW = [0, 1.35003920212974897128e-8];
const LOG_TERMS = [0.599999999999994648725, 0.428571428578550184252, 0.333333329818377432918,
  0.272728123808534006489, 0.230660745775561754067, 0.206975017800338417784];
const EXP_TERMS = [0.166666666666666019037, -0.00277777777770155933842, 6.61375632143793436117e-5,
  -1.65339022054652515390e-6, 4.13813679705723846039e-8];
const LN2 = 0.693147180559945286227;
const LN2_HIGH = 0.693147182464599609375;
const LN2_LOW = -1.90465429995776804525e-9;
const LOG2E_TWO_THIRDS = 0.961796693925975554329;
const LOG2E_HIGH = 0.961796700954437255859;
const LOG2E_LOW = -7.02846165095275826516e-9;
const INVERSE_LN2 = 1.44269504088896338700;
const INVERSE_LN2_HIGH = 1.44269502162933349609;
const INVERSE_LN2_LOW = 1.92596299112661746887e-8;
// log2 of what rounds to infinity, beyond 1024
const OVERFLOW = 8.0085662595372944372e-17;

function highWord(x) {
  bytes.setFloat64(0, x);
  return bytes.getInt32(0);
}

function lowWord(x) {
  bytes.setFloat64(0, x);
  return bytes.getUint32(4);
}

function withHighWord(x, high) {
  bytes.setFloat64(0, x);
  bytes.setInt32(0, high);
  return bytes.getFloat64(0);
}

// The double without its lower word.
function upper(x) {
  bytes.setFloat64(0, x);
  bytes.setInt32(4, 0);
  return bytes.getFloat64(0);
}

function polynomial(terms, x) {
  let sum = terms[terms.length - 1];
  for (let i = terms.length - 2; i >= 0; i--) {
    sum = terms[i] + x * sum;
  }
  return sum;
}

// 0: no integer, 1: odd, 2: even
function parity(y) {
  return y !== Math.floor(y) ? 0 : Math.abs(y) < 9007199254740992 && y % 2 !== 0 ? 1 : 2;
}

// log2 of a positive number near one, for exponents so large that any other base is zero or infinite.
function logNearOne(x) {
  const t = x - 1;
  const w = (t * t) * (0.5 - t * (0.3333333333333333333333 - t * 0.25));
  const u = INVERSE_LN2_HIGH * t;
  const v = t * INVERSE_LN2_LOW - w * INVERSE_LN2;
  const high = upper(u + v);
  return [high, v - (high - u)];
}

function logOf(given) {
  let x = given;
  let n = 0;
  if (highWord(x) < 0x00100000) {
    x *= 9007199254740992;
    n -= 53;
  }
  let word = highWord(x);
  n += (word >> 20) - 0x3ff;
  const fraction = word & 0x000fffff;
  word = fraction | 0x3ff00000;
  let k = 0;
  if (fraction > 0x3988e) {
    if (fraction < 0xbb67a) {
      k = 1;
    } else {
      n += 1;
      word -= 0x00100000;
    }
  }
  x = withHighWord(x, word);
  const above = x - CENTRES[k];
  const inverse = 1 / (x + CENTRES[k]);
  const s = above * inverse;
  const sHigh = upper(s);
  const tHigh = withHighWord(0, ((word >> 1) | 0x20000000) + 0x00080000 + (k << 18));
  const tLow = x - (tHigh - CENTRES[k]);
  const sLow = inverse * ((above - sHigh * tHigh) - sHigh * tLow);
  const square = s * s;
  let rest = square * square * polynomial(LOG_TERMS, square);
  rest += sLow * (sHigh + s);
  const squareHigh = sHigh * sHigh;
  const sumHigh = upper(3 + squareHigh + rest);
  const sumLow = rest - ((sumHigh - 3) - squareHigh);
  const u = sHigh * sumHigh;
  const v = sLow * sumHigh + sumLow * s;
  const pHigh = upper(u + v);
  const pLow = v - (pHigh - u);
  const zHigh = LOG2E_HIGH * pHigh;
  const zLow = LOG2E_LOW * pHigh + pLow * LOG2E_TWO_THIRDS + LOG_LOW[k];
  const high = upper(((zHigh + zLow) + LOG_HIGH[k]) + n);
  return [high, zLow - (((high - n) - LOG_HIGH[k]) - zHigh)];
}

// 2 to the power of the sum of two doubles.
function exponential(high, low, word) {
  let n = 0;
  let whole = high;
  const size = word & 0x7fffffff;
  if (size > 0x3fe00000) {
    const shift = (size >> 20) - 0x3ff;
    n = word + (0x00100000 >> (shift + 1));
    const place = ((n & 0x7fffffff) >> 20) - 0x3ff;
    const t = withHighWord(0, n & ~(0x000fffff >> place));
    n = ((n & 0x000fffff) | 0x00100000) >> (20 - place);
    n = word < 0 ? -n : n;
    whole -= t;
  }
  const t = upper(low + whole);
  const u = t * LN2_HIGH;
  const v = (low - (t - whole)) * LN2 + t * LN2_LOW;
  const z = u + v;
  const w = v - (z - u);
  const square = z * z;
  const even = z - square * polynomial(EXP_TERMS, square);
  const r = (z * even) / (even - 2) - (w + z * w);
  const result = 1 - (r - z);
  const scaled = highWord(result) + (n << 20);
  if ((scaled >> 20) <= 0) {
    // below the least normal number: one rounding, after an exact step
    return result * twoTo(-1000) * twoTo(n + 1000);
  }
  return withHighWord(result, scaled);
}

// A power of two that is a normal number.
function twoTo(n) {
  return withHighWord(0, (n + 1023) << 20);
}

function power(x, y) {
  if (y === 0) {
    return 1;
  }
  if (Number.isNaN(x) || Number.isNaN(y)) {
    return x + y;
  }
  const size = Math.abs(x);
  const exponent = Math.abs(y);
  if (y === 2) {
    return x * x;
  }
  if (y === 0.5 && x >= -Number.MAX_VALUE) {
    return Math.sqrt(x + 0);
  }
  if (exponent === 1) {
    return y === 1 ? x : 1 / x;
  }
  if (exponent === Infinity) {
    return size === 1 ? NaN : size > 1 ? (y > 0 ? y : 0) : (y < 0 ? -y : 0);
  }
  const kind = isNegative(x) ? parity(y) : 0;
  if (size === 0 || size === Infinity || size === 1) {
    const z = y < 0 ? 1 / size : size;
    if (!isNegative(x)) {
      return z;
    }
    return size === 1 && kind === 0 ? NaN : kind === 1 ? -z : z;
  }
  if (x < 0 && kind === 0) {
    return NaN;
  }
  const sign = x < 0 && kind === 1 ? -1 : 1;
  let log;
  if (exponent > 2147483648.000000477) {
    if (size < 0.99999952316284179688) {
      return y < 0 ? sign * Infinity : sign * 0;
    }
    if (size > 1.0000009536743161842) {
      return y > 0 ? sign * Infinity : sign * 0;
    }
    log = logNearOne(size);
  } else {
    log = logOf(size);
  }
  const yHigh = upper(y);
  const low = (y - yHigh) * log[0] + y * log[1];
  const high = yHigh * log[0];
  const z = low + high;
  const word = highWord(z);
  const rest = lowWord(z);
  if (word >= 0x40900000) {
    if (word > 0x40900000 || rest !== 0 || low + OVERFLOW > z - high) {
      return sign * Infinity;
    }
  } else if ((word & 0x7fffffff) >= 0x4090cc00) {
    if ((word & 0x7fffffff) > 0x4090cc00 || rest !== 0 || low <= z - high) {
      return sign * 0;
    }
  }
  return sign * exponential(high, low, word);
}
