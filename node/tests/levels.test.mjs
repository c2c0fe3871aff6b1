/** Capture of what loggers write to the standard streams: the scripts write what the libraries do. */

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { PROJECT, logOf, runCommand } from "./run.mjs";

const SILENT = { stdout: "", stderr: "", status: 0 };

/** Run a script that does not know the package with `node --require @kestra-io/libs/capture`. */
function capture(source, environment) {
  return runCommand(process.execPath, ["--require", "@kestra-io/libs/capture", scriptOf(source)], environment);
}

function scriptOf(source) {
  const path = join(PROJECT, "levels.cjs");
  writeFileSync(path, source);
  return path;
}

for (const [library, call, level, message] of [
  [
    "pino",
    `fs.writeSync(1, '{"level":50,"time":1,"pid":2,"hostname":"h","rows":3,"msg":"a"}\\n', "utf8")`,
    "ERROR",
    'a {"rows":3}',
  ],
  [
    "pino, asynchronous",
    `const line = '{"level":40,"time":1,"pid":2,"hostname":"h","msg":"\u00e9"}\\n';
     fs.write(1, line, "utf8", (error, length) => process.exit(error || length !== Buffer.byteLength(line) ? 1 : 0))`,
    "WARN",
    "\\u00e9",
  ],
  [
    "bunyan",
    `process.stdout.write('{"name":"app","hostname":"h","pid":1,"level":20,"msg":"a","time":"2026-11-28T10:00:00.000Z","v":0}\\n')`,
    "DEBUG",
    'a {"name":"app","v":0}',
  ],
  ["winston", `process.stdout.write('{"level":"silly","message":"a"}\\n')`, "TRACE", "a"],
  [
    "log4js",
    `process.stdout.write("\\x1b[33m[2026-11-28T10:00:00.000] [WARN] app - \\x1b[39m0 ERRORS\\n")`,
    "WARN",
    "[2026-11-28T10:00:00.000] [WARN] app - 0 ERRORS",
  ],
  ["signale", `process.stdout.write("\\u2716  error     a\\n")`, "ERROR", "\\u2716  error     a"],
  ["consola", `process.stdout.write("\\n WARN  a\\n\\n")`, "WARN", " WARN  a"],
  [
    "NestJS",
    `process.stdout.write("[Nest] 12  - 11/28/2026, 9:40:03 AM VERBOSE [App] a\\n")`,
    "DEBUG",
    "[Nest] 12  - 11/28/2026, 9:40:03 AM VERBOSE [App] a",
  ],
]) {
  test(`an entry of ${library} is one record at ${level}`, async () => {
    const { stdout, stderr, status } = await capture(`const fs = require("fs"); ${call};`);

    assert.deepEqual({ stdout, stderr, status }, { ...SILENT, stdout: logOf(level, asJson(message)) });
  });
}

for (const [format, call, message] of [
  ["text", '"2026-11-28 10:00:00.000\\tWARN\\ta.js:1\\ta"', "2026-11-28 10:00:00.000\\tWARN\\ta.js:1\\ta"],
  ["JSON", `'{"logLevelName":"WARN","message":"a"}'`, "a"],
]) {
  test(`an entry that tslog prints by console.log as ${format} has the level that is in it`, async () => {
    const { stdout, stderr } = await capture(`console.log(${call});`);

    assert.deepEqual([stdout, stderr], ["", logOf("WARN", asJson(message))]);
  });
}

for (const [about, source] of [
  [
    "a stream on a descriptor",
    'const s = fs.createWriteStream(null, { fd: 1 }); s.write("WARN: a\\n"); s.write("WARN: b\\n")',
  ],
  ["fs.writevSync", 'fs.writevSync(1, [Buffer.from("WARN: a\\nWARN"), Buffer.from(": b\\n")])'],
  ["fs.writeFileSync on a descriptor", 'fs.writeFileSync(1, "WARN: a\\nWARN: b\\n")'],
]) {
  test(`entries that are written by ${about} are records`, async () => {
    assert.equal(
      (await capture(`const fs = require("fs"); ${source};`)).stdout,
      logOf("WARN", '"WARN: a"') + logOf("WARN", '"WARN: b"'),
    );
  });
}

