import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";

import { PACKAGE, logOf, stdoutOf } from "./run.mjs";

const require = createRequire(join(PACKAGE, "api.js"));
const { encodeChecked, encodeFast, jsonText } = require("./json.js");
const { jsonString } = require("./strings.js");
const { line, outputsLine } = require("./data.js");
const { levelName, logEntries, logsLine, sanitize, splitMessage } = require("./wire.js");
const SHORT = { "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\" };
const escaped = (unit) => `\\u${unit.toString(16).padStart(4, "0")}`;

/** Return the text of a line's one log. */
const logged = (...message) => logsLine([["INFO", message]]);

test("every UTF-16 unit is escaped as the specification says", () => {
  for (let unit = 0; unit <= 0xffff; unit++) {
    const text = String.fromCharCode(unit);
    const expected = SHORT[text] ?? (unit >= 0x20 && unit <= 0x7e ? text : escaped(unit));

    assert.equal(jsonString(`a${text}b`), `"a${expected}b"`);
  }
});

test("a character above the BMP is a pair of escapes", () => {
  assert.equal(jsonString("🚀"), '"\\ud83d\\ude80"');
});

test("text is quoted in the same way on both sides of the escape's chunks", () => {
  for (const length of [32_765, 32_766, 32_767, 32_768, 32_769, 65_536, 100_000]) {
    const text = "a".repeat(length) + "é🚀\u007f" + "z".repeat(length);

    assert.equal(jsonString(text), `"${"a".repeat(length)}\\u00e9\\ud83d\\ude80\\u007f${"z".repeat(length)}"`);
  }
});

test("JSON is escaped in the same way at each distance of characters outside ASCII", () => {
  for (const special of ["é", "\u007f", "🚀", "\uffff", "\u0080\uffff"]) {
    for (let before = 0; before < 6; before++) {
      for (let after = 0; after < 6; after++) {
        const list = [`${"b".repeat(before)}${special}${"a".repeat(after)}${special}`];

        assert.equal(encodeFast(list), encodeChecked(list, "list"));
      }
    }
  }
});

test("ASCII is quoted in the same way before and behind the first MB of it", () => {
  const text = Array.from({ length: 128 }, (_, unit) => String.fromCharCode(unit))
    .join("")
    .repeat(64);
  const first = jsonString(text);
  for (let count = 0; count < 256; count++) assert.equal(jsonString(text), first);

  assert.equal(first, JSON.stringify(text).replaceAll("\u007f", "\\u007f"));
});

test("every control character except U+0000 arrives unchanged", async () => {
  const controls = Array.from({ length: 0x20 }, (_, unit) => String.fromCharCode(unit)).join("") + "\u007f";
  const json = `"\\ufffd${[...controls.slice(1)].map((text) => SHORT[text] ?? escaped(text.charCodeAt(0))).join("")}"`;

  assert.equal(await stdoutOf(`Kestra.log("INFO", ${JSON.stringify(controls)})`), logOf("INFO", json));
});

test("a message cannot forge a line", async () => {
  const forged = '"}]}::\n::{"logs":[{"level":"ERROR","message":"forged\u2028\u2029\u0085\r';

  assert.equal(
    await stdoutOf(`Kestra.log("INFO", ${JSON.stringify(forged)})`),
    logOf(
      "INFO",
      '"\\"}]}::\\n::\\u007b\\"logs\\":[{\\"level\\":\\"ERROR\\",\\"message\\":\\"forged\\u2028\\u2029\\u0085\\r"',
    ),
  );
});

for (const [text, expected] of [
  ["a\0b", "a\ufffdb"],
  ["\ud83d", "\ufffd"],
  ["\ude80\ud83d", "\ufffd\ufffd"],
  ["\ud83d\ude80", "\ud83d\ude80"],
  ["\ud83d\ud83d\ude80", "\ufffd\ud83d\ude80"],
  ["\\u0000", "\ufffd"],
  ["\\\\u0000", "\\\ufffd"],
  ["\\u0000\\u0000", "\ufffd\ufffd"],
  ["\\u00000", "\ufffd0"],
  ["\\u\x0000", "\\u\ufffd00"],
  ["\\U0000 \\u000 u0000 \\u0001", "\\U0000 \\u000 u0000 \\u0001"],
]) {
  test(`${JSON.stringify(text)} is stored as ${JSON.stringify(expected)}`, () => {
    assert.equal(sanitize(text), expected);
  });
}

test("a message is cut where Kestra would cut it", () => {
  const full = "x".repeat(15_360);

  assert.deepEqual(splitMessage(""), [""]);
  assert.deepEqual(splitMessage(full), [full]);
  assert.deepEqual(splitMessage(`${full}y`), [full, "y"]);
  assert.deepEqual(splitMessage(`${full}${full}y`), [full, full, "y"]);
});

test("a message is never cut inside a surrogate pair", () => {
  const almost = "x".repeat(15_359);

  assert.deepEqual(splitMessage(`${almost}🚀`), [almost, "🚀"]);
  assert.deepEqual(splitMessage(`${almost.slice(1)}🚀`), [`${almost.slice(1)}🚀`]);
  assert.deepEqual(splitMessage(`${almost.slice(1)}🚀🚀`), [`${almost.slice(1)}🚀`, "🚀"]);
  assert.deepEqual(splitMessage(`${almost}${"🚀".repeat(7_681)}`), [almost, "🚀".repeat(7_680), "🚀"]);
});

test("a message is measured after characters that cannot be stored are replaced", () => {
  assert.equal(
    logged("\\u0000".repeat(15_360)),
    `::{"logs":[{"level":"INFO","message":"${"\\ufffd".repeat(15_360)}"}]}::`,
  );
});

test("the pieces of a message take its position", () => {
  const full = "x".repeat(15_360);

  assert.equal(
    logsLine(
      logEntries(
        [
          { level: "INFO", message: "a" },
          { level: "WARN", message: `${full}y` },
          { level: "INFO", message: "b" },
        ],
        "logs",
      ),
    ),
    `::{"logs":[{"level":"INFO","message":"a"},{"level":"WARN","message":"${full}"},{"level":"WARN","message":"y"},{"level":"INFO","message":"b"}]}::`,
  );
});

test("a level's name is matched over ASCII only", () => {
  for (const name of ["\u0131nfo", "\u0130NFO", "cr\u0131t\u0131cal", "fat\u0430l", "\uff49nfo"]) {
    assert.throws(() => levelName(name, "level"), RangeError);
  }
});

const format = (value) => line(value, "format");

for (const [about, value, json] of [
  [
    "integers keep all their digits",
    { a: 2 ** 53, b: 10n ** 30n, c: -(10n ** 999n), d: 1e20 },
    `{"a":9007199254740992,"b":1${"0".repeat(30)},"c":-1${"0".repeat(999)},"d":100000000000000000000}`,
  ],
  [
    "fractions are the shortest that round-trip",
    { a: 0.1 + 0.2, b: 1e-7, c: 0.00001, d: 1e21, e: 5e-324 },
    '{"a":0.30000000000000004,"b":1e-7,"c":0.00001,"d":1e+21,"e":5e-324}',
  ],
  ["a negative zero is zero", { a: -0 }, '{"a":0}'],
  ["an object puts keys like integers first", { b: 1, 2: 2, 1: 3 }, '{"1":3,"2":2,"b":1}'],
  [
    "a Map keeps its order",
    new Map([
      ["b", 1],
      ["2", 2],
      ["1", new Map()],
    ]),
    '{"b":1,"2":2,"1":{}}',
  ],
  [
    "a key of a Map that is no text is its JSON",
    new Map([
      [1, 1],
      [1e21, 2],
      [10n, 3],
      [true, 4],
      [null, 5],
      [new Date(0), 6],
    ]),
    '{"1":1,"1e+21":2,"10":3,"true":4,"null":5,"1970-01-01T00:00:00.000Z":6}',
  ],
  [
    "a Set and a typed array are lists",
    { a: new Set(["x", 1n]), b: new Float32Array([1, 0.5]), c: new BigInt64Array([1n]), d: new Uint8Array([7]) },
    '{"a":["x",1],"b":[1,0.5],"c":[1],"d":[7]}',
  ],
  [
    "an object with toJSON is what that returns",
    { a: new Date(0), b: { toJSON: (key) => ({ key }) }, c: { toJSON() {} } },
    '{"a":"1970-01-01T00:00:00.000Z","b":{"key":"b"}}',
  ],
  [
    "a member that is undefined is left out",
    { a: undefined, b: { c: undefined }, d: 1n, e: new Map([["f", undefined]]) },
    '{"b":{},"d":1,"e":{}}',
  ],
  ["an object without a prototype goes", Object.assign(Object.create(null), { a: 1, b: 1n }), '{"a":1,"b":1}'],
  [
    "an instance of a class has its own members",
    {
      a: new (class Row {
        id = 1n;
      })(),
    },
    '{"a":{"id":1}}',
  ],
  [
    "a value in a box goes without it",
    { a: Object(1), b: Object("x"), c: Object(2n), d: Object(false) },
    '{"a":1,"b":"x","c":2,"d":false}',
  ],
  [
    "an error is its name and message",
    { a: new RangeError("x"), b: [new Error("y", { cause: "z" })], c: new Error(), d: new DOMException("w", "Own") },
    '{"a":"RangeError: x","b":["Error: y"],"c":"Error","d":"Own: w"}',
  ],
  ["the same value goes twice", { a: [SHARED(), SHARED()] }, '{"a":[{"x":1},{"x":1}]}'],
  ["a key named __proto__ is a key", JSON.parse('{"__proto__":1}'), '{"__proto__":1}'],
  ["keys and values are escaped", { "é\u007f\n": '🚀\u2028"' }, '{"\\u00e9\\u007f\\n":"\\ud83d\\ude80\\u2028\\""}'],
  [
    "text that looks like an escape goes",
    { a: "\\ud83d \\u001b", b: "\u001b" },
    '{"a":"\\\\ud83d \\\\u001b","b":"\\u001b"}',
  ],
]) {
  test(`in data, ${about}`, () => {
    assert.equal(format(value), `::${json}::`);
  });
}

function SHARED() {
  return (SHARED.value ??= { x: 1 });
}

function nested(levels, innermost = 1) {
  let value = innermost;
  for (let level = 0; level < levels; level++) value = (levels - level) % 2 ? { a: value } : [value];
  return value;
}

test("a value of 1,000 levels is accepted, the outermost included", () => {
  const text = "[".repeat(999) + "]".repeat(999);

  assert.equal(format({ a: JSON.parse(text) }), `::{"a":${text}}::`);
});

const cycle = { a: [1] };
cycle.a.push({ b: cycle });
const STORE = "expected a string without U+0000, the six characters \\u0000 and lone surrogates";
const row = (value) => ({ outputs: { rows: [0, 1, 2, value] } });
const ROW = 'format["outputs"]["rows"][3]';

for (const [about, value, kind, message] of [
  ["NaN", row(NaN), RangeError, `${ROW}: NaN is not a JSON number`],
  ["an infinity", row(-Infinity), RangeError, `${ROW}: -Infinity is not a JSON number`],
  ["NaN in a typed array", row(new Float64Array([NaN])), RangeError, `${ROW}[0]: NaN is not a JSON number`],
  ["NaN from a toJSON", row({ toJSON: () => NaN }), RangeError, `${ROW}: NaN is not a JSON number`],
  ["a date that is none", row(new Date("soon")), RangeError, `${ROW}: Invalid Date is not a JSON value`],
  ["a function", row(() => 1), TypeError, `${ROW}: expected a JSON value, got function`],
  [
    "a function of a class's instance",
    {
      a: new (class {
        f = () => 1;
      })(),
    },
    TypeError,
    'format["a"]["f"]: expected a JSON value, got function',
  ],
  ["a symbol", { a: Symbol("a") }, TypeError, 'format["a"]: expected a JSON value, got symbol'],
  ["undefined in a list", row(undefined), TypeError, `${ROW}: expected a JSON value, got undefined`],
  ["a hole in a list", { a: new Array(1) }, TypeError, 'format["a"][0]: expected a JSON value, got undefined'],
  ["a promise", { a: Promise.resolve(1) }, TypeError, 'format["a"]: expected a JSON value, got Promise: await it'],
  [
    "a regular expression",
    { a: /x/ },
    TypeError,
    'format["a"]: expected a JSON value, got RegExp: pass String() of it',
  ],
  [
    "a Buffer",
    row(Buffer.from("x")),
    TypeError,
    `${ROW}: expected a JSON value, got Buffer: decode it, or encode it in base64`,
  ],
  [
    "an ArrayBuffer",
    row(new ArrayBuffer(1)),
    TypeError,
    `${ROW}: expected a JSON value, got ArrayBuffer: decode it, or encode it in base64`,
  ],
  [
    "a DataView",
    row(new DataView(new ArrayBuffer(1))),
    TypeError,
    `${ROW}: expected a JSON value, got DataView: decode it, or encode it in base64`,
  ],
  [
    "an iterable",
    row(new URLSearchParams("a=1")),
    TypeError,
    `${ROW}: expected a JSON value, got URLSearchParams: pass Array.from() of it`,
  ],
  ["a cycle", cycle, RangeError, 'format["a"][1]["b"]: circular reference'],
  ["U+0000", { a: "\0" }, RangeError, `format["a"]: ${STORE}`],
  ["a lone surrogate", { a: ["\ude80"] }, RangeError, `format["a"][0]: ${STORE}`],
  ["the text that spells U+0000", { a: "\\\\u0000" }, RangeError, `format["a"]: ${STORE}`],
  ["U+0000 in a key", { a: { "\0": 1 } }, RangeError, `format["a"]: ${STORE}`],
  ["a lone surrogate in a key", { a: new Map([["\ud83d", 1]]) }, RangeError, `format["a"]: ${STORE}`],
  ["a container as a key", { a: new Map([[[], 1]]) }, TypeError, 'format["a"]: expected a string as a key, got Array'],
  [
    "undefined as a key",
    { a: new Map([[undefined, 1]]) },
    TypeError,
    'format["a"]: expected a string as a key, got undefined',
  ],
  ["NaN as a key", { a: new Map([[NaN, 1]]) }, RangeError, 'format["a"]: NaN is not a JSON number'],
  [
    "a key that comes twice",
    {
      a: new Map([
        [1n, 1],
        ["1", 2],
      ]),
    },
    RangeError,
    'format["a"]: duplicate key "1"',
  ],
  [
    "text that is too long",
    { a: "x".repeat(20_000_001) },
    RangeError,
    'format["a"]: expected a string of at most 20000000 UTF-16 units',
  ],
  [
    "a key that is too long",
    { a: { ["x".repeat(20_000_001)]: 1 } },
    RangeError,
    'format["a"]: expected a string of at most 20000000 UTF-16 units',
  ],
  [
    "a BigInt that is too long",
    { a: 10n ** 1000n },
    RangeError,
    'format["a"]: expected a number of at most 1000 digits',
  ],
  [
    "a negative BigInt that is too long",
    { a: -(10n ** 1000n) },
    RangeError,
    'format["a"]: expected a number of at most 1000 digits',
  ],
  ["text", "text", TypeError, "format: expected an object, got string"],
  ["nothing", undefined, TypeError, "format: expected an object, got undefined"],
  ["a list", [1], TypeError, "format: expected an object, got Array"],
  ["a Set", new Set(), TypeError, "format: expected an object, got Set"],
]) {
  test(`in data, ${about} is refused with its path`, () => {
    assert.throws(() => format(value), { constructor: kind, message });
  });
}

for (const levels of [1_001, 10_000]) {
  test(`a value of ${levels} levels is refused`, () => {
    assert.throws(() => format(nested(levels)), {
      constructor: RangeError,
      message: /: expected at most 1000 levels of nesting in a line$/,
    });
  });
}

test("text of 20,000,000 units is accepted", () => {
  const text = "x".repeat(20_000_000);

  assert.equal(format({ a: text }), `::{"a":"${text}"}::`);
});

test("the fast and the checked encoder write the same", () => {
  let state = 3;
  const random = (below) => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) % below;
  const pick = (list) => list[random(list.length)];
  const text = () =>
    Array.from({ length: random(8) }, () => pick(["a", '"', "\\", "u", "0", "\n", "é", "🚀", "\u007f", ":"])).join("");
  const leaves = [
    text,
    () => random(2 ** 30) - 2 ** 29,
    () => random(1_000) / 7,
    () => 10 ** (random(60) - 30),
    () => pick([null, true, false, -0, 5e-324]),
    () => new Date(random(2 ** 31)),
  ];
  const value = (depth) => {
    const kind = depth > 4 ? 0 : random(4);
    if (kind < 2) return pick(leaves)();
    const members = Array.from({ length: random(5) }, () => value(depth + 1));
    return kind === 2 ? members : Object.fromEntries(members.map((member) => [text(), member]));
  };
  for (let count = 0; count < 3_000; count++) {
    const plain = value(0);
    const json = JSON.stringify(plain);
    const [quick, exact] = [encodeFast(plain), encodeChecked(plain, "value")];

    assert.equal(exact, quick);
    assert.deepEqual(JSON.parse(exact), JSON.parse(json));
    // A BigInt beside it makes each part go the exact way, a Map every member.
    assert.equal(encodeChecked([plain, 1n], "value"), `[${exact},1]`);
    assert.equal(
      encodeChecked(
        new Map([
          ["1", plain],
          ["b", 1n],
        ]),
        "value",
      ),
      `{"1":${exact},"b":1}`,
    );
  }
});

