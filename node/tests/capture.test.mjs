import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { PROJECT, logOf, runCommand } from "./run.mjs";

const SILENT = { stdout: "", stderr: "", status: 0 };

/** Run a script that knows nothing of the package with `node --import @kestra-io/libs/capture`. */
function capture(source, { extension = "mjs", options = [], environment = {} } = {}) {
  const path = join(PROJECT, `captured.${extension}`);
  writeFileSync(path, source);
  return runCommand(process.execPath, ["--import", "@kestra-io/libs/capture", ...options, path], environment);
}

/** Return the one log that a text is. */
function onlyLog(text) {
  const [, json] = text.match(/^::(\{.*\})::\n$/) ?? assert.fail(`expected one record, got ${text}`);
  const { logs } = JSON.parse(json);
  assert.equal(logs.length, 1);
  return logs[0];
}

for (const [call, level, message] of [
  ['log("%d rows", 3, { a: 1 })', "INFO", "3 rows { a: 1 }"],
  ['info("a\\nb")', "INFO", "a\nb"],
  ['debug("a")', "DEBUG", "a"],
  ['warn("a")', "WARN", "a"],
  ['error("a")', "ERROR", "a"],
  ['assert(false, "%s is odd", 2)', "ERROR", "Assertion failed: 2 is odd"],
  ["dir({ a: { b: {} } }, { depth: 0 })", "INFO", "{ a: [Object] }"],
  ["dirxml([1])", "INFO", "[ 1 ]"],
  ['group("a")', "INFO", "a"],
  ['count("a")', "INFO", "a: 1"],
  ["log(Buffer.from('hi'))", "INFO", "<Buffer 68 69>"],
  [
    "log({ [Symbol.for('nodejs.util.inspect.custom')]() { throw 1; }, a: 1 }.a, { get b() { return 2; } })",
    "INFO",
    "1 { b: [Getter] }",
  ],
]) {
  test(`console.${call} is one record at ${level}`, async () => {
    const stream = level === "WARN" || level === "ERROR" ? "stderr" : "stdout";

    assert.deepEqual(await capture(`console.${call}`), { ...SILENT, [stream]: logOf(level, JSON.stringify(message)) });
  });
}

test("console.trace is one record at TRACE, with the stack of its caller", async () => {
  const { stdout, stderr } = await capture('function load() { console.trace("at %d", 1); }\nload();');
  const { level, message } = onlyLog(stdout);

  assert.equal(level, "TRACE");
  assert.match(message, /^Trace: at 1\n {4}at load \(file:.*captured\.mjs:1:\d+\)\n {4}at file:.*captured\.mjs:2:1\n/);
  assert.equal(stderr, "");
});

test("console.table is one record of all its lines", async () => {
  const { message } = onlyLog((await capture("console.table([{ a: 1 }, { a: 2 }])")).stdout);

  assert.equal(message.split("\n").length, 6);
  assert.match(message, /│ +1 +│ 2 │\n└/); // Node 18 centres what later versions align
});

test("console.time, timeLog and timeEnd send the measured times", async () => {
  const { stdout } = await capture('console.time("load"); console.timeLog("load", "half"); console.timeEnd("load");');

  assert.match(stdout, /^::.*"load: [\d.]+m?s half"\}\]\}::\n::.*"load: [\d.]+m?s"\}\]\}::\n$/);
});

test("a group indents its records", async () => {
  const { stdout } = await capture('console.group("a"); console.log("b\\nc"); console.groupEnd(); console.log("d");');

  assert.equal(stdout, logOf("INFO", '"a"') + logOf("INFO", '"  b\\n  c"') + logOf("INFO", '"d"'));
});

test("an object whose inspection throws is a record, and the script continues", async () => {
  const { stdout, status } = await capture(
    'console.log({ [Symbol.for("nodejs.util.inspect.custom")]() { throw 1; }, a: 1 }); console.log("on");',
  );

  assert.match(stdout, /^::.*a: 1.*::\n::.*"on".*::\n$/);
  assert.equal(status, 0);
});