test("entries that are written to /dev/stdout are records", { skip: process.platform !== "linux" }, async () => {
  const source = `
    const fs = require("fs");
    fs.appendFileSync("/dev/stdout", "WARN: a\\n");
    const file = fs.openSync("/dev/stdout", "a");
    fs.writeSync(file, "WARN: b\\n");
    fs.closeSync(file);
    const other = fs.openSync(__filename + ".log", "w"); // has the number of the one before
    fs.writeSync(other, "WARN: c\\n");
    if (other !== file) throw new Error("another number");`;

  // A socket, as Node's own pipes are, has no path.
  assert.deepEqual(
    await runCommand("sh", [
      "-c",
      '"$0" --require @kestra-io/libs/capture "$1" | cat',
      process.execPath,
      scriptOf(source),
    ]),
    {
      ...SILENT,
      stdout: logOf("WARN", '"WARN: a"') + logOf("WARN", '"WARN: b"'),
    },
  );
});

test("util.promisify of fs.write keeps its result", async () => {
  const source = `
    const { write } = require("fs");
    require("util").promisify(write)(1, "WARN: a\\n").then(({ bytesWritten }) => process.exit(bytesWritten));`;

  assert.deepEqual(await capture(source), { ...SILENT, stdout: logOf("WARN", '"WARN: a"'), status: 8 });
});

test("a word in what console.log prints is no level", async () => {
  assert.equal((await capture('console.log("ERROR: a")')).stdout, logOf("INFO", '"ERROR: a"'));
});

/** Return the JSON of a message, in which an escape stands for its character. */
function asJson(message) {
  return JSON.stringify(message).replaceAll("\\\\", "\\");
}

test("a line of the package debug is one record at DEBUG, where the variable DEBUG enables its namespace", async () => {
  const source = `
    process.stderr.write("2026-11-28T10:00:00.000Z app:db two\\nlines\\n");
    process.stderr.write("2026-11-28T10:00:00.000Z other a\\n");`;

  assert.equal(
    (await capture(source, { DEBUG: "lib,app:*" })).stderr,
    logOf("DEBUG", '"2026-11-28T10:00:00.000Z app:db two\\nlines"') + "2026-11-28T10:00:00.000Z other a\n",
  );
});

test("a stack below a line without a level is one record with it, at the level of the stream", async () => {
  const source = 'process.stderr.write("2026-11-28T10:00:00.000Z app failed\\n    at f (/a.js:1:1)\\n");';

  assert.equal(
    (await capture(source)).stderr,
    logOf("ERROR", '"2026-11-28T10:00:00.000Z app failed\\n    at f (/a.js:1:1)"'),
  );
});

test("text that no rule is sure of stays as it is, byte for byte", async () => {
  const source = `
    process.stdout.write("\\n0 errors\\r\\n\\n  a\\tb\\n");
    process.stdout.write(Buffer.from([0xff, 0x0a]));
    process.stdout.write("\\x1b[1mbold\\x1b[0m\\n");`;

  assert.equal((await capture(source)).stdout, "\n0 errors\r\n\n  a\tb\n\ufffd\n\x1b[1mbold\x1b[0m\n");
});

test("a progress bar stays as it is, up to the end of its line", async () => {
  const source = `
    process.stdout.write("ERROR: 10 %");
    process.stdout.write("\\rERROR: 100 %\\nWARN: slow\\n");`;

  assert.equal((await capture(source)).stdout, `ERROR: 10 %\rERROR: 100 %\n${logOf("WARN", '"WARN: slow"')}`);
});

test("a line without its end is written at once", async () => {
  const { stdout, status } = await capture('process.stdout.write("50 %"); process.kill(process.pid, "SIGKILL");');

  assert.equal(stdout, "50 %");
  assert.equal(status, null);
});

test("a record that a script writes stays a record", async () => {
  const line = '::{"outputs":{"rows":3}}::\n';

  assert.equal(
    (await capture(`process.stdout.write(${JSON.stringify(`WARN: a\n${line}`)})`)).stdout,
    logOf("WARN", '"WARN: a"') + line,
  );
});