test("lists longer than a part, dates and BigInts are written as one value at a time is", () => {
  let state = 5;
  const random = (below) => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) % below;
  const pick = (list) => list[random(list.length)];
  const texts = ["", "a", "é", "\u007f", '"', "\\", "u007f", ":", "🚀", "\n"]; // with what stands for a part that is ready
  const text = () => Array.from({ length: random(5) }, () => pick(texts)).join("");
  const leaves = [
    text,
    () => new Date(random(2 ** 31) * pick([-40_000, -1, 1, 1_000, 40_000, 400_000])),
    () => new Date(pick([-1, 0, 86_399_999, 86_400_000, Date.UTC(10_000) - 1, Date.UTC(10_000), -8.64e15, 8.64e15])),
    () => BigInt(random(2 ** 31)) ** BigInt(random(5)) * pick([1n, -1n]),
    () => pick([2n ** 53n, 2n ** 53n - 1n, -(2n ** 53n), 10n ** 999n, 0n, "\u007f", 'x"\u007f', 7, null]),
  ];
  const value = (depth) => {
    if (depth > 2 || random(3) === 0) return pick(leaves)();
    const length = depth === 1 && random(4) === 0 ? 200 + random(700) : random(5);
    const members = Array.from({ length }, () => value(depth + 1));
    return random(2) === 0 ? members : Object.fromEntries(members.map((member) => [text(), member]));
  };
  const checked = (plain) => {
    if (Array.isArray(plain)) return `[${plain.map(checked).join(",")}]`;
    if (plain === null || typeof plain !== "object" || plain instanceof Date) return encodeChecked(plain, "value");
    return `{${Object.entries(plain).map(([key, member]) => `${jsonString(key)}:${checked(member)}`)}}`;
  };
  let fast = 0;
  for (let count = 0; count < 150; count++) {
    const plain = value(0);
    const expected = checked(plain);

    assert.equal(jsonText(plain, "value"), expected);
    const quick = encodeFast(plain);
    assert.ok(quick === undefined || quick === expected);
    fast += quick !== undefined;
  }
  assert.ok(fast > 75);
});

