import assert from "node:assert/strict";
import { test } from "node:test";

import { logOf, messageOf, run, stdoutOf } from "./run.mjs";

for (const [method, level, stream] of [
  ["trace", "TRACE", "stdout"],
  ["debug", "DEBUG", "stdout"],
  ["info", "INFO", "stdout"],
  ["warn", "WARN", "stderr"],
  ["warning", "WARN", "stderr"],
  ["error", "ERROR", "stderr"],
  ["critical", "ERROR", "stderr"],
]) {
  test(`${method} sends ${level} to ${stream}`, async () => {
    assert.deepEqual(await run(`Kestra.logger().${method}("message")`), {
      stdout: "",
      stderr: "",
      status: 0,
      [stream]: logOf(level, '"message"'),
    });
  });
}

test("the logger is always the same", async () => {
  assert.equal(await stdoutOf("console.log(Kestra.logger() === Kestra.logger())"), "true\n");
});

test("the methods work detached", async () => {
  const source = `
    const { info } = Kestra.logger();
    info("one");
    const { logger, log, logs } = Kestra;
    Promise.reject("two").catch(logger().trace).then(() => {
      log("INFO", "three");
      logs([{ level: "INFO", message: "four" }]);
    });`;

  assert.equal(
    await stdoutOf(source),
    logOf("INFO", '"one"') + logOf("TRACE", '"two"') + logOf("INFO", '"three"') + logOf("INFO", '"four"'),
  );
});

for (const [args, message] of [
  ['"%d of %s", 3, "four", { five: 6 }', "3 of four { five: 6 }"],
  ['"100 %%"', "100 %%"],
  ['"100 %%", 1', "100 % 1"],
  ['"%s"', "%s"],
  ['""', ""],
  ["", ""],
  ["undefined", "undefined"],
  ["null", "null"],
  ["true", "true"],
  ["-0", "-0"],
  ["10n ** 20n", "100000000000000000000n"],
  ['Symbol("any")', "Symbol(any)"],
  ["[1, 'two', { three: [] }]", "[ 1, 'two', { three: [] } ]"],
  ["Object.assign(Object.create(null), { a: 1 })", "[Object: null prototype] { a: 1 }"],
  ["(() => { const a = {}; a.a = a; return a; })()", "<ref *1> { a: [Circular *1] }"],
  ["new Map([[1, new Set([2])]])", "Map(1) { 1 => Set(1) { 2 } }"],
  ["new Date(0)", "1970-01-01T00:00:00.000Z"],
  ["function load() {}", "[Function: load]"],
  ["Object('text')", "[String: 'text']"],
  ["Buffer.from('caf\\u00e9')", "café"],
  ["new Uint8Array([0x68, 0x69])", "hi"],
  ["new Uint8Array([0x78, 0x68, 0x69]).subarray(1)", "hi"],
  ["Buffer.from('ef bb bf 68 69'.replaceAll(' ', ''), 'hex')", "\ufeffhi"],
  ["Buffer.from('61f09f9880e282ff62', 'hex')", "a😀\ufffd\ufffdb"],
  ["Buffer.from('eda080', 'hex')", "\ufffd\ufffd\ufffd"],
  ["'bytes', Buffer.from('hi')", "bytes <Buffer 68 69>"],
]) {
  test(`info(${args}) sends ${JSON.stringify(message)}`, async () => {
    assert.equal(await messageOf(`Kestra.logger().info(${args})`), message);
  });
}

for (const [about, value, expected] of [
  ["a Proxy whose traps throw", "new Proxy({ a: 1 }, { get() { throw new Error('no'); } })", /{ a: 1 }/],
  [
    "a revoked Proxy",
    "(() => { const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); return proxy; })()",
    /Proxy/,
  ],
  ["an object whose toString throws", "{ toString() { throw new Error('no'); } }", /toString/],
  ["an object whose inspection throws", "{ [Symbol.for('nodejs.util.inspect.custom')]() { throw 1; }, a: 1 }", /a: 1/],
  ["an object whose constructor throws", "Object.defineProperty({ a: 1 }, 'constructor', { get() { throw 1; } })", /./],
  [
    "an error whose message throws",
    "Object.defineProperty(new Error('m'), 'message', { get() { throw 1; } })",
    /Error/,
  ],
  ["an error whose stack throws", "Object.defineProperty(new Error('m'), 'stack', { get() { throw 1; } })", /./],
]) {
  for (const args of [value, `"%s", ${value}`, `${value}, "second"`]) {
    test(`${about} arrives: info(${args.slice(0, 4)}…)`, async () => {
      assert.match(await messageOf(`Kestra.logger().info(${args})`), expected);
    });
  }
}