test("a record that an inspection prints is sent separately, before that of the object", async () => {
  const { stdout } = await capture(
    'console.log({ [Symbol.for("nodejs.util.inspect.custom")]() { console.log("inner"); return "outer"; } });',
  );

  assert.equal(stdout, logOf("INFO", '"inner"') + logOf("INFO", '"outer"'));
});

test("a line that is a record is passed on unchanged", async () => {
  const record = '::{"outputs":{"café":1}}::';
  const { stdout } = await capture(`console.log('${record}'); console.info("%s", '${record}');`);

  assert.equal(stdout, `${record}\n${record}\n`);
});

test("records among several lines are passed on unchanged, in their positions", async () => {
  const record = '::{"outputs":{"rows":1}}::';
  const text = `before\n${record}\r\n${record}\nafter\nit\n`;
  const { stdout } = await capture(`console.log(${JSON.stringify(text)});`);

  assert.equal(stdout, `${logOf("INFO", '"before"')}${record}\n${record}\n${logOf("INFO", '"after\\nit\\n"')}`);
});

for (const [what, text] of [
  ["behind an indentation", '  ::{"outputs":{"a":1}}::'],
  ["behind a text", 'got ::{"outputs":{"a":1}}::'],
  ["before a blank", '::{"outputs":{"a":1}}:: '],
  ["with a next line (U+0085)", '::{"outputs":{"a":"\u0085"}}::'],
  ["with a line separator", '::{"outputs":{"a":"\u2028"}}::'],
]) {
  test(`a record ${what} stays text`, async () => {
    const { stdout } = await capture(`console.log(${JSON.stringify(text)});`);

    assert.equal(onlyLog(stdout).message, text);
  });
}

test("a record that a group indents stays text", async () => {
  const { stdout } = await capture(`console.group("a"); console.log('::{"outputs":{"a":1}}::');`);

  assert.equal(stdout, logOf("INFO", '"a"') + logOf("INFO", String.raw`"  ::\u007b\"outputs\":{\"a\":1}}::"`));
});

test("an empty line is a record with an empty message, as in Python and the shell", async () => {
  const { stdout, stderr } = await capture('console.log(); console.error(""); console.info("\\n"); console.log("  ");');

  assert.equal(stdout, logOf("INFO", '""') + logOf("INFO", String.raw`"\n"`) + logOf("INFO", '"  "'));
  assert.equal(stderr, logOf("ERROR", '""'));
});

test("a call that prints nothing sends nothing", async () => {
  assert.deepEqual(await capture("console.group(); console.groupEnd(); console.assert(true);"), SILENT);
});

test("an empty line behind a record is a record", async () => {
  const record = '::{"outputs":{"rows":1}}::';
  const { stdout } = await capture(`console.log(${JSON.stringify(`${record}\n`)});`);

  assert.equal(stdout, `${record}\n${logOf("INFO", '""')}`);
});

test("records have no colours, even if the environment asks for them", async () => {
  const { stdout } = await capture("console.log({ a: 1 }, [true]);", { environment: { FORCE_COLOR: "1" } });

  assert.equal(stdout, logOf("INFO", '"{ a: 1 } [ true ]"'));
});

test("text to a stream that replaces the console's stays text", async () => {
  const { stdout } = await capture(`
    const { write } = process.stdout;
    let text = "";
    process.stdout.write = (chunk) => (text += chunk, true);
    console.log("a");
    process.stdout.write = write;
    console.log([text]);`);

  assert.equal(stdout, logOf("INFO", JSON.stringify("[ 'a\\n' ]")));
});

test("text that process.stdout.write writes is unchanged, in its position", async () => {
  const { stdout } = await capture('console.log("a"); process.stdout.write("plain\\n"); console.log("b");');

  assert.equal(stdout, `${logOf("INFO", '"a"')}plain\n${logOf("INFO", '"b"')}`);
});

