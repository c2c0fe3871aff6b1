import assert from "node:assert/strict";
import { test } from "node:test";

import { run, runInShell, stdoutOf } from "./run.mjs";

/** Defines `refused`, which calls what it is given and prints the error to standard error. */
const REFUSED = `
  const refused = (call) => {
    try { call(); } catch (error) { console.error(error.name + " " + (error.code ?? error.message)); }
  };`;

/** Run calls each of which is refused; return the errors, having checked that nothing else was written. */
async function refusalsOf(...calls) {
  const source = REFUSED + calls.map((call) => `refused(() => ${call});`).join("\n");
  const { stdout, stderr, status } = await run(source);
  assert.deepEqual({ stdout, status }, { stdout: "", status: 0 });
  return stderr.trimEnd().split("\n");
}

function metric(name, type, value, tags = "{}") {
  return `::{"metrics":[{"name":"${name}","type":"${type}","value":${value},"tags":${tags}}]}::\n`;
}

/** Run a script that sends timers; return each one's name and value, and what else the script wrote. */
async function timersOf(source) {
  const lines = (await stdoutOf(source)).trimEnd().split("\n");
  const isTimer = (line) => line.startsWith('::{"metrics"');
  const timers = lines.filter(isTimer).map((line) => JSON.parse(line.slice(2, -2)).metrics[0]);
  assert.deepEqual([...new Set(timers.map(({ type }) => type))], ["timer"]);
  return { timers, printed: lines.filter((line) => !isTimer(line)) };
}

test("outputs and assets keep the caller's order", async () => {
  const source = `
    Kestra.outputs({ rows: 3, share: 0.5, "caf\\u00e9": ["a", { "": null }], none: undefined });
    Kestra.outputs(new Map([["b", 1n], ["1", true]]));
    Kestra.outputs({ toJSON: () => ({ a: 1 }) });
    Kestra.outputs({});
    Kestra.assets({ outputs: [{ id: "t", type: "TABLE" }], inputs: [] });
    Kestra.assets({ "": 1 });`;

  assert.equal(
    await stdoutOf(source),
    '::{"outputs":{"rows":3,"share":0.5,"caf\\u00e9":["a",{"":null}]}}::\n' +
      '::{"outputs":{"b":1,"1":true}}::\n' +
      '::{"outputs":{"a":1}}::\n' +
      '::{"outputs":{}}::\n' +
      '::{"assets":{"outputs":[{"id":"t","type":"TABLE"}],"inputs":[]}}::\n' +
      '::{"assets":{"":1}}::\n',
  );
});

/** Outputs whose line is written in pieces, as source, by the text of a date; with long lists in lists, and texts longer than a piece. */
const LONG = (date) => `{
  rows: Array.from({ length: 30_000 }, (_, id) => ({ id, at: ${date}, name: ["a", "é", '::{"', "\\x7f"][id % 4] })),
  lists: Array.from({ length: 300 }, (_, id) => Array.from({ length: 300 }, () => [id, ["🚀"]])),
  texts: [...Array(300).fill(1), "x".repeat(1_500_000), ...Array(300).fill("::{"), "é".repeat(400_000), 1],
}`;
const escaped = (unit) => `\\u${unit.charCodeAt().toString(16).padStart(4, "0")}`;
const LONG_LINE = `::${JSON.stringify({ outputs: new Function(`return ${LONG("new Date(id).toISOString()")}`)() })
  .replace(/[\x7f-\uffff]/g, escaped)
  .replaceAll("::{", "::\\u007b")}::\n`;

for (const [about, before, after] of [
  ["", "", ""],
  [", behind text without a line end", 'process.stdout.write("10%");', "10%\n"],
  [
    ", through a stream that the script has replaced",
    "const { write } = process.stdout; process.stdout.write = function (...chunk) { return write.apply(this, chunk); };",
    "",
  ],
]) {
  test(`a long line is whole${about}`, async () => {
    const stdout = await stdoutOf(`${before} Kestra.outputs(${LONG("new Date(id)")}); Kestra.counter("a", 1);`);

    assert.ok(stdout === after + LONG_LINE + metric("a", "counter", 1)); // the difference would be 10 MB
  });
}

test("a long line of format is one text", async () => {
  const stdout = await stdoutOf(`process.stdout.write(Kestra.format({ outputs: ${LONG("new Date(id)")} }) + "\\n");`);

  assert.ok(stdout === LONG_LINE);
});