test("an object that throws at any inspection arrives by its name", async () => {
  const source = `
    const value = { get [Symbol.toStringTag]() { throw new TypeError("no"); } };
    Kestra.logger().info("value:", value);`;

  // Node 24 looks at less of it.
  assert.match(
    await messageOf(source),
    /^value: (<unprintable Object: TypeError>|\{ Symbol\(Symbol.toStringTag\): .*)$/,
  );
});

test("an error arrives with its stack, its properties and its causes", async () => {
  const message = await messageOf(`
    function load() { return Object.assign(new RangeError("outer"), { code: "E_LOAD" }); }
    Kestra.logger().info(Object.assign(load(), { cause: new TypeError("inner") }));`);

  assert.match(message, /^RangeError: outer\n {4}at load \(.*script/);
  assert.match(message, /code: 'E_LOAD'/);
  assert.match(message, /cause\]?: TypeError: inner\n/);
});

test("an error that is its own cause arrives", async () => {
  const message = await messageOf(`
    const error = new Error("mine");
    error.cause = error;
    Kestra.logger().info(error);`);

  assert.match(message, /Error: mine\n {4}at .*script/);
});

test("an AggregateError arrives with each of its errors", async () => {
  const message = await messageOf(
    'Promise.any([Promise.reject(new Error("a")), Promise.reject(new Error("b"))]).catch(Kestra.logger().info)',
  );

  assert.match(message, /AggregateError: All promises were rejected[^]*Error: a\n[^]*Error: b\n/);
});

test("an error whose message was changed arrives with the new message and the stack", async () => {
  const message = await messageOf(`
    const error = new Error("old");
    error.stack; // where V8 makes it, once for all
    error.message = "new";
    Kestra.logger().info("failed:", error);`);

  assert.match(message, /^Error: new\nfailed: Error: old\n {4}at /);
});

for (const [about, change, expected] of [
  [
    "that a path in its stack holds",
    'const error = new Error("old"); error.stack = "Error: old\\n    at load (/srv/chg/load.js:1:1)"; error.message = "chg";',
    /^Error: chg\nfailed: \[?Error: old\n {4}at load/,
  ],
  [
    "that is a part of the old one",
    'const error = new Error("changed"); error.stack; error.message = "chan";',
    /^Error: chan\nfailed: Error: changed\n/,
  ],
  [
    "on its cause",
    'const cause = new TypeError("old"); cause.stack; cause.message = "new"; const error = new Error("outer", { cause });',
    /^TypeError: new\nfailed: Error: outer\n[^]*TypeError: old/,
  ],
  [
    "on one of several",
    'const one = new Error("old"); one.stack; one.message = "new"; const error = new AggregateError([one], "all");',
    /^Error: new\nfailed: (\[)?AggregateError: all/,
  ],
]) {
  test(`a changed message ${about} arrives, too`, async () => {
    assert.match(await messageOf(`${change} Kestra.logger().info("failed:", error);`), expected);
  });
}

for (const [about, error, expected] of [
  ["of several lines", 'new Error("one\\ntwo")', /^Error: one\ntwo\n {4}at/],
  ["that looks like a call", 'new Error("one\\n    at two")', /^Error: one\n {4}at two\n {4}at/],
  ["that is empty", 'new Error("")', /^Error\n {4}at/],
  [
    "of Node's own",
    '(() => { try { new URL("x"); } catch (e) { return e; } })()',
    /^TypeError( \[ERR_INVALID_URL\])?: Invalid URL\n/,
  ],
]) {
  test(`an error with a message ${about} arrives as Node shows it`, async () => {
    assert.match(await messageOf(`Kestra.logger().info(${error})`), expected);
  });
}

test("an error without a stack arrives with its message", async () => {
  assert.equal(
    await messageOf('Kestra.logger().info(Object.assign(new Error("m"), { stack: undefined }))'),
    "[Error: m]",
  );
});

for (const args of ['"x".repeat(2 ** 29 - 24)', '"x".repeat(2 ** 29 - 24), "y".repeat(100)']) {
  test(`a message too long for a line is reported, not thrown: info(${args})`, async () => {
    assert.equal(await messageOf(`Kestra.logger().info(${args})`), "<a message too long to be sent>");
  });
}