test("entries, text, calls of console and of the package keep their order", async () => {
  const source = `
    const Kestra = require("@kestra-io/libs");
    process.stdout.write("ERROR: 1\\n");
    console.log("2");
    require("fs").writeSync(1, "ERROR: 3\\n");
    Kestra.log("INFO", "4");
    process.stdout.write("ERROR: 5\\n");
    process.stdout.write("6\\n");`;

  assert.equal(
    (await capture(source)).stdout,
    logOf("ERROR", '"ERROR: 1"') +
      logOf("INFO", '"2"') +
      logOf("ERROR", '"ERROR: 3"') +
      logOf("INFO", '"4"') +
      logOf("ERROR", '"ERROR: 5"') +
      "6\n",
  );
});

test("the stack that a logger writes on its own belongs to the error before it", async () => {
  const source = `
    process.stderr.write("[Nest] 12  - 11/28/2026, 9:40:03 AM   ERROR [App] failed\\n");
    process.stderr.write("Error: boom\\n    at f (/a.js:1:1)\\n");`;

  assert.deepEqual(await capture(source), {
    ...SILENT,
    stderr: logOf(
      "ERROR",
      '"[Nest] 12  - 11/28/2026, 9:40:03 AM   ERROR [App] failed\\nError: boom\\n    at f (/a.js:1:1)"',
    ),
  });
});

for (const [end, code, status] of [
  ["process.exit", "process.exit(3)", 3],
  ["SIGTERM", 'process.kill(process.pid, "SIGTERM")', null],
  ["a listener of exit", 'process.on("exit", () => process.stderr.write("ERROR: b\\n")); process.exit(3)', 3],
  ["an uncaught error", 'process.on("uncaughtException", () => process.exit(3)); throw new Error("b")', 3],
]) {
  test(`an error that is held is not lost at ${end}`, async () => {
    const { stderr, status: actual } = await capture(`process.stderr.write("ERROR: a\\n"); ${code};`);

    assert.equal(actual, status);
    assert.ok(stderr.startsWith(logOf("ERROR", '"ERROR: a"')), stderr);
    assert.equal(stderr.includes("ERROR: b"), end === "a listener of exit");
  });
}

test("a flood of entries arrives whole at process.exit", async () => {
  const source = `
    for (let i = 0; i < 20_000; i++) process.stdout.write("WARN: line " + i + "\\n");
    process.exit();`;
  const { stdout } = await capture(source);

  assert.equal(stdout.split("\n").length, 20_001);
  assert.ok(stdout.endsWith(logOf("WARN", '"WARN: line 19999"')));
});

test("what a script writes to a file stays text", async () => {
  const source = `
    const fs = require("fs");
    const file = fs.openSync(__filename + ".log", "w");
    fs.writeSync(file, "WARN: a\\n");
    if (fs.readFileSync(__filename + ".log", "utf8") !== "WARN: a\\n") throw new Error("changed");`;

  assert.deepEqual(await capture(source), SILENT);
});

test("the end of capture ends that of text, too", async () => {
  const source = `
    const end = require("@kestra-io/libs").capture();
    process.stdout.write("WARN: a\\n");
    end();
    process.stdout.write("WARN: b\\n");
    require("fs").writeSync(1, "WARN: c\\n");`;
  const path = join(PROJECT, "undone.cjs");
  writeFileSync(path, source);

  const { stdout } = await runCommand(process.execPath, [path]);

  assert.equal(stdout, `${logOf("WARN", '"WARN: a"')}WARN: b\nWARN: c\n`);
});

test("the rules are loaded when text is first written", async () => {
  const source = `
    const isLoaded = () => Object.keys(require.cache).some((path) => path.endsWith("level-rules.js"));
    console.log("a");
    const before = isLoaded();
    process.stdout.write("b\\n");
    console.log(before, isLoaded());`;

  assert.equal((await capture(source)).stdout, `${logOf("INFO", '"a"')}b\n${logOf("INFO", '"false true"')}`);
});