for (const [about, options, source, message] of [
  ["with its name", [], 'process.emitWarning("m", "MyWarning")', /^MyWarning: m$/],
  [
    "with its code and its detail",
    [],
    'process.emitWarning("m", { code: "C1", detail: "d\\ne" })',
    /^\[C1\] Warning: m\nd\ne$/,
  ],
  ["of Node's own", [], "Buffer(1)", /^\[DEP0005\] DeprecationWarning: Buffer\(\)/],
  [
    "with its stack when Node was asked for it",
    ["--trace-warnings"],
    'process.emitWarning("m")',
    /^Warning: m\n {4}at /,
  ],
]) {
  test(`a warning is one record at WARN, ${about}`, async () => {
    const { stdout, stderr, status } = await capture(source, { options });
    const log = onlyLog(stderr);

    assert.equal(log.level, "WARN");
    assert.match(log.message, message);
    assert.deepEqual([stdout, status], ["", 0]);
  });
}

test("each of several warnings is a record", async () => {
  const { stderr } = await capture('for (const name of ["a", "b", "c"]) process.emitWarning(name);');

  assert.equal(stderr, ["a", "b", "c"].map((name) => logOf("WARN", `"Warning: ${name}"`)).join(""));
});

for (const [option, source] of [
  ["--no-warnings", 'process.emitWarning("m")'],
  ["--no-deprecation", 'process.emitWarning("m", "DeprecationWarning")'],
  ["--disable-warning=C1", 'process.emitWarning("m", { code: "C1" })'],
]) {
  const skip = !process.allowedNodeEnvironmentFlags.has(option.split("=")[0]) && "this Node has no such option";
  test(`a warning that ${option} suppresses is not sent`, { skip }, async () => {
    assert.deepEqual(await capture(source, { options: [option] }), SILENT);
  });
}

for (const [about, source, extension] of [
  ["that is not caught", 'setTimeout(() => { throw new Error("end", { cause: new TypeError("why") }); });'],
  ["of a promise", 'Promise.reject(new Error("end", { cause: new TypeError("why") }));'],
  ["at the top of a module", 'throw new Error("end", { cause: new TypeError("why") });'],
  ["at the top of a script", 'throw new Error("end", { cause: new TypeError("why") });', "cjs"],
]) {
  test(`an error ${about} is one record at ERROR, with its stack and its cause, and the exit code is 1`, async () => {
    const { stdout, stderr, status } = await capture(source, { extension });
    const { level, message } = onlyLog(stderr);

    assert.equal(level, "ERROR");
    assert.match(message, /^Error: end\n {4}at .*captured[^]*\[cause\]: TypeError: why\n/);
    assert.deepEqual([stdout, status], ["", 1]);
  });
}

for (const [about, source, message] of [
  ["a value that is thrown", 'throw "text"', /^Uncaught text$/],
  ["a value that a promise is rejected with", 'Promise.reject("text")', /UnhandledPromiseRejection: .*"text"/],
  ["an error in a script's syntax", "let x = ;", /captured\.cjs:1\nlet x = ;\n +\^\n\nSyntaxError: /],
  ["a module that is missing", 'require("./missing")', /^Error: Cannot find module '\.\/missing'/],
]) {
  test(`${about} is one record at ERROR`, async () => {
    const { stderr, status } = await capture(source, { extension: "cjs" });
    const log = onlyLog(stderr);

    assert.deepEqual([log.level, status], ["ERROR", 1]);
    assert.match(log.message, message);
  });
}

test("Node prints a syntax error of a module, with its position", async () => {
  const { stderr, status } = await capture("let x = ;");

  assert.match(stderr, /captured\.mjs:1\nlet x = ;\n +\^\n\nSyntaxError: /);
  assert.equal(status, 1);
});

for (const [about, source, status] of [
  ["that a listener of exit sets", 'process.on("exit", () => { process.exitCode = 5; }); throw new Error("end");', 5],
  [
    "of process.exit, in whose listener an error is thrown",
    'process.on("exit", () => { throw new Error("end"); }); process.exit(3);',
    3,
  ],
  ["of an error, whatever process.exitCode was before", 'process.exitCode = 9; throw new Error("end");', 1],
]) {
  test(`the exit code ${about} stays`, async () => {
    const result = await capture(source);

    assert.match(onlyLog(result.stderr).message, /^Error: end\n/);
    assert.equal(result.status, status);
  });
}

