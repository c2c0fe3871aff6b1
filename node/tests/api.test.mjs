import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { PROJECT, logOf, run, stdoutOf } from "./run.mjs";

for (const [name, level, stream] of [
  ["trace", "TRACE", "stdout"],
  ["Debug", "DEBUG", "stdout"],
  ["iNFO", "INFO", "stdout"],
  ["warn", "WARN", "stderr"],
  ["Warning", "WARN", "stderr"],
  ["error", "ERROR", "stderr"],
  ["critical", "ERROR", "stderr"],
  ["FATAL", "ERROR", "stderr"],
]) {
  test(`log takes ${name} for ${level}`, async () => {
    assert.deepEqual(await run(`Kestra.log("${name}", "message %d", 1)`), {
      stdout: "",
      stderr: "",
      status: 0,
      [stream]: logOf(level, '"message 1"'),
    });
  });
}

const NAMES = "TRACE, DEBUG, INFO, WARN or ERROR";
for (const [call, kind, message] of [
  ['log("LOUD", "m")', "RangeError", `level: expected ${NAMES}, got "LOUD"`],
  ['log("", "m")', "RangeError", `level: expected ${NAMES}, got ""`],
  ['log(" INFO", "m")', "RangeError", `level: expected ${NAMES}, got " INFO"`],
  ['log("INFO\\n", "m")', "RangeError", `level: expected ${NAMES}, got "INFO\\n"`],
  ['log("\\u0131nfo", "m")', "RangeError", `level: expected ${NAMES}, got "\\u0131nfo"`],
  ['log("20", "m")', "RangeError", `level: expected ${NAMES}, got "20"`],
  ['log("constructor", "m")', "RangeError", `level: expected ${NAMES}, got "constructor"`],
  ['log(20, "m")', "TypeError", "level: expected the name of a level, got number"],
  ['log(null, "m")', "TypeError", "level: expected the name of a level, got null"],
  ["log()", "TypeError", "level: expected the name of a level, got undefined"],
  ['log(["INFO"], "m")', "TypeError", "level: expected the name of a level, got Array"],
  ["logs()", "TypeError", "logs: expected a list of entries, got undefined"],
  ['logs("INFO")', "TypeError", "logs: expected a list of entries, got string"],
  ['logs({ level: "INFO", message: "m" })', "TypeError", "logs: expected a list of entries, got Object"],
  ["logs(new Map())", "TypeError", "logs: expected a list of entries, got Map"],
  ["logs([GOOD, null])", "TypeError", "logs[1]: expected an object with level and message, got null"],
  ['logs([GOOD, "INFO"])', "TypeError", "logs[1]: expected an object with level and message, got string"],
  ['logs([GOOD, { level: "INFO" }])', "TypeError", 'logs[1]["message"]: message is missing'],
  ['logs([{ message: "m" }, GOOD])', "TypeError", 'logs[0]["level"]: level is missing'],
  ['logs([GOOD, { level: "LOUD", message: "m" }])', "RangeError", `logs[1]["level"]: expected ${NAMES}, got "LOUD"`],
  [
    'logs([GOOD, { level: 20, message: "m" }])',
    "TypeError",
    'logs[1]["level"]: expected the name of a level, got number',
  ],
]) {
  test(`${call} is refused, and nothing is written`, async () => {
    const source = `
      import { writeFileSync } from "node:fs";
      const GOOD = { level: "INFO", message: "good" };
      try { Kestra.${call}; } catch (error) { writeFileSync(process.argv[2], error.name + " " + error.message); }`;
    const { error, ...streams } = await runForError(source);

    assert.equal(error, `${kind} ${message}`);
    assert.deepEqual(streams, { stdout: "", stderr: "", status: 0 });
  });
}

async function runForError(source) {
  const path = join(PROJECT, "error.txt");
  const streams = await run(source, path);
  return { ...streams, error: readFileSync(path, "utf8") };
}

test("logs sends its entries as one record, in their order", async () => {
  const source = `Kestra.logs([
    { level: "DEBUG", message: "Hello World from logs!" },
    { message: { a: 1 }, level: "info", timestamp: "ignored" },
  ])`;

  assert.equal(
    await stdoutOf(source),
    '::{"logs":[{"level":"DEBUG","message":"Hello World from logs!"},{"level":"INFO","message":"{ a: 1 }"}]}::\n',
  );
});

for (const level of ["WARN", "ERROR"]) {
  test(`logs goes to standard error when one entry is ${level}`, async () => {
    const source = `Kestra.logs([{ level: "INFO", message: "a" }, { level: "${level}", message: "b" }, { level: "INFO", message: "c" }])`;
    const { stdout, stderr } = await run(source);

    assert.equal(stdout, "");
    assert.equal(
      stderr,
      `::{"logs":[{"level":"INFO","message":"a"},{"level":"${level}","message":"b"},{"level":"INFO","message":"c"}]}::\n`,
    );
  });
}

test("logs takes any list: a Set, a generator", async () => {
  const source = `
    const entry = { level: "INFO", message: "m" };
    Kestra.logs(new Set([entry]));
    Kestra.logs((function* () { yield entry; })());`;

  assert.equal(await stdoutOf(source), logOf("INFO", '"m"').repeat(2));
});

test("logs writes nothing for an empty list", async () => {
  assert.equal(await stdoutOf("Kestra.logs([]); Kestra.logs(new Set())"), "");
});

test("format returns the line and writes nothing", async () => {
  assert.equal(
    await stdoutOf("console.log(JSON.stringify([Kestra.format({ outputs: { rows: 3 } })]))"),
    '["::{\\"outputs\\":{\\"rows\\":3}}::"]\n',
  );
});

test("the deprecated calls of version 2.0.0 send their arguments", async () => {
  const source = `
    Kestra._send({ outputs: { a: 1 } });
    Kestra._metrics("rows", "counter", 1, { env: "x" });
    for (const call of [() => Kestra._send({ a: NaN }), () => Kestra._metrics("rows", "gauge", 1), () => Kestra._metrics("a", "b", 1)]) {
      try { call(); } catch (error) { console.error(error.message); }
    }`;

  assert.deepEqual(await run(source), {
    stdout:
      '::{"outputs":{"a":1}}::\n' + '::{"metrics":[{"name":"rows","type":"counter","value":1,"tags":{"env":"x"}}]}::\n',
    stderr:
      '_send["a"]: NaN is not a JSON number\n' +
      'gauge "rows": already sent as a counter\n' +
      "_metrics: type: expected counter, gauge or timer, got b\n",
    status: 0,
  });
});
