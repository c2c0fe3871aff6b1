import assert from "node:assert/strict";
import { statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { createContext, runInContext } from "node:vm";

import { PACKAGE } from "./run.mjs";

const require = createRequire(join(PACKAGE, "api.js"));
const { line, metricLine } = require("./data.js");

const format = (v) => line({ v }, "format").slice(7, -3);

/** Stand-ins for values of libraries, by what they have in common. */
class Long {
  constructor(value) {
    [this.high, this.low] = [Number(value >> 32n), Number(value & 0xffffffffn)];
  }
  toBigInt() {
    return (BigInt(this.high) << 32n) | BigInt(this.low);
  }
}
class Decimal {
  constructor(text) {
    this.text = text;
  }
  toNumber = () => Number(this.text);
  toString = () => this.text;
  toJSON = () => this.text;
}
class Moment {
  constructor(time) {
    this.time = time;
  }
  isValid = () => !Number.isNaN(this.time);
  toJSON = () => (this.isValid() ? new Date(this.time).toJSON() : null);
}
class DateTime {
  isValid = false;
  toJSON = () => null;
}
class ObservableMap {
  #members = new Map([["a", 1n]]);
  get [Symbol.toStringTag]() {
    return "Map";
  }
  entries() {
    return this.#members.entries();
  }
  toJSON() {
    return Array.from(this.#members);
  }
}
class TruncatingDecimal {
  constructor(text) {
    this.text = text;
  }
  toString() {
    return this.text;
  }
  toBigInt() {
    return BigInt(Math.trunc(Number(this.text)));
  }
}
class RoundedInteger {
  toString() {
    return "9007199254740993";
  }
  toJSON() {
    return 9007199254740992;
  }
}
class DigitList extends Array {
  toString() {
    return "5";
  }
}
class Interval {
  start = 1;
  toString() {
    return "[1, 2)";
  }
}
class Private {
  #value = 1;
  get value() {
    return this.#value;
  }
}
class Version extends Private {
  toString() {
    return "1.2.3";
  }
}
class Table {
  schema = [];
  *[Symbol.iterator]() {}
}
class Tensor {
  shape = [2];
  arraySync() {
    return [1, 2];
  }
}

/** Bind methods to the target, as Vue's reactive objects do. */
const bound = (target) =>
  new Proxy(target, {
    get(object, key) {
      const value = Reflect.get(object, key);
      return typeof value === "function" ? value.bind(object) : value;
    },
  });

const context = createContext();
const elsewhere = (source) => runInContext(source, context);

for (const [about, value, json] of [
  ["a 64-bit integer of a library", new Long(9007199254740993n), "9007199254740993"],
  ["a 64-bit integer whose toJSON rounds", new RoundedInteger(), "9007199254740993"],
  ["an integer of a library that has decimals", new TruncatingDecimal("5"), "5"],
  ["an instance of a subclass of Array", new (class Rows extends Array {})(1, 2), "[1,2]"],
  ["a decimal", new Decimal("1.10"), '"1.10"'],
  ["a valid date of a library", new Moment(0), '"1970-01-01T00:00:00.000Z"'],
  ["a Map of a library", new ObservableMap(), '{"a":1}'],
  ["a Proxy of a Map", bound(new Map([["a", 1]])), '{"a":1}'],
  ["a Proxy of a Set", bound(new Set([1, "b"])), '[1,"b"]'],
  ["a Proxy of a typed array", new Proxy(new Uint8Array([1, 2]), {}), "[1,2]"],
  ["a Proxy of an object and an array", new Proxy({ a: new Proxy([1, 2n], {}) }, {}), '{"a":[1,2]}'],
  ["an object of another realm", elsewhere("({ a: [1, new Map([['b', new Set([2])]])] })"), '{"a":[1,{"b":[2]}]}'],
  [
    "an object that inherits a getter",
    Object.create({
      get a() {
        throw new Error("was run");
      },
    }),
    "{}",
  ],
  [
    "a getter that returns something else when asked again",
    {
      get a() {
        return (this.count = (this.count ?? 0) + 1) > 1 ? NaN : 1;
      },
    },
    '{"a":1}',
  ],
  ["a key named __proto__ that holds an object", JSON.parse('[{"__proto__":{"a":1}}]'), '[{"__proto__":{"a":1}}]'],
  ["an instance of a class of another realm", elsewhere("new (class Row { id = 1 })()"), '{"id":1}'],
]) {
  test(`${about} arrives`, () => {
    assert.equal(format(value), json);
  });
}

const expected = "expected a JSON value, got";

for (const [about, value, message] of [
  ["a decimal that is no number", new Decimal("NaN"), "NaN is not a JSON number"],
  ["a decimal without an end", new Decimal("-Infinity"), "-Infinity is not a JSON number"],
  ["an invalid date with isValid()", new Moment(NaN), "Invalid Moment is not a JSON value"],
  ["an invalid date with isValid", new DateTime(), "Invalid DateTime is not a JSON value"],
  ["an instance without a member of its own", new Private(), `${expected} Private: give it a toJSON()`],
  ["an instance without a member but with a text", new Version(), `${expected} Version: pass String() of it`],
  ["a value that its text tells", new Interval(), `${expected} Interval: pass String() of it`],
  [
    "a decimal whose toBigInt cuts",
    new TruncatingDecimal("1.10"),
    `${expected} TruncatingDecimal: pass String() of it`,
  ],
  ["an integer kept in an array of its digits", new DigitList(5), `${expected} DigitList: pass String() of it`],
  ["a collection", new Table(), `${expected} Table: pass Array.from() of it`],
  ["a tensor", new Tensor(), `${expected} Tensor: pass arraySync() of it`],
  ["a Blob", new Blob(["x"]), `${expected} Blob: pass await text() of it`],
  ["a WeakRef", new WeakRef({}), `${expected} WeakRef: pass deref() of it`],
  ["an async generator", (async function* () {})(), `${expected} object: pass an array of what it yields`],
  [
    "a revoked Proxy",
    (() => {
      const { proxy, revoke } = Proxy.revocable({}, {});
      revoke();
      return proxy;
    })(),
    /revoked/,
  ],
  [
    "a Set that holds itself",
    (() => {
      const set = new Set();
      return set.add(set);
    })(),
    /^format\["v"\]\[0\]: circular reference$/,
  ],
]) {
  test(`${about} is refused`, () => {
    assert.throws(() => format(value), { message: message instanceof RegExp ? message : `format["v"]: ${message}` });
  });
}

test("a library's Map can be the outputs and the tags", () => {
  assert.equal(line(new ObservableMap(), "format"), '::{"a":1}::');
  assert.match(metricLine("counter", "rows", 1, new ObservableMap()), /"tags":\{"a":"1"\}/);
});

test("the times of a file are its own members", () => {
  const stat = statSync(PACKAGE);

  assert.deepEqual(Object.keys(JSON.parse(format(stat))), Object.keys(stat));
});

for (const [about, value, json] of [
  ["a decimal", new Decimal("1.10"), "1.1"],
  ["a decimal whose toBigInt cuts", new TruncatingDecimal("1.10"), "1.1"],
  ["a decimal with more digits than a double", new Decimal("12345678901234567890"), "12345678901234567890"],
  ["a number whose JSON is in another base", Object.assign(new Decimal("16"), { toJSON: () => "10" }), "16"],
  ["a 64-bit integer of a library", new Long(9007199254740993n), "9007199254740993"],
  ["an object whose text is a number", Object.assign(new Version(), { toString: () => "1.5" }), "1.5"],
  ["the text of a large integer", "9007199254740993", "9007199254740993"],
  ["the text of a large negative integer", "-9007199254740993", "-9007199254740993"],
]) {
  test(`${about} is the value of a gauge`, () => {
    assert.match(metricLine("gauge", "g", value), new RegExp(`"value":${json.replace(".", "\\.")},`));
  });
}

for (const [about, value, message] of [
  ["a decimal that is no number", new Decimal("NaN"), "NaN is not a JSON number"],
  ["a date of a library", new Moment(0), "expected a number, got Moment"],
  ["a Buffer with digits", Buffer.from("5"), "expected a number, got Buffer"],
  ["a duration", { asSeconds: () => 1 }, "expected a number, got Object"],
]) {
  test(`${about} is not the value of a gauge`, () => {
    assert.throws(() => metricLine("gauge", "g", value), { message: `gauge "g": value: ${message}` });
  });
}

for (const [library, duration] of [
  ["Temporal", { total: (unit) => ({ seconds: 1.5 })[unit] }],
  ["luxon", { as: (unit) => ({ seconds: 1.5 })[unit], toJSON: () => "PT1.5S" }],
  ["moment", { asSeconds: () => 1.5, as: () => 0, toJSON: () => "PT1.5S" }],
  ["js-joda", { toNanos: () => 1.5e9 }],
]) {
  test(`a timer takes a duration of ${library}`, () => {
    assert.match(metricLine("timer", "t", duration), /"value":1.5,/);
  });
}

test("JSON.rawJSON keeps its digits within Kestra's limits", { skip: !JSON.rawJSON && "Node 22 has it" }, () => {
  assert.equal(format({ a: JSON.rawJSON("1.10"), b: JSON.rawJSON('"x"') }), '{"a":1.10,"b":"x"}');
  assert.match(
    metricLine("gauge", "g", JSON.rawJSON("5"), { a: JSON.rawJSON("1.10") }),
    /"value":5,"tags":\{"a":"1.10"\}/,
  );
  for (const [text, message] of [
    ["1".repeat(1_001), "expected a number of at most 1000 digits"],
    [`0.${"1".repeat(1_000)}`, "expected a number of at most 1000 digits"],
    ["1e400", "expected a number in the range of a double"],
    ['"\\u0000"', "expected a string without U+0000, the six characters \\u0000 and lone surrogates"],
  ]) {
    assert.throws(() => format([JSON.rawJSON(text)]), { message: `format["v"][0]: ${message}` });
  }
});