test("nothing of a long line is written when its last value is refused", async () => {
  const [error] = await refusalsOf(`Kestra.outputs({ ...${LONG("new Date(id)")}, last: NaN })`);

  assert.equal(error, 'RangeError outputs["last"]: NaN is not a JSON number');
});

const NESTED = "(levels) => { let value = []; while (--levels) value = [value]; return value; }";

for (const call of ["outputs", "assets"]) {
  test(`a value in ${call} nests 998 deep and no deeper`, async () => {
    const text = "[".repeat(998) + "]".repeat(998);
    assert.equal(await stdoutOf(`Kestra.${call}({ a: (${NESTED})(998) })`), `::{"${call}":{"a":${text}}}::\n`);

    for (const error of await refusalsOf(
      `Kestra.${call}({ a: (${NESTED})(999) })`,
      `Kestra.${call}({ a: [new Set([1n]), (${NESTED})(200_000)] })`,
    )) {
      assert.match(error, /^RangeError \w+\["a"\].*: expected at most 1000 levels of nesting in a line$/);
    }
  });
}

test("outputs and assets that would not arrive exactly are refused with their path", async () => {
  assert.deepEqual(
    await refusalsOf(
      "Kestra.outputs({ good: 1, rows: [1, 2, 3, NaN] })",
      'Kestra.outputs({ good: 1, "": 1 })',
      'Kestra.outputs(new Map([["", 1]]))',
      "Kestra.outputs([1])",
      "Kestra.outputs()",
      'Kestra.assets("text")',
      'Kestra.assets({ inputs: [{ id: "a\\0" }] })',
    ),
    [
      'RangeError outputs["rows"][3]: NaN is not a JSON number',
      'RangeError outputs[""]: expected a non-empty string',
      'RangeError outputs[""]: expected a non-empty string',
      "TypeError outputs: expected an object, got Array",
      "TypeError outputs: expected an object, got undefined",
      "TypeError assets: expected an object, got string",
      'RangeError assets["inputs"][0]["id"]: expected a string without U+0000, the six characters \\u0000 and lone surrogates',
    ],
  );
});

for (const type of ["counter", "gauge", "timer"]) {
  test(`a ${type} has name, type, value and tags, in this order`, async () => {
    const source = `
      Kestra.${type}("rows \\u00e9", 3);
      Kestra.${type}(" ", 1.5, {});
      Kestra.${type}("a", 10n ** 9n, new Map([["b", "x"], ["1", ""]]));
      Kestra.${type}("a", 0, { n: 2.0, big: 10n ** 20n, t: true, z: -0, "\\u00e9": "\\u00e9", text: Object("in a box") });`;

    assert.equal(
      await stdoutOf(source),
      metric("rows \\u00e9", type, 3) +
        metric(" ", type, 1.5) +
        metric("a", type, 1_000_000_000, '{"b":"x","1":""}') +
        metric(
          "a",
          type,
          0,
          '{"n":"2","big":"100000000000000000000","t":"true","z":"0","\\u00e9":"\\u00e9","text":"in a box"}',
        ),
    );
  });
}

test("a counter and a gauge may be negative, and as large as a double", async () => {
  const source = 'Kestra.counter("c", -1.7976931348623157e308); Kestra.gauge("g", -(10n ** 308n));';

  assert.equal(
    await stdoutOf(source),
    metric("c", "counter", "-1.7976931348623157e+308") + metric("g", "gauge", `-1${"0".repeat(308)}`),
  );
});

for (const [args, name, value, tags] of [
  ['"rows", "5"', "rows", "5"],
  ['"rows", "\\t-0.50e1 \\r\\n"', "rows", "-5"],
  ['"rows", "12345678901234567890"', "rows", "12345678901234567890"],
  ['"rows", { toJSON: () => "7" }', "rows", "7"],
  ["2024, 1", "2024", "1"],
  ["2.5, 1", "2.5", "1"],
  ["10n ** 20n, 1", "100000000000000000000", "1"],
  ['"rows", 1, { user: undefined, env: "x" }', "rows", "1", '{"env":"x"}'],
  ['"rows", 1, new Map([["user", undefined]])', "rows", "1"],
  ['"rows", 1, { user: { toJSON() {} } }', "rows", "1"],
  ...["null", "undefined", '""', "[]", "0", "false", "{}", "new Set()", "new Map()", "0n", "NaN"].map((none) => {
    return [`"rows", 1, ${none}`, "rows", "1"];
  }),
]) {
  test(`counter(${args}) is sent`, async () => {
    assert.equal(await stdoutOf(`Kestra.counter(${args})`), metric(name, "counter", value, tags));
  });
}

