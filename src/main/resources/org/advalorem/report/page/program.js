// The calculation: steps, operands first, gone through in order with the arithmetic of the program that made this page.
const OPERATIONS = ["INPUT", "LITERAL", "SUM", "DIFFERENCE", "PRODUCT", "QUOTIENT", "POWER", "POSITIVE_PART", "LARGER",
  "SMALLER", "LESS", "AT_MOST", "BOTH", "EITHER", "NOT", "CHOOSE", "ROUND", "RECORD_SUM_ZEROED", "RECORD_SUM_NETTED",
  "RECORDS_BELOW", "RECORD_QUANTITY"];
const OP = Object.fromEntries(OPERATIONS.map((name, code) => [name, code]));
// terms added left to right before pairing begins
const GROUP = 8;

// The one order of summation: groups of eight from left to right, then group sums in pairs.
function summed(numbers, count) {
  let groups = 0;
  for (let start = 0; start < count; start += GROUP) {
    const end = Math.min(start + GROUP, count);
    let sum = numbers[start];
    for (let i = start + 1; i < end; i++) {
      sum += numbers[i];
    }
    numbers[groups++] = sum;
  }
  while (groups > 1) {
    let half = 0;
    for (let i = 0; i + 1 < groups; i += 2) {
      numbers[half++] = numbers[i] + numbers[i + 1];
    }
    if (groups % 2 === 1) {
      numbers[half++] = numbers[groups - 1];
    }
    groups = half;
  }
  return count === 0 ? 0 : numbers[0];
}

// The last knot at or below a price; -1 below all.
function knotAtOrBelow(table, x) {
  let low = -1;
  let high = table.prices.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (table.prices[middle] <= x) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}

function zeroedSum(table, x) {
  const k = knotAtOrBelow(table, x);
  return Number.isNaN(x) ? x : k < 0 ? 0 : table.values[k] + table.slopes[k] * (x - table.prices[k]);
}

function nettedSum(table, x) {
  return table.nettedAtAverage + table.quantity * (x - table.averagePrice);
}

function rowsBelow(table, x) {
  let k = knotAtOrBelow(table, x);
  if (k >= 0 && table.prices[k] === x) {
    k--;
  }
  return k < 0 ? 0 : table.rows[k];
}

function recordedPrice(x, scale, shift) {
  return scale > 0 ? (x - shift) / scale : NaN;
}

const holds = truth => truth === 1;
const truth = held => held ? 1 : 0;
const isNumber = (a, b) => !Number.isNaN(a) && !Number.isNaN(b);

// Fills the value of every step; those of inputs are given. Steps are [operation, operands..., detail].
function compute(steps, tables, values) {
  const scratch = [];
  for (let i = 0; i < steps.length; i++) {
    const s = steps[i];
    const a = values[s[1]];
    const b = values[s[2]];
    switch (s[0]) {
      case OP.INPUT: case OP.LITERAL: break;
      case OP.SUM:
        for (let k = 1; k < s.length; k++) {
          scratch[k - 1] = values[s[k]];
        }
        values[i] = summed(scratch, s.length - 1);
        break;
      case OP.DIFFERENCE: values[i] = a - b; break;
      case OP.PRODUCT: values[i] = a * b; break;
      case OP.QUOTIENT: values[i] = a / b; break;
      case OP.POWER: values[i] = power(a, b); break;
      case OP.POSITIVE_PART: values[i] = Math.max(0, a); break;
      case OP.LARGER: values[i] = Math.max(a, b); break;
      case OP.SMALLER: values[i] = Math.min(a, b); break;
      case OP.LESS: values[i] = truth(isNumber(a, b) && compared(a, b) < 0); break;
      case OP.AT_MOST: values[i] = truth(isNumber(a, b) && compared(a, b) <= 0); break;
      case OP.BOTH: values[i] = truth(holds(a) && holds(b)); break;
      case OP.EITHER: values[i] = truth(holds(a) || holds(b)); break;
      case OP.NOT: values[i] = truth(!holds(a)); break;
      case OP.CHOOSE: values[i] = holds(a) ? b : values[s[3]]; break;
      case OP.ROUND: values[i] = rounded(a, s[2]); break;
      case OP.RECORD_SUM_ZEROED:
        values[i] = values[s[4]] * b * zeroedSum(tables[s[5]], recordedPrice(a, b, values[s[3]]));
        break;
      case OP.RECORD_SUM_NETTED:
        values[i] = values[s[4]] * b * nettedSum(tables[s[5]], recordedPrice(a, b, values[s[3]]));
        break;
      case OP.RECORDS_BELOW: values[i] = rowsBelow(tables[s[4]], recordedPrice(a, b, values[s[3]])); break;
      case OP.RECORD_QUANTITY: values[i] = a * tables[s[2]].quantity; break;
    }
  }
}