test("a line is one text, and so one write, up to the 65,536 bytes that a pipe takes at once", () => {
  const list = (length) => Array.from({ length }, () => 1_000_000);

  assert.equal(outputsLine({ list: list(8_000) }), `::{"outputs":{"list":[${list(8_000)}]}}::`);
  assert.ok(Array.isArray(outputsLine({ list: list(600_000) })));
});

test("a value behind the first part of a list is refused with its path", () => {
  const list = Array.from({ length: 1_000 }, (_, index) => ({ at: new Date(index), id: 2n ** 64n }));
  list[777].at = new Date(NaN);

  assert.throws(() => format({ a: list }), {
    constructor: RangeError,
    message: 'format["a"][777]["at"]: Invalid Date is not a JSON value',
  });
});

test("a date whose text the caller has changed keeps it", () => {
  const date = Object.assign(new Date(0), { toISOString: () => "today" });

  assert.equal(format({ a: date }), '::{"a":"today"}::');
});

test("an error of a getter or a toJSON is refused with its path, and becomes the cause if it has another type", () => {
  const failing = (error) => ({
    a: [
      {
        get b() {
          throw error;
        },
      },
    ],
  });
  const own = new (class OwnError extends Error {})("no");
  const convert = () => {
    throw own;
  };
  const refusal = { name: "RangeError", message: 'format["a"][0]: no', cause: own };

  assert.throws(() => format(failing(new TypeError("no"))), { constructor: TypeError, message: 'format["a"][0]: no' });
  assert.throws(() => format(failing(own)), refusal);
  assert.throws(() => format({ a: [{ toJSON: convert }] }), refusal);
  assert.throws(() => format(failing("text")), { message: 'format["a"][0]: text', cause: "text" });
  assert.throws(() => format(failing(undefined)), { message: 'format["a"][0]: undefined' });
});