test("a number and its text as a name share one type", async () => {
  const source = `${REFUSED} Kestra.counter(2024, 1); refused(() => Kestra.gauge("2024", 1));`;

  assert.equal((await run(source)).stderr, 'RangeError gauge "2024": already sent as a counter\n');
});

const STORE = "expected a string without U+0000, the six characters \\u0000 and lone surrogates";

for (const [args, error] of [
  ["", "TypeError counter: name: expected a string, got undefined"],
  ["true, 1", "TypeError counter: name: expected a string, got boolean"],
  ["NaN, 1", "RangeError counter: name: NaN is not a JSON number"],
  ['"", 1', "RangeError counter: name: expected a non-empty string"],
  ['"\\ud800", 1', `RangeError counter: name: ${STORE}`],
  ['"rows"', 'TypeError counter "rows": value: expected a number, got undefined'],
  ['"rows", true', 'TypeError counter "rows": value: expected a number, got boolean'],
  ['"rows", null', 'TypeError counter "rows": value: expected a number, got null'],
  ['"rows", ""', 'TypeError counter "rows": value: expected a number, got ""'],
  ['"rows", "1,5"', 'TypeError counter "rows": value: expected a number, got "1,5"'],
  ['"rows", "0x10"', 'TypeError counter "rows": value: expected a number, got "0x10"'],
  ['"rows", "05"', 'TypeError counter "rows": value: expected a number, got "05"'],
  ['"rows", "5\\u00a0"', 'TypeError counter "rows": value: expected a number, got "5\\u00a0"'],
  ['"rows", "1e400"', 'RangeError counter "rows": value: expected a number in the range of a double'],
  ['"rows", "9".repeat(1001)', 'RangeError counter "rows": value: expected a number of at most 1000 digits'],
  ['"rows", [5]', 'TypeError counter "rows": value: expected a number, got Array'],
  ['"rows", new Date(0)', 'TypeError counter "rows": value: expected a number, got Date'],
  ['"rows", () => 5', 'TypeError counter "rows": value: expected a number, got function'],
  ['"rows", NaN', 'RangeError counter "rows": value: NaN is not a JSON number'],
  ['"rows", -Infinity', 'RangeError counter "rows": value: -Infinity is not a JSON number'],
  ['"rows", 10n ** 309n', 'RangeError counter "rows": value: expected a number in the range of a double'],
  ['"rows", 10n ** 1000n', 'RangeError counter "rows": value: expected a number of at most 1000 digits'],
  [
    '"rows", 1, { env: null }',
    'TypeError counter "rows": tags["env"]: expected a string, a number or a boolean, got null',
  ],
  [
    '"rows", 1, { env: [] }',
    'TypeError counter "rows": tags["env"]: expected a string, a number or a boolean, got Array',
  ],
  ['"rows", 1, { env: Infinity }', 'RangeError counter "rows": tags["env"]: Infinity is not a JSON number'],
  ['"rows", 1, { env: "\\\\u0000" }', `RangeError counter "rows": tags["env"]: ${STORE}`],
  ['"rows", 1, { "a\\0": "x" }', `RangeError counter "rows": tags: ${STORE}`],
  ['"rows", 1, { "": "x" }', 'RangeError counter "rows": tags[""]: expected a non-empty string'],
  ['"rows", 1, new Map([[1, "x"], ["1", "y"]])', 'RangeError counter "rows": tags: duplicate key "1"'],
  ['"rows", 1, ["x"]', 'TypeError counter "rows": tags: expected an object, got Array'],
  [`'"', 1, "x"`, 'TypeError counter "\\"": tags: expected an object, got string'],
]) {
  test(`counter(${args}) is refused, and nothing is written`, async () => {
    assert.deepEqual(await refusalsOf(`Kestra.counter(${args})`), [error]);
  });
}