test("an error that a worker does not catch is one record, from the main thread", async () => {
  const { stdout, stderr, status } = await capture(`
    import { Worker, isMainThread } from "node:worker_threads";
    if (isMainThread) new Worker(new URL(import.meta.url));
    else { console.log("worker"); throw new Error("end"); }`);

  assert.equal(stdout, logOf("INFO", '"worker"'));
  assert.match(onlyLog(stderr).message, /Error: end\n {4}at file:/);
  assert.equal(status, 1);
});

for (const [about, source] of [
  [
    "uncaughtException",
    'process.on("uncaughtException", (error) => console.log(error.message)); setTimeout(() => { throw new Error("m"); });',
  ],
  [
    "unhandledRejection",
    'process.on("unhandledRejection", (error) => console.log(error.message)); Promise.reject(new Error("m"));',
  ],
  [
    "an error of a worker",
    `
    import { Worker, isMainThread } from "node:worker_threads";
    if (isMainThread) new Worker(new URL(import.meta.url)).on("error", (error) => console.log(error.message));
    else throw new Error("m");`,
  ],
]) {
  test(`an error is not sent if the script handles ${about}`, async () => {
    assert.deepEqual(await capture(source), { ...SILENT, stdout: logOf("INFO", '"m"') });
  });
}

for (const [mode, printed] of [
  ["none", /^$/],
  ["warn", /UnhandledPromiseRejectionWarning/],
]) {
  test(`a promise's error follows --unhandled-rejections=${mode}`, async () => {
    const { stdout, stderr, status } = await capture('Promise.reject(new Error("m"))', {
      options: [`--unhandled-rejections=${mode}`],
    });

    assert.deepEqual([stdout, status], ["", 0]);
    assert.match(stderr, printed);
    for (const line of stderr.split("\n").slice(0, -1)) assert.equal(onlyLog(`${line}\n`).level, "WARN");
  });
}

test("NODE_OPTIONS captures too, by --import and by --require", async () => {
  writeFileSync(join(PROJECT, "captured.mjs"), 'console.warn("m")');
  for (const option of ["--import", "--require"]) {
    assert.deepEqual(
      await runCommand(process.execPath, [join(PROJECT, "captured.mjs")], {
        NODE_OPTIONS: `${option}=@kestra-io/libs/capture`,
      }),
      { ...SILENT, stderr: logOf("WARN", '"m"') },
    );
  }
});

/** Run a command line of a shell, in which `$NODE` is captured by the environment. */
function runShell(commandLine, environment = {}) {
  return runCommand("sh", ["-c", commandLine], {
    ...environment,
    NODE: process.execPath,
    NODE_OPTIONS: "--require=@kestra-io/libs/capture",
  });
}

for (const [what, commandLine] of [
  ["a shell reads", `V=$("$NODE" -e 'console.log("1.0.0")'); echo "$V"`],
  ["a shell reads by a subshell", `V=$(cd .; "$NODE" -e 'console.log("1.0.0")'); echo "$V"`],
  ["goes into a pipe of the shell's", `"$NODE" -e 'console.log("1.0.0")' | cat`],
  ["goes into a file", `"$NODE" -p '"1.0.0"' >version.txt; cat version.txt`],
]) {
  test(`what ${what} stays text`, { skip: process.platform !== "linux" }, async () => {
    assert.deepEqual(await runShell(commandLine), { ...SILENT, stdout: "1.0.0\n" });
  });
}

test(
  "standard error is captured where a shell reads standard output",
  { skip: process.platform !== "linux" },
  async () => {
    assert.deepEqual(await runShell(`V=$("$NODE" -e 'console.log("1"); console.warn("w")'); echo "$V"`), {
      ...SILENT,
      stdout: "1\n",
      stderr: logOf("WARN", '"w"'),
    });
  },
);

