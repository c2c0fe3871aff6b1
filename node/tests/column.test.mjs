import assert from "node:assert/strict";
import { test } from "node:test";

import { run, runInShell, stdoutOf } from "./run.mjs";

const OUTPUT = '::{"outputs":{"a":1}}::\n';
const SEND = "Kestra.outputs({ a: 1 });";

for (const [about, unfinished, text] of [
  ["a progress bar", 'process.stdout.write("10%\\r");', "10%\r"],
  ["text without a line end", 'process.stdout.write("Loading... ");', "Loading... "],
  ["several lines and a part of one", 'process.stdout.write("a\\nb");', "a\nb"],
  ["bytes", "process.stdout.write(Buffer.from([0x78]));", "x"],
  ["text in another encoding", 'process.stdout.write("780a", "hex"); process.stdout.write("78", "hex");', "x\nx"],
  ["what a pipe brings", 'Readable.from(["x"]).pipe(process.stdout); await setImmediate(); await setImmediate();', "x"],
  [
    "what waits in the stream's queue",
    'process.stdout.cork(); process.stdout.write("x"); setImmediate().then(() => process.stdout.uncork());',
    "x",
  ],
  [
    "several chunks that come out of the queue",
    'process.stdout.cork(); for (const c of "a\\nb") process.stdout.write(c); process.stdout.uncork();',
    "a\nb",
  ],
]) {
  test(`${about} is ended before a record`, async () => {
    const source = `
      import { setImmediate } from "node:timers/promises"; import { Readable } from "node:stream";
      ${unfinished} ${SEND} ${SEND} Kestra.logger().info("m");`;

    assert.equal(await stdoutOf(source), `${text}\n${OUTPUT}${OUTPUT}::{"logs":[{"level":"INFO","message":"m"}]}::\n`);
  });

  test(`${about} is ended before a record in a file`, async () => {
    const source = `
      import { setImmediate } from "node:timers/promises"; import { Readable } from "node:stream";
      ${unfinished} ${SEND}`;

    assert.equal((await runInShell('"$NODE" "$SCRIPT" > out; cat out', source)).stdout, `${text}\n${OUTPUT}`);
  });
}

for (const [about, finished, text] of [
  ["a whole line", 'process.stdout.write("x\\n");', "x\n"],
  ["a line in two parts", 'process.stdout.write("x"); process.stdout.write("y\\n");', "xy\n"],
  ["a line of console.log", 'console.log("x");', "x\n"],
  ["a part that console.log ends", 'process.stdout.write("x"); console.log();', "x\n"],
  ["nothing", 'process.stdout.write(""); process.stdout.write(Buffer.alloc(0));', ""],
  ["a whole line of bytes", 'process.stdout.write(Buffer.from("x\\n"));', "x\n"],
  ["nothing after a whole line", 'console.log("x"); process.stdout.write("");', "x\n"],
]) {
  test(`no line end is added after ${about}`, async () => {
    assert.equal(await stdoutOf(finished + SEND), text + OUTPUT);
  });
}

test("an unfinished line of standard error does not affect standard output", async () => {
  const source = `process.stderr.write("50%\\r"); ${SEND} Kestra.logger().warn("m");`;

  assert.deepEqual(await run(source), {
    stdout: OUTPUT,
    stderr: '50%\r\n::{"logs":[{"level":"WARN","message":"m"}]}::\n',
    status: 0,
  });
});

test("an unfinished line of standard error is ended before a record to the same file", async () => {
  const source = `process.stderr.write("50%\\r"); ${SEND} process.stdout.write("x"); process.stderr.write("y\\n"); ${SEND}`;

  assert.equal((await runInShell('"$NODE" "$SCRIPT" 2>&1', source)).stdout, `50%\r\n${OUTPUT}xy\n${OUTPUT}`);
});

test("an unfinished line is ended before a record that the caller's write passes on", async () => {
  const source = `
    const { write } = process.stdout;
    process.stdout.write = (...args) => write.apply(process.stdout, args);
    process.stdout.write("10%\\r"); ${SEND} ${SEND} process.stdout.write("20%\\r"); ${SEND}`;

  assert.equal(await stdoutOf(source), `10%\r\n${OUTPUT}${OUTPUT}20%\r\n${OUTPUT}`);
});

test("text that the caller's write keeps gets no line end between two records", async () => {
  const source = `
    const { write } = process.stdout;
    let kept = "";
    process.stdout.write = (text) => (kept += text);
    ${SEND} ${SEND}
    process.stdout.write = write;
    process.stdout.write(JSON.stringify(kept) + "\\n");`;

  assert.equal(await stdoutOf(source), `${JSON.stringify(OUTPUT + OUTPUT)}\n`);
});

const KEEPER = `
  import { PassThrough, Writable } from "node:stream";
  let kept = "";
  const keeper = new Writable({ write(chunk, encoding, done) { kept += chunk; done(); } });
  const { stdout } = process;
  const replace = (value) => Object.defineProperty(process, "stdout", { value, configurable: true });
  const show = () => stdout.write(JSON.stringify(kept) + "\\n");`;

test("a record begins its line in a stream that replaces standard output", async () => {
  const source = `${KEEPER}
    replace(keeper); ${SEND} process.stdout.write("10%\\r"); ${SEND} console.log("x"); ${SEND} show();`;

  assert.equal(await stdoutOf(source), `${JSON.stringify(`${OUTPUT}10%\r\n${OUTPUT}x\n${OUTPUT}`)}\n`);
});

test("a record begins its line in a stream that replaced standard output before the package was loaded", async () => {
  const source = `${KEEPER}
    import { createRequire } from "node:module";
    const require = createRequire(import.meta.url);
    for (const path of Object.keys(require.cache)) delete require.cache[path];
    replace(keeper);
    const fresh = require("@kestra-io/libs");
    process.stdout.write("10%\\r"); fresh.outputs({ a: 1 }); show();`;

  assert.equal(await stdoutOf(source), `${JSON.stringify(`10%\r\n${OUTPUT}`)}\n`);
});

test("a record begins its line in a stream that passes its text on", async () => {
  const source = `${KEEPER}
    const through = new PassThrough();
    through.pipe(stdout);
    stdout.write("Loading... "); replace(through); ${SEND} through.write("10%\\r"); ${SEND}`;

  assert.equal(await stdoutOf(source), `Loading... \n${OUTPUT}10%\r\n${OUTPUT}`);
});

test("a worker's record begins its line, after text of the worker and of the main thread", async () => {
  const source = `
    import { Worker } from "node:worker_threads";
    process.stdout.write("main ");
    new Worker(\`
      const Kestra = require("@kestra-io/libs");
      ${SEND} process.stdout.write("worker "); ${SEND}
    \`, { eval: true });`;

  assert.equal(await stdoutOf(source), `main \n${OUTPUT}worker \n${OUTPUT}`);
});