test("a name keeps its first type", async () => {
  const source = `${REFUSED}
    refused(() => Kestra.gauge("rows", "not sent"));
    Kestra.counter("rows", 1);
    refused(() => Kestra.gauge("rows", 1));
    refused(() => Kestra.timer("rows", () => console.log("ran")));
    Kestra.counter("rows", 2);`;
  const { stdout, stderr } = await run(source);

  assert.equal(stdout, metric("rows", "counter", 1) + metric("rows", "counter", 2));
  assert.deepEqual(stderr.split("\n"), [
    'TypeError gauge "rows": value: expected a number, got "not sent"',
    'RangeError gauge "rows": already sent as a counter',
    'RangeError timer "rows": already sent as a counter',
    "",
  ]);
});

test("a metric that could not be written leaves its name without a type", async () => {
  const source = `${REFUSED}
    refused(() => Kestra.counter("rows", 1));
    refused(() => Kestra.gauge("rows", 1));`;

  const { stderr } = await runInShell('"$NODE" "$SCRIPT" > /dev/full', source);

  assert.equal(stderr, "Error ENOSPC\nError ENOSPC\n");
});

test("a timer accepts from -9,000,000,000 to 9,000,000,000 seconds", async () => {
  const source = `
    for (const seconds of [0, -0, 5e-324, -0.0001, 9_000_000_000, -9_000_000_000n]) Kestra.timer("t", seconds);`;

  assert.equal(
    await stdoutOf(source),
    ["0", "0", "5e-324", "-0.0001", "9000000000", "-9000000000"].map((value) => metric("t", "timer", value)).join(""),
  );
  const expected = 'RangeError timer "t": value: expected from -9000000000 to 9000000000 seconds, got ';
  assert.deepEqual(
    await refusalsOf(
      ...["-9_000_000_001", "9_000_000_000.000002", "9_000_000_001n"].map((value) => `Kestra.timer("t", ${value})`),
    ),
    [`${expected}-9000000001`, `${expected}9000000000.000002`, `${expected}9000000001`],
  );
});

test("a function is timed by a monotonic clock, and its result is returned", async () => {
  const { timers, printed } = await timersOf(`
    const wait = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    Date.now = () => 0;
    const start = performance.now();
    console.log(Kestra.timer("work", () => wait() && "result", { a: "b" }), (performance.now() - start) / 1e3);`);
  const [result, upperBound] = printed[0].split(" ");

  assert.deepEqual([[timers[0].name, timers[0].tags], result], [["work", { a: "b" }], "result"]);
  assert.ok(timers[0].value >= 0.019 && timers[0].value <= Number(upperBound), `${timers[0].value} s`);
  assert.ok(String(timers[0].value).split(".")[1].length <= 9);
});

test("a promise is timed until it settles, and its outcome is passed on", async () => {
  const { timers, printed } = await timersOf(`
    import { setTimeout } from "node:timers/promises";
    const result = Kestra.timer("resolved", async () => { await setTimeout(30); return "result"; });
    console.log(result instanceof Promise, await result);
    await Kestra.timer("rejected", async () => { await setTimeout(30); throw "mine"; }).catch(console.log);
    console.log(await Kestra.timer("thenable", () => ({ then: (resolve) => resolve("lazy") })));`);

  assert.deepEqual(printed, ["true result", "mine", "lazy"]);
  assert.deepEqual(
    timers.map(({ name }) => name),
    ["resolved", "rejected", "thenable"],
  );
  assert.ok(timers[0].value >= 0.028 && timers[1].value >= 0.028, JSON.stringify(timers));
});

test("a function with one parameter gets a callback that stops the clock, once", async () => {
  const { timers, printed } = await timersOf(`
    import { setTimeout } from "node:timers/promises";
    const callback = await Kestra.timer("callback", (stop) => new Promise((resolve) => resolve(stop)));
    console.log("not yet");
    await setTimeout(30);
    callback("arguments", "are ignored");
    callback();
    console.log(Kestra.timer("at once", (stop) => { stop(); return "result"; }));
    await Kestra.timer("async", async (stop) => { await setTimeout(30); stop(); await setTimeout(30); stop(); });`);

  assert.deepEqual(printed, ["not yet", "result"]);
  assert.deepEqual(
    timers.map(({ name }) => name),
    ["callback", "at once", "async"],
  );
  assert.ok(timers[0].value >= 0.028 && timers[2].value >= 0.028, JSON.stringify(timers));
});