test("a command of a shell is captured, also when both streams are one", async () => {
  assert.equal(
    (await runShell(`"$NODE" -e 'console.log("a"); console.warn("b")' 2>&1`)).stdout,
    logOf("INFO", '"a"') + logOf("WARN", '"b"'),
  );
});

for (const [how, start] of [
  ["fork", 'require("node:child_process").fork(process.argv[1], ["child"], { silent: true })'],
  ["spawn", 'require("node:child_process").spawn(process.execPath, [process.argv[1], "child"])'],
]) {
  test(`what a script reads of its own ${how} stays text`, async () => {
    const source = `
      if (process.argv[2]) console.log("1.0.0");
      else ${start}.stdout.on("data", (text) => console.log([String(text)]));`;
    const { stdout } = await capture(source, {
      extension: "cjs",
      environment: { NODE_OPTIONS: "--require=@kestra-io/libs/capture" },
    });

    assert.equal(stdout, logOf("INFO", JSON.stringify("[ '1.0.0\\n' ]")));
  });
}

test("with KESTRA_CAPTURE_RELAYED=1, what a launcher reads and hands on is captured", async () => {
  const source = `
    if (process.argv[2]) console.warn("slow");
    else require("node:child_process").spawn(process.execPath, [process.argv[1], "child"]).stderr.pipe(process.stdout);`;
  const { stdout } = await capture(source, {
    extension: "cjs",
    environment: { NODE_OPTIONS: "--require=@kestra-io/libs/capture", KESTRA_CAPTURE_RELAYED: "1" },
  });

  assert.equal(stdout, logOf("WARN", '"slow"'));
});

test(
  "with KESTRA_CAPTURE_RELAYED=1, what a shell reads into a variable stays text",
  { skip: process.platform !== "linux" },
  async () => {
    assert.deepEqual(await runShell(`V=$("$NODE" -p 1+1); echo "$V"`, { KESTRA_CAPTURE_RELAYED: "1" }), {
      ...SILENT,
      stdout: "2\n",
    });
  },
);

async function runScript(source) {
  const path = join(PROJECT, "capturing.mjs");
  writeFileSync(path, `import Kestra from "@kestra-io/libs";\n${source}`);
  return runCommand(process.execPath, [path]);
}

test("capture lasts until its undo is called, and a second call does nothing", async () => {
  const source = `
    const before = { ...console };
    const listeners = process.listeners("warning");
    const undo = Kestra.capture();
    console.log("a");
    undo();
    undo();
    console.log("b", Object.entries(before).every(([name, method]) => console[name] === method));
    console.log(process.listeners("warning")[0] === listeners[0], process.listenerCount("uncaughtExceptionMonitor"));`;

  assert.deepEqual(await runScript(source), { ...SILENT, stdout: `${logOf("INFO", '"a"')}b true\ntrue 0\n` });
});

test("captures nest: the last undo ends them", async () => {
  const source = `
    const [outer, inner] = [Kestra.capture(), Kestra.capture()];
    outer();
    outer();
    console.log("a");
    inner();
    console.log("b");`;

  assert.equal((await runScript(source)).stdout, `${logOf("INFO", '"a"')}b\n`);
});

test("a wrapper that the script has put around console.log stays, and prints after the end", async () => {
  const source = `
    const undo = Kestra.capture();
    const { log } = console;
    console.log = (text) => log("<" + text + ">");
    console.log("a");
    undo();
    console.log("b");`;

  assert.equal((await runScript(source)).stdout, `${logOf("INFO", '"<a>"')}<b>\n`);
});

test("process.exit loses nothing of a flood of console.log", async () => {
  const { stdout } = await capture('for (let i = 0; i < 20_000; i++) console.log("line " + i); process.exit();');

  assert.equal(stdout, Array.from({ length: 20_000 }, (_, i) => logOf("INFO", `"line ${i}"`)).join(""));
});