test("a function with more parameters, or without any, also gets the callback", async () => {
  const { timers, printed } = await timersOf(`
    import { setTimeout } from "node:timers/promises";
    Kestra.timer("two", (stop, context) => setTimeout(30, context).then(stop));
    console.log(Kestra.timer("arguments", function () { arguments[0](); return "result"; }));
    console.log(Kestra.timer("default", (stop = "none") => typeof stop));`);

  assert.deepEqual(printed, ["result", "function"]);
  assert.deepEqual(
    timers.map(({ name }) => name),
    ["arguments", "default", "two"],
  );
  assert.ok(timers[2].value >= 0.028, JSON.stringify(timers));
});

test("a function that throws is timed once, and its error is passed on", async () => {
  const { timers, printed } = await timersOf(`
    const fail = () => { throw "mine"; };
    for (const [name, failing] of [
      ["function", fail],
      ["callback before", (stop) => { stop(); fail(); }],
      ["callback", (stop) => fail(stop)],
      ["async callback", async (stop) => fail(stop)],
    ]) {
      try { await Kestra.timer(name, failing); } catch (error) { console.log(error); }
    }`);

  assert.deepEqual(printed, ["mine", "mine", "mine", "mine"]);
  assert.deepEqual(
    timers.map(({ name }) => name),
    ["function", "callback before", "callback", "async callback"],
  );
});

test("a timer is refused before anything runs", async () => {
  assert.deepEqual(
    await refusalsOf(
      'Kestra.timer("", () => console.log("ran"))',
      'Kestra.timer("a", () => console.log("ran"), { x: null })',
    ),
    [
      "RangeError timer: name: expected a non-empty string",
      'TypeError timer "a": tags["x"]: expected a string, a number or a boolean, got null',
    ],
  );
});

// The reader of the script's output has gone when the script comes to the end of its input.
const READER_GONE = '{ until [ -e gone ]; do :; done; rm gone; } | { "$NODE" "$SCRIPT" | { exec <&-; : > gone; }; }';

const CALLS = ["outputs({ a: 1 })", 'counter("a", 1)', 'timer("t", 1)', 'timer("f", () => 1)', "assets({})"];

for (const call of CALLS) {
  for (const before of ["", "process.stdout;"]) {
    test(`${call} for a stream that cannot take it is an error with its code: ${before || "fresh"}`, async () => {
      const source = `import { closeSync } from "node:fs"; ${REFUSED} ${before}`;
      const attempt = `refused(() => Kestra.${call});`;

      assert.equal((await run(`${source} closeSync(1); ${attempt}`)).stderr, "Error EBADF\n");
      assert.equal((await runInShell('"$NODE" "$SCRIPT" > /dev/full', source + attempt)).stderr, "Error ENOSPC\n");
      assert.equal(
        (await runInShell(READER_GONE, `import { readFileSync } from "node:fs"; ${source} readFileSync(0); ${attempt}`))
          .stderr,
        "Error EPIPE\n",
      );
    });
  }
}

test("a timer that cannot be sent does not hide the function's error", async () => {
  const source = `
    import { closeSync } from "node:fs";
    closeSync(1);
    try { Kestra.timer("t", () => { throw new Error("mine"); }); } catch (error) { console.error(error.message); }
    await Kestra.timer("t", async () => { throw new Error("mine"); }).catch((error) => console.error(error.message));
    await Kestra.timer("t", async () => "result").catch((error) => console.error(error.code));`;

  assert.equal((await run(source)).stderr, "mine\nmine\nEBADF\n");
});

test("data to a replaced stream without a reader end the script", async () => {
  const source = `
    import { readFileSync } from "node:fs";
    const { write } = process.stdout;
    process.stdout.write = function (...args) { return write.apply(this, args); };
    readFileSync(0);
    Kestra.outputs({ a: 1 });`;
  const { stderr } = await runInShell(READER_GONE, source);

  assert.match(stderr, /EPIPE/);
});

test("the calls work detached", async () => {
  const source = `
    const { outputs, assets, counter, gauge, timer } = Kestra;
    outputs({}); assets({}); counter("c", 1); gauge("g", 1); timer("t", 1); timer("t", () => 1);`;

  assert.equal((await stdoutOf(source)).match(/^::.*::$/gm).length, 6);
});
